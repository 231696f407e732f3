// MC806: the guest has a Microsoft Entra account and signs in with it.

import { guestName, guestSources, insteadOf, redemption } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC806',
  subject: 'guest',
  stage: 'request',
  severity: 'not-requested',
  check: (facts) => {
    const instead = redemption(facts) === 'pending' ? insteadOf(facts) : 'unknown';
    return instead === 'microsoft-entra'
      ? [{ params: { guest: guestName(facts), instead }, where: facts.guest?.where(['accounts']) }]
      : [];
  },
  en: {
    title: 'The guest has a Microsoft Entra account',
    why: 'A passcode is the last resort of Microsoft Entra: it is sent only to a guest who cannot sign in otherwise. Who has a work or school account signs in with that and never sees "Send code".',
    message: ({ guest }) =>
      `${guest} has a Microsoft Entra account, so no passcode is due: the sign-in page asks for its password.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Sign in with the work or school account of this address; its own organization can reset the password.',
      },
    ],
  },
  ja: {
    title: 'ゲストに Microsoft Entra アカウントがあります',
    why: 'パスコードは、ほかの方法でサインインできないゲストのための最後の手段です。職場または学校のアカウントがあるゲストはそのアカウントでサインインし、「コードの送信」は表示されません。',
    message: ({ guest }) =>
      `${guest} には Microsoft Entra アカウントがあるため、パスコードは送信されません。サインイン画面ではそのアカウントのパスワードを入力します。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'このアドレスの職場または学校のアカウントでサインインする。パスワードがわからない場合は、所属組織の管理者にリセットを依頼する。',
      },
    ],
  },
  sources: [guestSources.passcode, guestSources.redemption],
  examples: {
    bad: [{ change: { guests: { teri: { accounts: ['microsoft-entra'] } } } }],
    good: [
      {},
      {
        change: {
          guests: {
            teri: {
              externalUserState: 'accepted',
              redeemedWith: 'email-one-time-passcode',
              accounts: ['microsoft-entra'],
            },
          },
        },
      },
    ],
  },
});
