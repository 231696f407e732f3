// MC715: the row is Sent.

import { momentWords } from './session-words.ts';
import { rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC715',
  subject: 'email',
  stage: 'arrival',
  severity: 'information',
  check: (facts) => {
    const { statusCode, sentOn } = facts.email.fields;
    if (statusCode !== 'sent' || facts.path === undefined) return [];
    return [rowHit(facts, 'statusCode', 'information', sentOn === undefined ? {} : { sentOn })];
  },
  en: {
    title: 'The e-mail left Dataverse',
    why: 'Sent means that the mail server took the mail. If it does not show, it was lost after that: held as spam, refused by the receiving server for want of SPF, DKIM or DMARC, or bounced. Dataverse knows nothing of that.',
    message: (p) =>
      `${rowWords(p, 'en')} is Sent${'sentOn' in p ? ` (${momentWords(p.sentOn)})` : ''}: it was handed to the mail server.${p.blockedBy === undefined ? '' : ` Yet the records show what stops such a mail (${p.blockedBy}): they may have changed since, and the next one may not be sent.`}`,
    fix: (p) => [
      {
        who: 'portal-visitor',
        do: `Look in the junk folder and the quarantine of ${p.to ?? 'the recipient'}.`,
      },
      {
        who: 'mailbox-user',
        do: `Look in ${p.mailbox ?? 'the mailbox of the sender'} for a bounce (a message from the mail system): it names the reason.`,
      },
      {
        who: 'mail-server-administrator',
        do: 'Trace the message on the mail server, and check SPF, DKIM and DMARC of the sending domain.',
      },
    ],
  },
  ja: {
    title: 'メールはDataverseから送信されています',
    why: '「送信済み」は、メールサーバーがメールを受け取ったことを示します。届いていない場合は、その先で失われています。迷惑メールとしての隔離、SPF・DKIM・DMARCの不備による拒否、不達などは、Dataverseではわかりません。',
    message: (p) =>
      `${rowWords(p, 'ja')}は「送信済み」です${'sentOn' in p ? `(${momentWords(p.sentOn)})` : ''}。メールサーバーに渡されています。${p.blockedBy === undefined ? '' : `一方、設定ファイルにはメールを止める問題(${p.blockedBy})があります。その後に設定が変わった可能性があり、次のメールは送信されないかもしれません。`}`,
    fix: (p) => [
      {
        who: 'portal-visitor',
        do: `${p.to === undefined ? '宛先' : `${p.to} `}の迷惑メール フォルダーと検疫を見る。`,
      },
      {
        who: 'mailbox-user',
        do: `${p.mailbox === undefined ? '差出人のメールボックス' : `${p.mailbox} `}に不達通知(メール システムからの通知)がないか見る。理由が書かれている。`,
      },
      {
        who: 'mail-server-administrator',
        do: 'メールサーバーでメッセージを追跡し、送信ドメインのSPF、DKIM、DMARCを確かめる。',
      },
    ],
  },
  sources: ['https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email'],
  examples: {
    bad: [
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'sent',
              sentOn: '2026-11-21T08:00:00Z',
            },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          emails: { row: { to: 'taro@example.com', isWorkflowCreated: true, statusCode: 'pending-send' } },
        },
      },
    ],
  },
});
