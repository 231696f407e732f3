// MC156: the portal is of the kind whose pages for codes and passwords do not exist.

import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC156',
  subject: 'path',
  stage: 'request',
  severity: 'error',
  check: ({ path }) => {
    const site = path.site.found;
    return ['two-factor-code', 'password-reset'].includes(path.message.kind) &&
      site?.fields.isEmployeeSelfService === true
      ? [
          {
            params: { site: site.fields.name ?? site.id, kind: path.message.kind },
            where: site.where(['isEmployeeSelfService']),
          },
        ]
      : [];
  },
  en: {
    title: 'An Employee Self Service portal sends neither codes nor reset mails',
    why: 'Users of an Employee Self Service portal sign in with Microsoft Entra. Its pages for a two-factor code and a forgotten password answer 404, whatever the site settings say.',
    message: ({ site, kind }) =>
      `"${site}" is an Employee Self Service portal: its page for ${kind === 'password-reset' ? 'a forgotten password' : 'a code'} does not exist.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Sign in with the work account (Microsoft Entra); its second factor and its password are kept there.',
      },
    ],
  },
  ja: {
    title: '従業員向けセルフサービス ポータルでは、コードもリセットメールも送信されません',
    why: '従業員向けセルフサービス ポータルの利用者は Microsoft Entra でサインインします。サイト設定にかかわらず、2要素認証コードとパスワードを忘れた場合の画面は 404 になります。',
    message: ({ site, kind }) =>
      `「${site}」は従業員向けセルフサービス ポータルで、${kind === 'password-reset' ? 'パスワードを忘れた場合' : 'コード'}の画面がありません。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: '職場のアカウント(Microsoft Entra)でサインインする。2要素認証もパスワードも Microsoft Entra で管理されている。',
      },
    ],
  },
  sources: [sources.portalCode('LoginController.cs, Ess.IsEss')],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { sites: { 'customer-portal': { isEmployeeSelfService: true } } },
      },
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: { sites: { 'customer-portal': { isEmployeeSelfService: true } } },
      },
    ],
    good: [
      { message: { kind: 'two-factor-code', to: 'jiro@example.com' } },
      { change: { sites: { 'customer-portal': { isEmployeeSelfService: true } } } },
    ],
  },
});
