// Knows a mail server's answer to a token, RFC 7628 §3.2.2: { status, schemes, scope }. Data only.

import { rowsWith, signInAgain } from './fixes.ts';

export const tokenLoginRows = rowsWith({ at: ['login'], telltales: ['"schemes":'] }, [
  {
    id: 'mail-server-refused-token',
    codes: ['400'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The mail server did not take the token: usually it has the wrong scope, or belongs to another user.',
      ja: 'メールサーバーがトークンを受け付けません。スコープの誤りか、別のユーザーのトークンの可能性があります。',
    },
    fix: [signInAgain],
    example: '{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}',
  },
  {
    id: 'mail-server-token-expired',
    codes: ['401'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The mail server did not take the token: usually it has expired.',
      ja: 'メールサーバーがトークンを受け付けません。トークンの期限切れの可能性があります。',
    },
    fix: [signInAgain],
    example: '{"status":"401","schemes":"bearer","scope":"https://mail.google.com/"}',
  },
]);
