// MC114: a site setting's name differs from a known one by a slip of the pen, so the portal does not read it.

import { settingDefaults, type SettingName } from '../delivery/site-settings.ts';
import { distance } from '../records/suggest.ts';
import { settingsRead, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC114',
  subject: 'path',
  stage: 'request',
  severity: 'information',
  check: ({ path }) => {
    const wanted = settingsRead[path.message.kind];
    return path.settings.names.flatMap(({ name, where }) => {
      const meant = meantBy(name, wanted);
      if (meant === undefined) return [];
      const { source, value } = path.settings.get(meant);
      return [{ params: { name, meant, byDefault: source === 'default', inForce: value }, where }];
    });
  },
  en: {
    title: "A site setting's name is misspelt",
    why:
      'The portal looks its settings up by their whole name, case aside. A row with another name changes nothing: without a row of ' +
      'the right name the default is in force.',
    message: ({ name, meant, byDefault, inForce }) =>
      `"${name}" is no setting of the portal. Did you mean ${meant}? ` +
      (byDefault
        ? `Its default is in force: ${inForce}.`
        : `A row of that name is there and in force: ${inForce}.`),
    fix: ({ name, meant, byDefault }) => [
      {
        who: 'portal-administrator',
        do: byDefault
          ? `In the Portal Management app open "Site Settings" and rename "${name}" to ${meant}.`
          : `In the Portal Management app open "Site Settings" and delete "${name}".`,
      },
      { who: 'records-keeper', do: 'If it is only misspelt in the records, correct it there.' },
    ],
  },
  ja: {
    title: 'サイト設定の名前が間違っているようです',
    why: 'ポータルは設定を完全な名前で探します(大文字と小文字は区別しません)。名前が違う行は使われず、正しい名前の行がなければ既定値が有効になります。',
    message: ({ name, meant, byDefault, inForce }) =>
      `「${name}」という設定はありません。${meant} のことですか。` +
      (byDefault
        ? `いまは既定値の ${inForce} が有効です。`
        : `正しい名前の行があり、${inForce} が有効です。`),
    fix: ({ name, meant, byDefault }) => [
      {
        who: 'portal-administrator',
        do: byDefault
          ? `ポータル管理アプリの「サイト設定」で「${name}」の名前を ${meant} に直す。`
          : `ポータル管理アプリの「サイト設定」で「${name}」を削除する。`,
      },
      { who: 'records-keeper', do: '設定ファイルだけの書き間違いであれば、設定ファイルを直す。' },
    ],
  },
  sources: [sources.portalCode('AspNet/Cms/CrmWebsite.cs'), sources.authentication],
  examples: {
    bad: [
      {
        change: {
          siteSettings: { 'Authentication/Registration/EmailConfirmationEnabeld': { value: 'false' } },
        },
      },
      { change: { siteSettings: { EmailConfirmationEnabled: { value: 'false' } } } },
    ],
    good: [
      {
        change: {
          siteSettings: { 'Authentication/Registration/EmailConfirmationEnabled': { value: 'true' } },
        },
      },
      { change: { siteSettings: { 'Authentication/Registration/RequiresConfirmation': { value: 'true' } } } },
    ],
  },
});

/** Two wrong letters in so long a name are a slip; so is the name without its folder, or with other signs in it. */
const tolerated = 2;

function meantBy(typed: string, wanted: readonly SettingName[]): SettingName | undefined {
  const name = typed.trim().toLowerCase();
  if (known.has(name)) return undefined;
  return wanted.find((candidate) => {
    const right = candidate.toLowerCase();
    return (
      distance(name, right) <= tolerated ||
      lettersOf(name) === lettersOf(right) ||
      name === right.slice(right.lastIndexOf('/') + 1)
    );
  });
}

function lettersOf(name: string): string {
  return name.replaceAll(/[^a-z0-9]/g, '');
}

const known: ReadonlySet<string> = new Set(Object.keys(settingDefaults).map((name) => name.toLowerCase()));
