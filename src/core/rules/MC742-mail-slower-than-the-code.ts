// MC742: mail takes longer here than a two-factor code is sure to be valid, whatever the sign-in page waits.

import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

/** Minutes: a time step of three, two of which are accepted on either side of the one at hand. */
const surely = 6;
const atMost = 9;

export default defineRule({
  code: 'MC742',
  subject: 'settings',
  stage: 'arrival',
  severity: 'warning',
  check: ({ message, records: { environment } }) => {
    if (message !== undefined && message !== 'two-factor-code') return [];
    const delay = environment?.fields.observedDelayInMinutes;
    return delay !== undefined && delay >= surely
      ? [
          {
            params: { delay, certain: delay >= atMost },
            where: environment?.where(['observedDelayInMinutes']),
          },
        ]
      : [];
  },
  en: {
    title: 'Mail takes longer than a code lives',
    why: 'A two-factor code is accepted for 6 to 9 minutes from when it was made, and no site setting prolongs that. A slower mail arrives all the same and is of no use: visitors report a wrong code, or none.',
    message: ({ delay, certain }) =>
      `Mail takes about ${delay} minutes here, and a code lives 6 to 9: it ${certain ? 'is' : 'may be'} void when it arrives.`,
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Find out where the time goes: in the e-mail row of such a mail compare "Created On" with "Date Sent". A long wait is before the mail server: see the alerts of the mailbox that sends.',
      },
      {
        who: 'mail-server-administrator',
        do: 'Where the mail was sent at once: look in the queue and the log of the mail server for greylisting and deferred delivery to the addresses of visitors.',
      },
    ],
  },
  ja: {
    title: 'メールの到着が、コードの有効期間より遅くなっています',
    why: '2要素認証コードの有効期間は作成から6～9分で、サイト設定では延長できません。それより遅いメールは、届いても使えません。「コードが違う」「コードが届かない」という問い合わせにつながります。',
    message: ({ delay, certain }) =>
      `この環境ではメールが届くまでに約${delay}分かかっており、有効期間が6～9分のコードは届いた時点で${certain ? '無効です' : '無効になっている可能性があります'}。`,
    fix: () => [
      {
        who: 'system-administrator',
        do: 'どこで遅れているかを調べる。該当する電子メールの行で「作成日」と「送信日」を比べ、間が長ければ、差出人のメールボックスの警告を確認する。',
      },
      {
        who: 'mail-server-administrator',
        do: 'すぐに送信されていれば、メールサーバーのキューとログで、訪問者のアドレスへの配信の遅延(グレーリストなど)を調べる。',
      },
    ],
  },
  sources: [sources.identityCode('Rfc6238AuthenticationService.cs'), sources.authentication],
  examples: {
    bad: [
      { change: { environment: { observedDelayInMinutes: 7 } } },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { environment: { observedDelayInMinutes: 20 } },
      },
    ],
    good: [
      { change: { environment: { observedDelayInMinutes: 5 } } },
      // A confirmation link has no such life.
      {
        message: { kind: 'email-confirmation', to: 'taro@example.com' },
        change: { environment: { observedDelayInMinutes: 20 } },
      },
    ],
  },
});
