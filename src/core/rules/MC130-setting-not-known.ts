// MC130: a row stands among the settings of local authentication under a name that none of them has.

import { settingNamed } from '../delivery/settings/table.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { meantBy } from './setting-meant.ts';
import { inSiteSettings } from './setting-words.ts';

/** Folders whose settings are all in the table; other areas of a portal are not ours to judge. */
const folders =
  /^authentication\/(?:registration|usermanager|applicationcookie|twofactorcookie|loginthrottling)\//i;

export default defineRule({
  code: 'MC130',
  subject: 'settings',
  stage: 'request',
  severity: 'information',
  check: ({ settings, message }) =>
    message === undefined
      ? settings.rows
          .filter(
            ({ fields: { name } }) =>
              folders.test(name) && settingNamed(name) === undefined && meantBy(name) === undefined,
          )
          .map(({ fields: { name }, where }) => ({ params: { name }, where: where(['name']) }))
      : [],
  en: {
    title: 'A site setting has a name that is not known',
    why:
      'The portal reads the settings of sign-in and registration by fixed names. A row with a name that is none of them changes ' +
      'nothing, whatever its value says. Newer portals may know names that the documentation does not list.',
    message: ({ name }) =>
      `"${name}" is not among the documented settings of the portal: it may change nothing.`,
    fix: ({ name }) => [
      {
        who: 'portal-administrator',
        do: `Compare "${name}" with the names that "mailcheck site-settings --all" lists.`,
      },
      inSiteSettings(`correct the name, or delete the row if nothing needs it`, 'en'),
    ],
  },
  ja: {
    title: '知られていない名前のサイト設定があります',
    why:
      'ポータルは、サインインと登録の設定を決まった名前で読み取ります。どれにも当てはまらない名前の行は、値が何であっても使われません。' +
      '新しいポータルには、ドキュメントに載っていない名前の設定があるかもしれません。',
    message: ({ name }) =>
      `「${name}」は、ドキュメントにあるポータルの設定ではありません。この行は使われていない可能性があります。`,
    fix: ({ name }) => [
      {
        who: 'portal-administrator',
        do: `mailcheck site-settings --all で表示される名前と「${name}」を見比べる。`,
      },
      inSiteSettings('名前を直す。どこでも使われていなければ、行を削除する', 'ja'),
    ],
  },
  sources: [sources.authentication, sources.portalCode('AspNet/Cms/CrmWebsite.cs')],
  examples: {
    bad: [row('Authentication/Registration/SendWelcomeMail'), row('Authentication/UserManager/Locale')],
    good: [
      row('Authentication/Registration/TwoFactorEnabled'),
      row('Authentication/OpenIdConnect/Contoso/ClientId'),
      row('Search/Enabled'),
    ],
  },
});

function row(name: string) {
  return { change: { siteSettings: { [name]: { value: 'true' } } } };
}
