// MC814: the passcode was asked for longer ago than it is valid.

import { durationWords } from './email-hit.ts';
import { guestSources, needsPasscode } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC814',
  subject: 'guest',
  stage: 'request',
  severity: 'information',
  check: (facts) => {
    const since = facts.message?.since;
    if (since === undefined || !needsPasscode(facts)) return [];
    const minutes = Math.floor((facts.now.getTime() - Date.parse(since)) / 60_000);
    return minutes > 30 ? [{ params: { minutes } }] : [];
  },
  en: {
    title: 'A passcode is valid for 30 minutes',
    why: 'After 30 minutes a passcode is void, and only the newest one counts. A mail that arrives later is of no use; a signed-in guest is asked for a new passcode after 24 hours, which is no fault.',
    message: ({ minutes }) =>
      `The passcode was asked for ${durationWords(minutes, 'en')} ago and is valid for 30 minutes: if its mail still comes, it no longer helps.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Choose "Send code" again, look into the junk folder at once, and use the newest mail.',
      },
    ],
  },
  ja: {
    title: 'パスコードの有効期間は30分です',
    why: 'パスコードは30分で無効になり、最後に送信されたものだけが使えます。遅れて届いても使えません。サインイン後24時間で新しいパスコードを求められるのは正常な動作です。',
    message: ({ minutes }) =>
      `パスコードを要求してから${durationWords(minutes, 'ja')}たっています。有効期間は30分のため、今から届いても使えません。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'もう一度「コードの送信」を選び、すぐに迷惑メールフォルダーも確認して、最後に届いたメールのパスコードを入力する。',
      },
    ],
  },
  sources: [guestSources.passcode],
  examples: {
    bad: [{ message: { kind: 'guest-passcode', to: 'teri@partner.example', since: '2026-11-21T08:20:00Z' } }],
    good: [
      {},
      { message: { kind: 'guest-passcode', to: 'teri@partner.example', since: '2026-11-21T08:40:00Z' } },
    ],
  },
});
