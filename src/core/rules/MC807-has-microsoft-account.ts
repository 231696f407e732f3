// MC807: the guest has a Microsoft account and signs in with it.

import { guestName, guestSources, insteadOf, redemption } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC807',
  subject: 'guest',
  stage: 'request',
  severity: 'not-requested',
  check: (facts) => {
    const instead = redemption(facts) === 'pending' ? insteadOf(facts) : 'unknown';
    return instead === 'microsoft-account'
      ? [{ params: { guest: guestName(facts), instead }, where: facts.guest?.where(['accounts']) }]
      : [];
  },
  en: {
    title: 'The guest has a Microsoft account',
    why: 'Passcodes are sent only to guests who cannot sign in otherwise. A personal Microsoft account with this address (Outlook.com, Xbox, Skype …) is taken before a passcode.',
    message: ({ guest }) =>
      `${guest} has a Microsoft account, so no passcode is due: the sign-in page asks for the password of that account.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Sign in with the personal Microsoft account of this address; a forgotten password is reset at https://account.live.com/password/reset.',
      },
    ],
  },
  ja: {
    title: 'ゲストに Microsoft アカウントがあります',
    why: 'パスコードは、ほかの方法でサインインできないゲストにだけ送信されます。このアドレスで個人の Microsoft アカウント(Outlook.com、Xbox、Skype など)を作成している場合は、パスコードよりそちらが優先されます。',
    message: ({ guest }) =>
      `${guest} には Microsoft アカウントがあるため、パスコードは送信されません。サインイン画面ではそのアカウントのパスワードを入力します。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'このアドレスの個人の Microsoft アカウントでサインインする。パスワードを忘れた場合は https://account.live.com/password/reset でリセットする。',
      },
    ],
  },
  sources: [guestSources.passcode, guestSources.redemption],
  examples: {
    bad: [{ change: { guests: { teri: { accounts: ['microsoft-account'] } } } }],
    good: [{}, { change: { guests: { teri: { accounts: ['microsoft-entra', 'microsoft-account'] } } } }],
  },
});
