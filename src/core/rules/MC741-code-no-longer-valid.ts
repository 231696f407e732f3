// MC741: the code was asked for longer ago than it is valid.

import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC741',
  subject: 'path',
  stage: 'request',
  severity: 'information',
  check: ({ path, now }) => {
    const { kind, since } = path.message;
    if (kind !== 'two-factor-code' || since === undefined) return [];
    const minutes = Math.floor((now.getTime() - Date.parse(since)) / 60_000);
    return minutes >= 9 ? [{ params: { minutes } }] : [];
  },
  en: {
    title: 'A two-factor code is valid for 6 to 9 minutes',
    why: 'The code is made from the time: it is accepted for 6 minutes at least and 9 at most, and can be used once. A mail that arrives later is of no use, and the sign-in page has given up by then.',
    message: ({ minutes }) =>
      `The code was asked for ${minutes} minutes ago and is no longer valid: if its mail still comes, it does not help.`,
    fix: () => [
      { who: 'portal-visitor', do: 'Sign in again to be sent a new code, and use the newest mail.' },
    ],
  },
  ja: {
    title: '2要素認証コードの有効期間は6から9分です',
    why: 'コードは時刻から作られ、最短6分、最長9分だけ有効で、一度しか使えません。遅れて届いても使えず、そのころにはサインイン画面の期限も切れています。',
    message: ({ minutes }) =>
      `コードを要求してから${minutes}分たっており、すでに無効です。今から届いても使えません。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'もう一度サインインして新しいコードを送信させ、最後に届いたメールのコードを入力する。',
      },
    ],
  },
  sources: [sources.identityCode('Rfc6238AuthenticationService.cs'), sources.authentication],
  examples: {
    bad: [{ message: { kind: 'two-factor-code', to: 'jiro@example.com', since: '2026-11-21T08:45:00Z' } }],
    good: [
      { message: { kind: 'two-factor-code', to: 'jiro@example.com', since: '2026-11-21T08:55:00Z' } },
      { message: { kind: 'email-confirmation', to: 'taro@example.com', since: '2026-11-20T08:55:00Z' } },
    ],
  },
});
