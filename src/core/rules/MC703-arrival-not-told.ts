// MC703: the message was handed over, and whether it came in cannot be told.

import { arrivalHit } from './arrival-hit.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC703',
  subject: 'session',
  stage: 'arrival',
  severity: 'information',
  check: (facts) =>
    arrivalHit(facts, 'not-told', (step) => ({
      cannotTell: step.outcome === 'rejected' && step.reason === 'message-not-unique',
      interrupted: step.outcome === 'not-tried' && step.because === 'interrupted',
      notLooked: step.outcome === 'not-tried',
    })),
  en: {
    title: 'Whether the test message arrived cannot be told',
    why:
      "To touch nobody's mail but its own, mailcheck has to recognise its message: over POP3 by UIDL and TOP, which are optional. " +
      'Where they are missing, or the looking broke off, nothing is opened and nothing deleted. If the message arrives, it stays in the mailbox.',
    message: (p) =>
      `The message of ${p.mailbox} to itself was ${p.inDoubt === true ? 'handed over in full, without an answer' : 'sent'}${p.cannotTell ? `, but ${p.server} offers no UIDL or TOP to recognise it by` : p.interrupted ? ', and waiting for it was interrupted' : p.notLooked ? ', but the inbox could not be looked into' : ', but looking for it broke off'}; it was not seen, so it was not removed, and stays if it arrives.${said(p, 'en')}`,
    fix: ({ mailbox, messageId }) => [
      {
        who: 'mailbox-user',
        do: `Look in ${mailbox} for "mailcheck test message"${messageId === undefined ? '' : ` (Message-ID ${messageId})`}: if it is there, mail arrives. Delete it.`,
      },
    ],
  },
  ja: {
    title: 'テストメールが着信したかどうかわかりません',
    why:
      'ほかのメールに触れないため、mailcheckは自分のメールを見分けてから扱います。POP3ではUIDLとTOPで見分けますが、どちらも任意の機能です。' +
      'それがない場合や確認が途切れた場合は、何も開かず、何も消しません。届いたテストメールはメールボックスに残ります。',
    message: (p) =>
      `${p.mailbox} の自分宛てのメールは${p.inDoubt === true ? 'すべて引き渡しましたが応答がなく' : '送信しましたが'}、${p.cannotTell ? `${p.server} にUIDLかTOPがなく、見分けられません` : p.interrupted ? '着信待ちが中断されました' : p.notLooked ? '受信トレイを調べられませんでした' : '着信の確認が途切れました'}。見ていないため削除しておらず、届いていれば残っています。${said(p, 'ja')}`,
    fix: ({ mailbox, messageId }) => [
      {
        who: 'mailbox-user',
        do: `${mailbox} で「mailcheck test message」${messageId === undefined ? '' : `(Message-ID ${messageId})`}を探す。あれば着信している。確認したら削除する。`,
      },
    ],
  },
  sources: ['RFC 1939 §7', 'RFC 2449 §6.2, §6.8'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { arrived: { outcome: 'rejected', reason: 'message-not-unique' } },
          { protocol: 'pop3', messageLeft: true },
        ),
      },
      {
        session: sessionThat(
          { arrived: { outcome: 'not-tried', because: 'interrupted' } },
          { protocol: 'pop3', messageLeft: true },
        ),
      },
      { session: sessionThat({ arrived: { outcome: 'closed' } }, { protocol: 'imap', messageLeft: true }) },
      {
        session: sessionThat(
          { arrived: { outcome: 'not-tried', because: 'interrupted' } },
          { protocol: 'imap', messageLeft: true, messageInDoubt: true },
        ),
        otherSessions: [sessionThat({ queued: { outcome: 'closed' } }, { messageId: '<6b1f@example.com>' })],
      },
    ],
    good: [
      { session: sessionThat({ arrived: { outcome: 'ok' } }, { protocol: 'pop3' }) },
      {
        session: sessionThat(
          { arrived: { outcome: 'not-tried', because: 'not-asked' } },
          { protocol: 'pop3' },
        ),
      },
    ],
  },
});
