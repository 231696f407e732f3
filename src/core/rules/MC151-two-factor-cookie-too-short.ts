// MC151: the page that waits for the code gives up before the mail is likely to be there.

import { minute } from '../delivery/settings/time-span.ts';
import { sources } from './path-names.ts';
import { inSiteSettings } from './setting-words.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC151',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message, records }) => {
    if (message !== undefined && message !== 'two-factor-code') return [];
    const { value, source, where } = settings.get('Authentication/TwoFactorCookie/ExpireTimeSpan');
    const delay = records.environment?.fields.observedDelayInMinutes;
    // A mail slower than the code itself is helped by no page that waits (MC742).
    const late = delay !== undefined && delay < 6 && delay * minute >= value;
    if (!late && (source === 'default' || value >= 3 * minute)) return [];
    return [
      {
        params: {
          minutes: Math.floor(value / minute),
          seconds: Math.round((value % minute) / 1_000),
          ...(late ? { delay } : {}),
        },
        where,
      },
    ];
  },
  en: {
    title: 'The sign-in page may give up before the code arrives',
    why: 'Between the password and the code the portal remembers the visitor with a cookie (TwoFactorCookie/ExpireTimeSpan, 5 minutes by default). When it has expired, the page ends in an error and a code that arrives then is of no use. Server-side synchronization sends in cycles, so a minute or two is little.',
    message: ({ minutes, seconds, delay }) =>
      `The sign-in page waits for ${minutes} min ${seconds} s for the code${delay === undefined ? ', which may be too short' : `, and mail takes about ${delay} minutes here`}.`,
    fix: ({ delay }) => [
      inSiteSettings(
        `set Authentication/TwoFactorCookie/ExpireTimeSpan to ${delay === undefined ? '00:05:00, at most 00:06:00' : '00:06:00, the most that is allowed'}`,
        'en',
      ),
      ...(delay === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: "Find out why mail is slow: see the sender's mailbox for postponed sending and alerts, and the queue of the mail server.",
            },
          ]),
    ],
  },
  ja: {
    title: 'コードが届く前にサインイン画面の期限が切れることがあります',
    why: 'パスワードを入力してからコードを入力するまで、ポータルは Cookie で利用者を覚えています(TwoFactorCookie/ExpireTimeSpan、既定は5分)。期限が切れると画面はエラーになり、その後に届いたコードは使えません。サーバー側の同期は周期的に送信するため、1、2分では足りないことがあります。',
    message: ({ minutes, seconds, delay }) =>
      `サインイン画面がコードを待つのは${minutes}分${seconds}秒です。${delay === undefined ? '短すぎる可能性があります。' : `この環境ではメールが届くまでに約${delay}分かかっています。`}`,
    fix: ({ delay }) => [
      inSiteSettings(
        `Authentication/TwoFactorCookie/ExpireTimeSpan を ${delay === undefined ? '00:05:00(最大 00:06:00)' : '上限の 00:06:00 '}にする`,
        'ja',
      ),
      ...(delay === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: 'メールが遅れる原因を調べる(差出人のメールボックスの送信延期と警告、メールサーバーのキュー)。',
            },
          ]),
    ],
  },
  sources: [sources.portalCode('LoginController.cs, SendCode'), sources.authentication],
  examples: {
    bad: [
      {
        change: { siteSettings: { 'Authentication/TwoFactorCookie/ExpireTimeSpan': { value: '00:01:00' } } },
      },
      { change: { environment: { observedDelayInMinutes: 5 } } },
    ],
    good: [
      {},
      {
        change: { siteSettings: { 'Authentication/TwoFactorCookie/ExpireTimeSpan': { value: '00:05:00' } } },
      },
      { change: { environment: { observedDelayInMinutes: 4 } } },
      { change: { environment: { observedDelayInMinutes: 8 } } },
    ],
  },
});
