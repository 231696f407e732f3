// MC113: a site setting is written, but not so that the portal takes it: not readable, inactive, or behind another of its name.

import type { IgnoredSetting } from '../delivery/site-settings.ts';
import { settingOf } from '../delivery/settings/table.ts';
import { isAskedFor, isDeciding, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Severity } from './rule.ts';
import {
  defaultInForce,
  inSiteSettings,
  notOfType,
  settingValueText,
  whatToWrite,
  writtenText,
} from './setting-words.ts';

export default defineRule({
  code: 'MC113',
  subject: 'settings',
  stage: 'request',
  severity: 'information',
  check: ({ settings, message }) =>
    settings.known
      .filter(({ name }) => isAskedFor(name, message))
      .flatMap(({ name, setting }) => {
        const { value, ignored = [], environmentVariable: variable } = settings.read({ name, setting });
        return ignored
          .filter(({ because }) => because !== 'environment-variable')
          .filter(({ because }) => because !== 'no-value' || setting.mail !== undefined)
          .map(({ because, written, where }) => ({
            params: { name, because, written, value, variable },
            where,
            severity: severityOf(because, isDeciding(name)),
          }));
      }),
  en: {
    title: 'A site setting is written, but not in force',
    why:
      'The portal reads true and false, in any case, whole numbers and time spans like 00:05:00, and nothing else: with "yes", "1" or ' +
      '"on" for a switch the default is in force. Inactive rows do not count, and of several rows with one name the first that the ' +
      'portal reads wins.',
    message: ({ name, because, written, value }) => {
      const setting = settingOf(name);
      const text = writtenText(written, 'en');
      if (because === 'not-readable')
        return `${name} is "${text}", which is ${notOfType(setting, 'en')}: ${defaultInForce(setting, 'en')}.`;
      if (because === 'inactive') return `The row of ${name} is inactive: ${defaultInForce(setting, 'en')}.`;
      if (because === 'no-value') return `${name} is recorded without its value.`;
      return `${name} is there more than once; this row says "${text}", the first one counts: ${settingValueText(setting, value, 'en')}.`;
    },
    fix: ({ name, because, variable }) => {
      const setting = settingOf(name);
      if (because === 'no-value')
        return [
          {
            who: 'records-keeper',
            do: `Look ${name} up under "Site Settings" of the Portal Management app and add to this row value: "…" with what stands there.`,
          },
        ];
      if (because === 'not-readable' && variable !== undefined)
        return [
          {
            who: 'portal-administrator',
            do: `Give ${variable === '' ? 'the environment variable of this row' : `the environment variable ${variable}`} the value ${whatToWrite(setting, 'en')}, then choose "Sync" in the design studio.`,
          },
        ];
      if (because === 'second')
        return [
          inSiteSettings(
            `keep one row of ${name} with the value that is meant and delete the others; the order in which the portal reads them may be another`,
            'en',
          ),
        ];
      return [
        inSiteSettings(
          because === 'inactive'
            ? `activate the row of ${name} if its value is meant, or delete it`
            : `write ${whatToWrite(setting, 'en')} for ${name} (${settingValueText(setting, setting.default, 'en')} if it works as wanted)`,
          'en',
        ),
      ];
    },
  },
  ja: {
    title: 'サイト設定が書かれていますが、有効になっていません',
    why:
      'ポータルが読み取る値は、true と false(大文字と小文字は区別しません)、整数、00:05:00 のような時間だけです。オンとオフの設定に「yes」「1」「on」などと' +
      '書いても既定値が有効になります。非アクティブな行は使われず、同じ名前の行が複数ある場合は、ポータルが最初に読み取った行が有効になります。',
    message: ({ name, because, written, value }) => {
      const setting = settingOf(name);
      const text = writtenText(written, 'ja');
      if (because === 'not-readable')
        return `${name} の値「${text}」は ${notOfType(setting, 'ja')}ため、${defaultInForce(setting, 'ja')}。`;
      if (because === 'inactive')
        return `${name} の行が非アクティブのため、${defaultInForce(setting, 'ja')}。`;
      if (because === 'no-value') return `${name} の値が記録されていません。`;
      return `${name} の行が複数あります。この行の値は「${text}」ですが、最初の行の ${settingValueText(setting, value, 'ja')} が有効です。`;
    },
    fix: ({ name, because, variable }) => {
      const setting = settingOf(name);
      if (because === 'no-value')
        return [
          {
            who: 'records-keeper',
            do: `ポータル管理アプリの「サイト設定」で ${name} の値を確認し、この行に value: "(その値)" を追加する。`,
          },
        ];
      if (because === 'not-readable' && variable !== undefined)
        return [
          {
            who: 'portal-administrator',
            do: `${variable === '' ? 'この行の環境変数' : `環境変数 ${variable} `}の値を ${whatToWrite(setting, 'ja')} にし、デザイン スタジオで「同期」を選ぶ。`,
          },
        ];
      if (because === 'second')
        return [
          inSiteSettings(
            `意図した値の ${name} の行だけを残し、ほかの行を削除する(ポータルが読み取る順序は異なることがある)`,
            'ja',
          ),
        ];
      return [
        inSiteSettings(
          because === 'inactive'
            ? `この値を使う場合は ${name} の行をアクティブ化し、使わない場合は削除する`
            : `${name} の値を ${whatToWrite(setting, 'ja')} にする(いまの動作のままでよければ ${settingValueText(setting, setting.default, 'ja')})`,
          'ja',
        ),
      ];
    },
  },
  sources: [sources.portalCode('AspNet/Cms/CrmWebsite.cs'), sources.authentication, sources.timeSpan],
  examples: {
    bad: [
      settingsWith({ 'Authentication/Registration/EmailConfirmationEnabled': { value: 'no' } }),
      settingsWith({
        'Authentication/Registration/EmailConfirmationEnabled': { value: 'false', state: 'inactive' },
      }),
      settingsWith({ 'Authentication/Registration/EmailConfirmationEnabled': {} }),
      settingsWith({
        'Authentication/Registration/EmailConfirmationEnabled': { value: 'true' },
        copy: { name: 'authentication/registration/emailconfirmationenabled', value: 'false' },
      }),
      settingsWith({ 'Authentication/UserManager/DefaultAccountLockoutTimeSpan': { value: '5 minutes' } }),
      settingsWith({
        'Authentication/UserManager/MaxFailedAccessAttemptsBeforeLockout': { value: 'five' },
      }),
      settingsWith({ 'Authentication/ApplicationCookie/CookieSecure': { value: 'always' } }),
      settingsWith({ 'Authentication/Registration/LocalLoginEnabled': { value: 'on' } }),
      settingsWith({
        'Authentication/Registration/TwoFactorEnabled': {
          source: 'environment-variable',
          environmentVariable: 'contoso_TwoFactor',
          environmentVariableValue: 'on',
        },
      }),
    ],
    good: [
      settingsWith({ 'Authentication/Registration/EmailConfirmationEnabled': { value: ' TRUE ' } }),
      settingsWith({
        'Authentication/Registration/EmailConfirmationEnabled': { value: 'true' },
        copy: { name: 'authentication/registration/emailconfirmationenabled', value: 'True' },
      }),
      settingsWith({ 'Authentication/UserManager/DefaultAccountLockoutTimeSpan': { value: '00:05:00' } }),
      settingsWith({ 'Authentication/ApplicationCookie/CookieSecure': { value: 'Always' } }),
      settingsWith({ 'Search/Enabled': { value: 'on' } }),
    ],
  },
});

function settingsWith(siteSettings: Record<string, Record<string, unknown>>) {
  return { change: { siteSettings } };
}

/** Which of two rows comes first is the platform's affair, and what stands in a row without its text is not known. */
function severityOf(because: IgnoredSetting['because'], deciding: boolean): Severity {
  if (!deciding) return 'information';
  return because === 'second' ? 'warning' : because === 'no-value' ? 'unknown' : 'information';
}
