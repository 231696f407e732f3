// MC702: somebody else empties the mailbox while the test looks into it.

import { arrivalHit } from './arrival-hit.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC702',
  subject: 'session',
  stage: 'arrival',
  severity: 'warning',
  check: (facts) => arrivalHit(facts, 'taken', () => ({})),
  en: {
    title: 'Another reader took a new message away',
    why:
      'A new message came and was gone before it could be read; it may have been the test message. Something else fetches and deletes ' +
      'mail here: Dataverse itself where this mailbox is already synchronised, or a mail program. Whether the message arrived is unknown.',
    message: ({ mailbox }) =>
      `A new message in ${mailbox} was taken by another reader before it could be read; whether it was the test message is not known.`,
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `If Dataverse already fetches from ${mailbox}: look for the e-mail "mailcheck test message" there. If it is there, it has arrived, and can be deleted.`,
      },
      {
        who: 'mailbox-user',
        do: 'Else find the mail program or second service that fetches this mailbox with POP3: each message reaches only the first of them.',
      },
    ],
  },
  ja: {
    title: '新しいメールが別のプログラムに取り出されました',
    why:
      '新しいメールが届きましたが、読む前になくなりました。テストメールだった可能性があります。すでに同期しているDataverse自身か、メールソフトなど、' +
      '別の何かがこのメールボックスから取り出して削除しています。届いたかどうかはわかりません。',
    message: ({ mailbox }) =>
      `${mailbox} に届いた新しいメールが、読む前に別のプログラムに取り出されました。テストメールだったかどうかはわかりません。`,
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `Dataverseがすでに ${mailbox} から受信している場合: Dataverseで電子メール「mailcheck test message」を探す。あれば着信しているので削除してよい。`,
      },
      {
        who: 'mailbox-user',
        do: 'そうでなければ、POP3でこのメールボックスを受信しているメールソフトや別のサービスを探す。メールは最初に取り出した方にしか届かない。',
      },
    ],
  },
  sources: ['RFC 1939 §8', 'derived: a unique-id that was listed and is gone was deleted by another session'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { arrived: { outcome: 'rejected', reason: 'taken-by-another-reader' } },
          { protocol: 'pop3' },
        ),
      },
    ],
    good: [{ session: sessionThat({ arrived: { outcome: 'ok' } }, { protocol: 'pop3' }) }],
  },
});
