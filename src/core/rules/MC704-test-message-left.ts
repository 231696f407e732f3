// MC704: the test message arrived, and stays where it is.

import { stepOf } from '../mail/evidence.ts';
import { replyWords } from '../mail/reply-words.ts';
import { arrivalHit } from './arrival-hit.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC704',
  subject: 'session',
  stage: 'arrival',
  severity: 'information',
  check: (facts) =>
    arrivalHit(facts, 'left', () => {
      const removed = stepOf(facts.observation, 'removed');
      return {
        noUidPlus: removed?.outcome === 'rejected' && removed.reason === 'not-removable',
        ...(removed?.outcome === 'refused' ? { words: replyWords(removed.reply) } : {}),
      };
    }),
  en: {
    title: 'The test message stayed in the mailbox',
    why:
      'The message arrived, so the path is in order. It could not be taken out again without risk to other messages: over IMAP a ' +
      'single message is removed for certain only with UIDPLUS; over POP3 the server has to confirm it, ' +
      'over Microsoft Graph the token needs Mail.ReadWrite. So it was left alone.',
    message: (p) =>
      `The test message arrived in ${p.mailbox} and is still there${p.noUidPlus ? `: ${p.server} does not offer UIDPLUS` : ''}.${said(p, 'en')}`,
    fix: ({ mailbox, messageId }) => [
      {
        who: 'mailbox-user',
        do: `Delete "mailcheck test message" from ${mailbox}${messageId === undefined ? '' : ` (Message-ID ${messageId})`}; where Dataverse fetches this mailbox, it may show up there as an e-mail too.`,
      },
    ],
  },
  ja: {
    title: 'テストメールがメールボックスに残っています',
    why:
      'メールは着信したので、経路に問題はありません。ただし、ほかのメールを巻き込まずに削除できる確証がなかったため、残しました。' +
      'IMAPではUIDPLUSがなければ1通だけを確実に消せず、POP3ではサーバーが削除を確認し、Microsoft Graphではトークンに Mail.ReadWrite が必要です。',
    message: (p) =>
      `テストメールは ${p.mailbox} に着信し、残っています。${p.noUidPlus ? `${p.server} がUIDPLUSに対応していないためです。` : ''}${said(p, 'ja')}`,
    fix: ({ mailbox, messageId }) => [
      {
        who: 'mailbox-user',
        do: `${mailbox} から「mailcheck test message」${messageId === undefined ? '' : `(Message-ID ${messageId})`}を削除する。Dataverseが受信しているメールボックスなら、Dataverseにも電子メールとして現れることがある。`,
      },
    ],
  },
  sources: ['RFC 4315 §2.1', 'RFC 1939 §6'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { removed: { outcome: 'rejected', reason: 'not-removable' } },
          { protocol: 'imap', messageLeft: true },
        ),
        otherSessions: [sessionThat({}, { messageId: '<6b1f@example.com>' })],
      },
      {
        session: sessionThat(
          {
            removed: {
              outcome: 'refused',
              reply: { code: '-ERR', text: 'some deleted messages not removed' },
            },
          },
          { protocol: 'pop3', messageLeft: true },
        ),
      },
    ],
    good: [{ session: sessionThat({ removed: { outcome: 'ok' } }, { protocol: 'imap' }) }],
  },
});
