// MC114: a site setting's name differs from a known one by a slip of the pen or its folder, so the portal does not read it.

import { settings as table } from '../delivery/settings/table.ts';
import { isAskedFor, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { meantBy } from './setting-meant.ts';
import { defaultInForce, defaultText, settingValueText } from './setting-words.ts';

export default defineRule({
  code: 'MC114',
  subject: 'settings',
  stage: 'request',
  severity: 'information',
  check: ({ settings, message }) =>
    settings.rows.flatMap(({ fields: { name }, where }) => {
      const meant = meantBy(name);
      if (meant === undefined || !isAskedFor(meant, message)) return [];
      const setting = table[meant];
      const { source, value } = settings.read({ name: meant, setting });
      return [{ params: { name, meant, value, byDefault: source === 'default' }, where: where(['name']) }];
    }),
  en: {
    title: "A site setting's name is misspelt",
    why:
      'The portal looks its settings up by their whole name, case aside. A row with another name changes nothing: without a row of ' +
      'the right name the default is in force.',
    message: ({ name, meant, byDefault, value }) =>
      `"${name}" is no setting of the portal. Did you mean ${meant}? ` +
      (byDefault
        ? `Its default is in force: ${defaultText(table[meant], 'en')}.`
        : `A row of that name is there and in force: ${settingValueText(table[meant], value, 'en')}.`),
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
    message: ({ name, meant, byDefault, value }) =>
      `「${name}」という設定はありません。${meant} のことですか。` +
      (byDefault
        ? `いまは${defaultInForce(table[meant], 'ja')}。`
        : `正しい名前の行があり、${settingValueText(table[meant], value, 'ja')} が有効です。`),
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
      row('Authentication/Registration/EmailConfirmationEnabeld', 'false'),
      row('EmailConfirmationEnabled', 'false'),
      row('Authentication.Registration.ResetPasswordEnabled', 'false'),
      row('Authentication/Registration/RequireUniqueEmail', 'false'),
      row('Authentication/TwoFactorCookies/ExpireTimeSpan', '00:06:00'),
    ],
    good: [
      row('Authentication/Registration/EmailConfirmationEnabled', 'true'),
      row('Authentication/Registration/RequiresConfirmation', 'true'),
      row('Search/Enabled', 'true'),
      row('Authentication/OpenIdConnect/Contoso/AuthenticationType', 'https://login.example.com'),
    ],
  },
});

function row(name: string, value: string) {
  return { change: { siteSettings: { [name]: { value } } } };
}
