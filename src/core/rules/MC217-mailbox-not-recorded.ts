// MC217: the sender's mailbox is not in the records, or several could be it.

import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC217',
  subject: 'path',
  stage: 'mailbox',
  severity: 'unknown',
  check: ({ path }) => {
    const { end } = path.sender;
    const { mailbox } = path;
    if (mailbox.found !== undefined || (mailbox.missing !== 'not-recorded' && mailbox.missing !== 'several'))
      return [];
    if (end.kind !== 'user' && end.kind !== 'queue') return [];
    const fields = end.kind === 'user' ? end.user.fields : end.queue.fields;
    const entry = end.kind === 'user' ? end.user : end.queue;
    return [
      {
        params: {
          kind: end.kind,
          id: entry.id,
          sender:
            ('fullName' in fields ? fields.fullName : 'name' in fields ? fields.name : undefined) ?? entry.id,
          several: mailbox.missing === 'several',
          reference: mailbox.reference,
        },
        where: mailbox.where ?? entry.where(),
      },
    ];
  },
  en: {
    title: "The sender's mailbox is not recorded",
    why: 'Whether the mail leaves depends on that mailbox: its approval, its test and its server profile. None of it is known here.',
    message: ({ sender, several, reference }) =>
      several
        ? `Several recorded mailboxes could be the one of "${sender}".`
        : reference === undefined
          ? `No recorded mailbox belongs to "${sender}".`
          : `The mailbox "${reference}" of "${sender}" is not in the records.`,
    fix: ({ kind, id, several }) => [
      {
        who: 'records-keeper',
        do: several
          ? `Add "defaultMailbox: ID" to the ${kind} ${id}.`
          : `Look the mailbox up (Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes) and add it under "mailboxes:" with "regarding: ${id}", emailAddress, profile, emailRouterAccessApproval and outgoingEmailStatus; ` +
            `or, if there is none, add "defaultMailbox: null" to the ${kind} ${id}.`,
      },
    ],
  },
  ja: {
    title: '差出人のメールボックスが記録されていません',
    why: 'メールが送信されるかどうかは、このメールボックスの承認、テスト、サーバー プロファイルで決まりますが、どれもわかりません。',
    message: ({ sender, several, reference }) =>
      several
        ? `「${sender}」のメールボックスの候補が複数あります。`
        : reference === undefined
          ? `「${sender}」のメールボックスが設定ファイルにありません。`
          : `「${sender}」のメールボックス「${reference}」が設定ファイルにありません。`,
    fix: ({ kind, id, several }) => [
      {
        who: 'records-keeper',
        do: several
          ? `${kind === 'queue' ? 'キュー' : 'ユーザー'} ${id} に defaultMailbox: ID を追加する。`
          : `Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で内容を確認し、「mailboxes:」に追加する(regarding: ${id}、emailAddress、profile、emailRouterAccessApproval、outgoingEmailStatus)。` +
            `メールボックスが存在しない場合は、${kind === 'queue' ? 'キュー' : 'ユーザー'} ${id} に defaultMailbox: null を追加する。`,
      },
    ],
  },
  sources: [sources.table('mailbox'), sources.table('systemuser')],
  examples: {
    bad: [
      {
        change: { mailboxes: { admin: null }, users: { 'admin-user': { defaultMailbox: undefined } } },
      },
    ],
    good: [{ change: { users: { 'admin-user': { defaultMailbox: undefined } } } }],
  },
});
