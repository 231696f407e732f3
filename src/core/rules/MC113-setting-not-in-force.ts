// MC113: a site setting is written, but not so that the portal takes it: no boolean, inactive, or behind another of its name.

import { settingDefaults, type IgnoredSetting } from '../delivery/site-settings.ts';
import { isDeciding, settingsRead, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Severity } from './rule.ts';

export default defineRule({
  code: 'MC113',
  subject: 'path',
  stage: 'request',
  severity: 'information',
  check: ({ path, records }) => {
    // Rows of several sites are no copies of each other; which site is meant is asked for by MC107.
    if (path.site.found === undefined && records.sites.length > 1) return [];
    return settingsRead[path.message.kind].flatMap((name) => {
      const { value, ignored = [] } = path.settings.get(name);
      return ignored.map(({ because, written, where }) => ({
        params: { name, because, written, inForce: value, byDefault: settingDefaults[name] },
        where,
        severity: severityOf(because, isDeciding(name)),
      }));
    });
  },
  en: {
    title: 'A site setting is written, but not in force',
    why:
      'The portal reads true and false, in any case, and nothing else: with "yes", "1" or "on" the default is in force. Inactive ' +
      'rows do not count, and of several rows with one name the first that the portal reads wins.',
    message: ({ name, because, written, inForce, byDefault }) => {
      if (because === 'no-boolean')
        return `${name} is "${written}", which is neither true nor false: the default is in force, ${byDefault}.`;
      if (because === 'inactive')
        return `The row of ${name} is inactive: the default is in force, ${byDefault}.`;
      if (because === 'no-value') return `${name} is recorded without its value.`;
      return `${name} is there more than once; this row says "${written}", the first one counts: ${inForce}.`;
    },
    fix: ({ name, because, byDefault }) => [
      because === 'no-value'
        ? {
            who: 'records-keeper',
            do: `Look ${name} up under "Site Settings" of the Portal Management app and add value: "true", "false" or what stands there.`,
          }
        : {
            who: 'portal-administrator',
            do:
              because === 'second'
                ? `In the Portal Management app open "Site Settings", keep one row of ${name} with the value that is meant and delete the others; the order in which the portal reads them may be another.`
                : because === 'inactive'
                  ? `In the Portal Management app open "Site Settings": activate the row of ${name} if its value is meant, or delete it.`
                  : `In the Portal Management app open "Site Settings" and write true or false for ${name} (${byDefault} if it works as wanted).`,
          },
    ],
  },
  ja: {
    title: 'サイト設定が書かれていますが、有効になっていません',
    why:
      'ポータルが読み取る値は true と false だけです(大文字と小文字は区別しません)。「yes」「1」「on」などの場合は既定値が有効になります。' +
      '非アクティブな行は使われず、同じ名前の行が複数ある場合は、ポータルが最初に読み取った行が有効になります。',
    message: ({ name, because, written, inForce, byDefault }) => {
      if (because === 'no-boolean')
        return `${name} の値「${written}」は true でも false でもないため、既定値の ${byDefault} が有効です。`;
      if (because === 'inactive')
        return `${name} の行が非アクティブのため、既定値の ${byDefault} が有効です。`;
      if (because === 'no-value') return `${name} の値が記録されていません。`;
      return `${name} の行が複数あります。この行の値は「${written}」ですが、最初の行の ${inForce} が有効です。`;
    },
    fix: ({ name, because, byDefault }) => [
      because === 'no-value'
        ? {
            who: 'records-keeper',
            do: `ポータル管理アプリの「サイト設定」で ${name} の値を確認し、value: "true" または "false"(それ以外の値ならその値)を追加する。`,
          }
        : {
            who: 'portal-administrator',
            do:
              because === 'second'
                ? `ポータル管理アプリの「サイト設定」で、意図した値の ${name} の行だけを残し、ほかの行を削除する(ポータルが読み取る順序は異なることがある)。`
                : because === 'inactive'
                  ? `ポータル管理アプリの「サイト設定」で、この値を使う場合は ${name} の行をアクティブ化し、使わない場合は削除する。`
                  : `ポータル管理アプリの「サイト設定」で ${name} の値を true か false にする(いまの動作のままでよければ ${byDefault})。`,
          },
    ],
  },
  sources: [sources.portalCode('AspNet/Cms/CrmWebsite.cs'), sources.authentication],
  examples: {
    bad: [
      {
        change: {
          siteSettings: { 'Authentication/Registration/EmailConfirmationEnabled': { value: 'no' } },
        },
      },
      {
        change: {
          siteSettings: {
            'Authentication/Registration/EmailConfirmationEnabled': { value: 'false', state: 'inactive' },
          },
        },
      },
      { change: { siteSettings: { 'Authentication/Registration/EmailConfirmationEnabled': {} } } },
      {
        change: {
          siteSettings: {
            'Authentication/Registration/EmailConfirmationEnabled': { value: 'true' },
            copy: { name: 'authentication/registration/emailconfirmationenabled', value: 'false' },
          },
        },
      },
    ],
    good: [
      {
        change: {
          siteSettings: { 'Authentication/Registration/EmailConfirmationEnabled': { value: ' TRUE ' } },
        },
      },
      {
        change: {
          siteSettings: {
            'Authentication/Registration/EmailConfirmationEnabled': { value: 'true' },
            copy: { name: 'authentication/registration/emailconfirmationenabled', value: 'True' },
          },
        },
      },
    ],
  },
});

/** Which of two rows comes first is the platform's affair, and what stands in a row without its text is not known. */
function severityOf(because: IgnoredSetting['because'], deciding: boolean): Severity {
  if (!deciding) return 'information';
  return because === 'second' ? 'warning' : because === 'no-value' ? 'unknown' : 'information';
}
