// MC220: with mailbox delegation on, a mail in another person's name goes through the process owner's own mailbox.

import { mailboxOf } from '../delivery/sender-mailbox.ts';
import { resolveReference } from '../records/records.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC220',
  subject: 'path',
  stage: 'sender',
  severity: 'warning',
  check: ({ path }) => {
    const { environment } = path;
    const { end } = path.sender;
    if (environment?.fields.enableMailboxDelegationForOutgoingEmail !== true || end.kind !== 'user')
      return [];
    const owner = ownerOf(path);
    if (owner?.user === end.user || !usesExchange(path)) return [];
    return [
      {
        params: {
          process: processName(path),
          user: end.user.fields.fullName ?? end.user.id,
          owner: owner?.user?.fields.fullName ?? owner?.name,
          mailbox: owner?.mailbox,
        },
        where: environment.where(['enableMailboxDelegationForOutgoingEmail']),
      },
    ];
  },
  en: {
    title: "The mail may go through the process owner's mailbox",
    why:
      'With EnableMailboxDelegationForOutgoingEmail and an Exchange profile, a mail whose From is another person is sent through the ' +
      "mailbox of the process's owner, with Exchange's delegation. That mailbox then has to be approved, tested and enabled, and " +
      'needs "Send As" or "Send on Behalf" for the person in From; without it Exchange answers ErrorSendAsDenied.',
    message: ({ process, user, owner, mailbox }) =>
      `"${process}" sends as ${user}; with mailbox delegation on, the mail may go through ` +
      (owner === undefined
        ? "the mailbox of the process's owner, who is not recorded."
        : mailbox === undefined
          ? `the mailbox of ${owner}, who owns the process; none is recorded.`
          : `${mailbox}, the mailbox of ${owner}, who owns the process.`),
    fix: ({ process, user, owner, mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `In the Exchange admin center give ${mailbox ?? owner ?? "the process's owner"} the right "Send As" or "Send on Behalf" for the mailbox of ${user}.`,
      },
      ...(mailbox === undefined
        ? [
            {
              who: 'records-keeper' as const,
              do: `Record the owner of "${process}" (owner: USER) and that user's mailbox, so that it can be judged.`,
            },
          ]
        : [
            {
              who: 'system-administrator' as const,
              do: `See that ${mailbox} is approved, tested and enabled as well: mailcheck test-mailbox ${mailbox}`,
            },
          ]),
      { who: 'process-owner', do: `Or assign "${process}" to ${user}: then From and owner are the same.` },
    ],
  },
  ja: {
    title: 'プロセスの所有者のメールボックスから送信される可能性があります',
    why:
      'EnableMailboxDelegationForOutgoingEmail が有効でプロファイルがExchangeの場合、差出人が別の人のメールは、Exchangeの委任によってプロセスの所有者の' +
      'メールボックスから送信されます。そのメールボックスにも承認・テスト・有効化が必要で、差出人のメールボックスに対する「メールボックス所有者として送信する」' +
      'または「代理人として送信する」の権限がないと、ErrorSendAsDenied になります。',
    message: ({ process, user, owner, mailbox }) =>
      `「${process}」の差出人は ${user} ですが、メールボックスの委任が有効なため、` +
      (owner === undefined
        ? 'プロセスの所有者(記録されていません)のメールボックスから送信される可能性があります。'
        : mailbox === undefined
          ? `プロセスの所有者 ${owner} のメールボックス(記録されていません)から送信される可能性があります。`
          : `プロセスの所有者 ${owner} のメールボックス ${mailbox} から送信される可能性があります。`),
    fix: ({ process, user, owner, mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Exchange 管理センターで、${user} のメールボックスに対する「メールボックス所有者として送信する」または「代理人として送信する」の権限を ${mailbox ?? owner ?? 'プロセスの所有者'} に与える。`,
      },
      ...(mailbox === undefined
        ? [
            {
              who: 'records-keeper' as const,
              do: `「${process}」の所有者(owner: ユーザー)とそのメールボックスを設定ファイルに書き、判定できるようにする。`,
            },
          ]
        : [
            {
              who: 'system-administrator' as const,
              do: `${mailbox} も承認・テスト・有効化されていることを確かめる: mailcheck test-mailbox ${mailbox}`,
            },
          ]),
      {
        who: 'process-owner',
        do: `または「${process}」の所有者を ${user} に変更する(差出人と所有者が同じになる)。`,
      },
    ],
  },
  sources: ['https://learn.microsoft.com/power-platform/admin/send-email-on-behalf', sources.sendAs],
  examples: {
    bad: [
      {
        change: {
          environment: { enableMailboxDelegationForOutgoingEmail: true },
          profiles: { contoso: { serverType: 'exchange-online' } },
          processes: { confirmation: { owner: 'portal-user' } },
        },
      },
    ],
    good: [
      {
        change: {
          environment: { enableMailboxDelegationForOutgoingEmail: true },
          profiles: { contoso: { serverType: 'exchange-online' } },
          processes: { confirmation: { owner: 'admin-user' } },
        },
      },
      {
        change: {
          environment: { enableMailboxDelegationForOutgoingEmail: true },
          processes: { confirmation: { owner: 'portal-user' } },
        },
      },
    ],
  },
});

/** Who owns the process, and the address of that user's own mailbox. */
function ownerOf({ records, process }: DeliveryPath) {
  const name = process.found?.fields.owner;
  if (name === undefined) return undefined;
  const user = resolveReference(records, ['users'], name).found;
  const mailbox = user === undefined ? undefined : mailboxOf(records, { kind: 'user', user }).found;
  return { name, user, mailbox: mailbox?.fields.emailAddress ?? mailbox?.id };
}

function usesExchange({ profile }: DeliveryPath): boolean {
  return profile.found?.fields.serverType?.startsWith('exchange-') === true;
}
