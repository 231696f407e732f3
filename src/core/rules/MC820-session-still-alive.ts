// MC820: the guest signed in less than 24 hours ago, so no new passcode may be due yet.

import { guestName, guestSources, needsPasscode } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC820',
  subject: 'guest',
  stage: 'request',
  severity: 'information',
  check: (facts) => {
    const signedIn = facts.guest?.fields.lastSignInDateTime;
    if (signedIn === undefined || !needsPasscode(facts)) return [];
    const hours = (facts.now.getTime() - Date.parse(signedIn)) / 3_600_000;
    return hours >= 0 && hours < 24
      ? [
          {
            params: { guest: guestName(facts), hours: Math.floor(hours) },
            where: facts.guest?.where(['lastSignInDateTime']),
          },
        ]
      : [];
  },
  en: {
    title: 'The last sign-in may still hold',
    why: 'The session of a guest who signed in with a passcode ends after 24 hours. Until then the same browser is not asked for a passcode again, and none is sent.',
    message: ({ guest, hours }) =>
      `${guest} signed in ${hours} hours ago: in the same browser no new passcode is due before 24 hours have passed.`,
    fix: () => [
      { who: 'portal-visitor', do: 'To be asked again, sign out, or use a private window of the browser.' },
    ],
  },
  ja: {
    title: '前回のサインインがまだ有効な可能性があります',
    why: 'パスコードでサインインしたゲストのセッションは24時間で切れます。それまでは同じブラウザーでパスコードを求められず、送信もされません。',
    message: ({ guest, hours }) =>
      `${guest} は${hours}時間前にサインインしています。同じブラウザーでは、24時間たつまで新しいパスコードは送信されません。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'パスコードを求められるようにする場合は、サインアウトするか、ブラウザーのプライベート ウィンドウを使う。',
      },
    ],
  },
  sources: [guestSources.passcode],
  examples: {
    bad: [
      {
        change: {
          guests: {
            teri: {
              externalUserState: 'accepted',
              redeemedWith: 'email-one-time-passcode',
              lastSignInDateTime: '2026-11-21T01:00:00Z',
            },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          guests: {
            teri: {
              externalUserState: 'accepted',
              redeemedWith: 'email-one-time-passcode',
              lastSignInDateTime: '2026-11-19T01:00:00Z',
            },
          },
        },
      },
    ],
  },
});
