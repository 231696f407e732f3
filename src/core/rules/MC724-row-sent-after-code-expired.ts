// MC724: the code had expired when the mail left.

import { sources } from './path-names.ts';
import { rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

/** Minutes: a time step of three, two of which are accepted beside the one at hand. */
const shortestLife = 6;

export default defineRule({
  code: 'MC724',
  subject: 'email',
  stage: 'arrival',
  severity: 'warning',
  check: (facts) => {
    const { statusCode, createdOn, sentOn } = facts.email.fields;
    if (statusCode !== 'sent' || facts.path?.kind !== 'two-factor-code') return [];
    if (createdOn === undefined || sentOn === undefined) return [];
    const took = Math.floor((Date.parse(sentOn) - Date.parse(createdOn)) / 60_000);
    return took < shortestLife ? [] : [rowHit(facts, 'sentOn', 'warning', { took })];
  },
  en: {
    title: 'The code had expired when the mail left',
    why: 'A two-factor code lives six to nine minutes from when it was made; the sign-in page itself waits five by default. A mail that the platform hands over later brings a code that is refused.',
    message: (p) =>
      `${rowWords(p, 'en')} left ${p.took} minutes after it was made; the code lives six to nine.`,
    fix: (p) => [
      { who: 'portal-visitor', do: 'Ask for a new code, and use the newest one only.' },
      {
        who: 'system-administrator',
        do: `Keep the mailbox ${p.mailbox ?? 'of the sender'} for the portal alone: server-side synchronization works in rounds, and other mail makes them longer.`,
      },
    ],
  },
  ja: {
    title: 'メールが送信された時点で、コードの期限が切れていました',
    why: '2要素認証のコードの有効期間は、作成から6～9分です。サインイン画面の待ち時間も既定では5分です。それより遅く送信されたメールのコードは使えません。',
    message: (p) =>
      `${rowWords(p, 'ja')}は、作成から${p.took}分後に送信されています。コードの有効期間は6～9分です。`,
    fix: (p) => [
      { who: 'portal-visitor', do: 'コードをもう一度要求し、最新のものだけを使う。' },
      {
        who: 'system-administrator',
        do: `${p.mailbox === undefined ? '差出人のメールボックス' : `${p.mailbox} `}をポータル専用にする。サーバー側同期は一定の周期で処理するため、ほかのメールが多いと遅くなる。`,
      },
    ],
  },
  sources: [sources.identityCode('Rfc6238AuthenticationService.cs'), sources.portalCode('LoginController')],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: {
          emails: {
            row: {
              to: 'jiro@example.com',
              statusCode: 'sent',
              createdOn: '2026-11-21T08:00:00Z',
              sentOn: '2026-11-21T08:20:00Z',
            },
          },
        },
      },
    ],
    good: [
      {},
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: {
          emails: {
            row: {
              to: 'jiro@example.com',
              statusCode: 'sent',
              createdOn: '2026-11-21T08:00:00Z',
              sentOn: '2026-11-21T08:02:00Z',
            },
          },
        },
      },
    ],
  },
});
