// MC741: the code was asked for longer ago than it is valid.

import { durationWords } from './email-hit.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

/** Minutes: a time step of three, two of which are accepted on either side of the one at hand. */
const surely = 6;
const atMost = 9;

export default defineRule({
  code: 'MC741',
  subject: 'path',
  stage: 'arrival',
  severity: 'information',
  check: ({ path, now }) => {
    const { kind, since } = path.message;
    const contact = path.contact.found?.fields;
    if (kind !== 'two-factor-code' || since === undefined) return [];
    // No code is due for them: MC104 and MC105 say so.
    if (contact?.identityTwoFactorEnabled === false || contact?.identityEmailAddress1Confirmed === false)
      return [];
    const minutes = Math.floor((now.getTime() - Date.parse(since)) / 60_000);
    return minutes >= surely ? [{ params: { minutes, certain: minutes >= atMost } }] : [];
  },
  en: {
    title: 'The code is too old by now',
    why: 'The code is made from the time and accepted for 6 minutes at least and 9 at most. A mail that arrives later is of no use, and the sign-in page has given up before that (5 minutes by default, 6 at most).',
    message: ({ minutes, certain }) =>
      `The code was asked for ${durationWords(minutes, 'en')} ago and ${certain ? 'is no longer valid: if its mail still comes, it does not help' : 'may no longer be valid: codes live 6 to 9 minutes'}.`,
    fix: () => [
      { who: 'portal-visitor', do: 'Sign in again to be sent a new code, and use the newest mail.' },
    ],
  },
  ja: {
    title: 'コードはすでに古くなっています',
    why: 'コードは時刻から作られ、最短6分、最長9分だけ有効です。遅れて届いても使えません。サインイン画面の期限(既定は5分、最長6分)は、その前に切れています。',
    message: ({ minutes, certain }) =>
      `コードを要求してから${durationWords(minutes, 'ja')}たっており、${certain ? 'すでに無効です。今から届いても使えません。' : '無効になっている可能性があります。コードの有効期間は6～9分です。'}`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'もう一度サインインして新しいコードを送信させ、最後に届いたメールのコードを入力する。',
      },
    ],
  },
  sources: [sources.identityCode('Rfc6238AuthenticationService.cs'), sources.authentication],
  examples: {
    bad: [
      { message: { kind: 'two-factor-code', to: 'jiro@example.com', since: '2026-11-21T08:45:00Z' } },
      { message: { kind: 'two-factor-code', to: 'jiro@example.com', since: '2026-11-21T08:53:00Z' } },
    ],
    good: [
      { message: { kind: 'two-factor-code', to: 'jiro@example.com', since: '2026-11-21T08:55:00Z' } },
      { message: { kind: 'two-factor-code', to: 'taro@example.com', since: '2026-11-21T08:45:00Z' } },
      { message: { kind: 'email-confirmation', to: 'taro@example.com', since: '2026-11-20T08:55:00Z' } },
    ],
  },
});
