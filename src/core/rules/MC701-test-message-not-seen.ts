// MC701: the server took the test message, and it did not come in in time.

import { arrivalHit } from './arrival-hit.ts';
import { sessionThat } from './session-example.ts';
import { defineRule, type FixStep } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { loginItself } from './send-as-words.ts';
import { loginOf } from './session-hit.ts';
import type { Facts } from './facts.ts';

const sent = sessionThat({}, { messageId: '<6b1f@example.com>', queueId: '4XyZ' });

export default defineRule({
  code: 'MC701',
  subject: 'session',
  stage: 'arrival',
  severity: 'warning',
  check: (facts) =>
    arrivalHit(facts, 'not-seen', (step) => ({
      seconds: Math.round((step.outcome === 'timed-out' ? step.afterMilliseconds : step.milliseconds) / 1000),
      otherInbox: otherInboxOf(facts),
      queueId: facts.observations.find(
        ({ mailbox, direction }) => mailbox === facts.observation.mailbox && direction === 'outgoing',
      )?.queueId,
    })),
  en: {
    title: 'The test message was not seen in time',
    why:
      'The outgoing server took the message, or had all of it and did not answer, and it did not show up in the inbox of the same address. It may be late (a slow queue, ' +
      'a content filter), in another folder (junk, a rule), or delivered elsewhere.',
    message: (p) => {
      const known = p.queueId === undefined ? '' : `; the sending server knows it as ${p.queueId}`;
      return p.otherInbox === undefined
        ? `The message that ${p.mailbox} sent to itself${p.inDoubt === true ? ', whether or not the sending server took it,' : ''} was not in its inbox after ${p.seconds} s${known}.`
        : `The inbox of the login ${p.otherInbox} was read for ${p.seconds} s, and the message went to ${p.mailbox}, whose own inbox was not seen${known}.`;
    },
    fix: (p) =>
      p.otherInbox === undefined
        ? [
            {
              who: 'mailbox-user',
              do: `Look in the junk folder and at the rules of ${p.mailbox} for "mailcheck test message"${idOf(p)}; delete it when it comes.`,
            },
            {
              who: 'mail-server-administrator',
              do: `Follow ${p.queueId === undefined ? 'the message' : `queue id ${p.queueId}`} in the log of the sending server, and see whether ${p.host} is where mail to ${p.mailbox} is delivered.`,
            },
            {
              who: 'system-administrator',
              do: `If the server is known to be slow: mailcheck test-mailbox ${p.mailbox} --arrival-timeout 300`,
            },
          ]
        : [
            unless(`Unless ${p.otherInbox} is only the sign-in name of ${p.mailbox}: `, loginItself(p, 'en')),
            {
              who: 'mailbox-user',
              do: `Look in ${p.mailbox} for "mailcheck test message"${idOf(p)}: if it is there, mail arrives. Delete it.`,
            },
            lookAgain(p, 'en'),
          ],
  },
  ja: {
    title: 'テストメールの着信を時間内に確認できませんでした',
    why:
      '送信サーバーは受け付けた(またはすべて受け取り、応答しなかった)のですが、同じアドレスの受信トレイに現れませんでした。遅れている(キューや内容検査)、別のフォルダーにある(迷惑メール、仕分けルール)、' +
      '別の場所に配送された、のいずれかの可能性があります。',
    message: (p) =>
      (p.otherInbox === undefined
        ? `${p.mailbox} が自分宛てに送ったメール${p.inDoubt === true ? '(送信サーバーが受け付けたかどうかは不明)' : ''}が、${p.seconds}秒たっても受信トレイにありません。`
        : `ログインした ${p.otherInbox} の受信トレイを${p.seconds}秒間調べましたが、メールは ${p.mailbox} 宛てで、${p.mailbox} 自身の受信トレイは見ていません。`) +
      (p.queueId === undefined ? '' : `送信サーバーでの番号は ${p.queueId} です。`),
    fix: (p) =>
      p.otherInbox === undefined
        ? [
            {
              who: 'mailbox-user',
              do: `${p.mailbox} の迷惑メール フォルダーと仕分けルールで「mailcheck test message」${idOf(p).trimStart()}を探す。届いたら削除する。`,
            },
            {
              who: 'mail-server-administrator',
              do: `送信サーバーのログで${p.queueId === undefined ? 'このメール' : `キューID ${p.queueId} `}を追い、${p.mailbox} 宛てのメールが ${p.host} に配送されるか確かめる。`,
            },
            {
              who: 'system-administrator',
              do: `遅いとわかっているサーバーなら: mailcheck test-mailbox ${p.mailbox} --arrival-timeout 300`,
            },
          ]
        : [
            unless(
              `${p.otherInbox} が ${p.mailbox} のサインイン名にすぎない場合を除き、次のとおりにする。`,
              loginItself(p, 'ja'),
            ),
            {
              who: 'mailbox-user',
              do: `${p.mailbox} で「mailcheck test message」${idOf(p).trimStart()}を探す。あれば着信している。確認したら削除する。`,
            },
            lookAgain(p, 'ja'),
          ],
  },
  sources: ['RFC 5321 §4.5.4.1', 'derived: queued is not delivered'],
  examples: {
    bad: [
      {
        change: { mailboxes: { support: { userName: 'admin@example.com' } } },
        mailbox: 'support',
        session: sessionThat(
          { arrived: { outcome: 'timed-out', afterMilliseconds: 60000, receivedBytes: 0 } },
          { protocol: 'imap', mailbox: 'support', messageLeft: true },
        ),
      },
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

function unless(condition: string, step: FixStep): FixStep {
  return { ...step, do: condition + step.do };
}

function idOf({ messageId }: { messageId?: string }): string {
  return messageId === undefined ? '' : ` (Message-ID ${messageId})`;
}

/** POP3 and IMAP open the inbox of the login; the services of Exchange open that of the mailbox, whoever logs in. */
function otherInboxOf(facts: Facts['session']): string | undefined {
  const { protocol, mailbox: id } = facts.observation;
  if (protocol !== 'pop3' && protocol !== 'imap') return undefined;
  const login = loginOf(facts);
  const own = facts.mailbox?.fields.emailAddress ?? id;
  if (login === undefined || !/^[^\s@\\/]+@[^\s@\\/]+$/.test(login)) return undefined;
  return login.toLowerCase() === own.toLowerCase() ? undefined : login;
}
