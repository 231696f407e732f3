// MC701: the server took the test message, and it did not come in in time.

import { arrivalHit } from './arrival-hit.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';

const sent = sessionThat({}, { messageId: '<6b1f@example.com>', queueId: '4XyZ' });

export default defineRule({
  code: 'MC701',
  subject: 'session',
  stage: 'arrival',
  severity: 'warning',
  check: (facts) =>
    arrivalHit(facts, 'not-seen', (step) => ({
      seconds: Math.round((step.outcome === 'timed-out' ? step.afterMilliseconds : step.milliseconds) / 1000),
      queueId: facts.observations.find(
        ({ mailbox, direction }) => mailbox === facts.observation.mailbox && direction === 'outgoing',
      )?.queueId,
    })),
  en: {
    title: 'The test message was not seen in time',
    why:
      'The outgoing server took the message, or had all of it and did not answer, and it did not show up in the inbox of the same address. It may be late (a slow queue, ' +
      'a content filter), in another folder (junk, a rule), or delivered elsewhere.',
    message: ({ mailbox, seconds, queueId, inDoubt }) =>
      `The message that ${mailbox} sent to itself${inDoubt === true ? ', whether or not the sending server took it,' : ''} was not in its inbox after ${seconds} s${queueId === undefined ? '' : `; the sending server knows it as ${queueId}`}.`,
    fix: ({ mailbox, host, messageId, queueId }) => [
      {
        who: 'mailbox-user',
        do: `Look in the junk folder and at the rules of ${mailbox} for "mailcheck test message"${messageId === undefined ? '' : ` (Message-ID ${messageId})`}; delete it when it comes.`,
      },
      {
        who: 'mail-server-administrator',
        do: `Follow ${queueId === undefined ? 'the message' : `queue id ${queueId}`} in the log of the sending server, and see whether ${host} is where mail to ${mailbox} is delivered.`,
      },
      {
        who: 'system-administrator',
        do: `If the server is known to be slow: mailcheck test-mailbox ${mailbox} --arrival-timeout 300`,
      },
    ],
  },
  ja: {
    title: 'テストメールの着信を時間内に確認できませんでした',
    why:
      '送信サーバーは受け付けた(またはすべて受け取り、応答しなかった)のですが、同じアドレスの受信トレイに現れませんでした。遅れている(キューや内容検査)、別のフォルダーにある(迷惑メール、仕分けルール)、' +
      '別の場所に配送された、のいずれかの可能性があります。',
    message: ({ mailbox, seconds, queueId, inDoubt }) =>
      `${mailbox} が自分宛てに送ったメール${inDoubt === true ? '(送信サーバーが受け付けたかどうかは不明)' : ''}が、${seconds}秒たっても受信トレイにありません。${queueId === undefined ? '' : `送信サーバーでの番号は ${queueId} です。`}`,
    fix: ({ mailbox, host, messageId, queueId }) => [
      {
        who: 'mailbox-user',
        do: `${mailbox} の迷惑メール フォルダーと仕分けルールで「mailcheck test message」${messageId === undefined ? '' : `(Message-ID ${messageId})`}を探す。届いたら削除する。`,
      },
      {
        who: 'mail-server-administrator',
        do: `送信サーバーのログで${queueId === undefined ? 'このメール' : `キューID ${queueId} `}を追い、${mailbox} 宛てのメールが ${host} に配送されるか確かめる。`,
      },
      {
        who: 'system-administrator',
        do: `遅いとわかっているサーバーなら: mailcheck test-mailbox ${mailbox} --arrival-timeout 300`,
      },
    ],
  },
  sources: ['RFC 5321 §4.5.4.1', 'derived: queued is not delivered'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { arrived: { outcome: 'timed-out', afterMilliseconds: 60000, receivedBytes: 0 } },
          { protocol: 'pop3', messageLeft: true },
        ),
        otherSessions: [sent],
      },
      {
        session: sessionThat(
          { arrived: { outcome: 'timed-out', afterMilliseconds: 60000, receivedBytes: 0 } },
          { protocol: 'pop3', messageLeft: true, messageInDoubt: true },
        ),
        otherSessions: [sessionThat({ queued: { outcome: 'closed' } }, { messageId: '<6b1f@example.com>' })],
      },
    ],
    good: [
      { session: sessionThat({ arrived: { outcome: 'ok' } }, { protocol: 'pop3' }), otherSessions: [sent] },
    ],
  },
});
