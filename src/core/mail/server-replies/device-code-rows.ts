// Knows what a token endpoint answers while a sign-in by device code is waited for, and how it ends (RFC 8628 §3.5). Data only.

import { rowsWith } from './fixes.ts';
import { signIn } from './token-fixes.ts';

export const deviceCodeRows = rowsWith({ at: ['token'] }, [
  {
    id: 'token-sign-in-declined',
    codes: ['authorization_declined'],
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'Whoever typed the code declined the sign-in, or chose Cancel.',
      ja: 'コードを入力した人が、サインインを拒否したか、キャンセルを選びました。',
    },
    fix: [signIn],
    example: '{"error":"authorization_declined","error_description":"The user declined the request."}',
  },
  {
    id: 'token-device-code-expired',
    codes: ['expired_token'],
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'The code was not typed while it was valid.',
      ja: 'コードが有効期間内に入力されませんでした。',
    },
    fix: [signIn],
    example: '{"error":"expired_token"}',
  },
]);
