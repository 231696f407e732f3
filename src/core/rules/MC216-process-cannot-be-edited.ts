// MC216: the sender has to be changed, but the process is managed and not customizable.

import { isIdentityKind } from '../delivery/find-process.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC216',
  subject: 'path',
  stage: 'sender',
  severity: 'warning',
  check: ({ path }) => {
    const process = path.process.found;
    if (process?.fields.isManaged !== true || process.fields.isCustomizable !== false) return [];
    return needsOtherSender(path)
      ? [
          {
            params: {
              process: processName(path),
              through: path.sender.through !== undefined,
              portal: isIdentityKind(path.message.kind),
              user:
                path.sender.end.kind === 'user'
                  ? (path.sender.end.user.fields.fullName ?? path.sender.end.user.id)
                  : undefined,
            },
            where: process.where(['isCustomizable']),
          },
        ]
      : [];
  },
  en: {
    title: 'The process cannot be edited',
    why:
      'A managed process that is not customizable cannot be given another From. A copy has another unique name, which the portal does ' +
      "not call, so for the portal's own mails a copy does not help. What remains is to change the record that From reads, or to have the publisher make the process customizable.",
    message: ({ process }) =>
      `"${process}" is managed and not customizable, so its From may not be changed in place.`,
    fix: ({ process, through, portal, user }) => [
      ...(through
        ? [
            {
              who: 'system-administrator' as const,
              do: 'Assign the contacts to a user whose mailbox works: From is read from the contact when the process runs. For contacts still to come, let a workflow of your own assign each new contact to that user.',
            },
          ]
        : []),
      ...(user === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `Enable ${user} and give this user a mailbox that is approved and tested: then From may stay as it is.`,
            },
          ]),
      ...(portal
        ? []
        : [
            {
              who: 'process-owner' as const,
              do: `Or save a copy of "${process}" with another From, activate the copy and deactivate the original.`,
            },
          ]),
      {
        who: 'system-administrator',
        do: `Or ask the publisher of the solution for a version in which "${process}" is customizable.`,
      },
    ],
  },
  ja: {
    title: 'プロセスを編集できません',
    why:
      'カスタマイズできない管理プロセスでは、差出人を変更できません。コピーは一意の名前が変わり、ポータルから呼び出されないため、ポータル標準のメールには使えません。' +
      '差出人の元になるレコードを変えるか、発行者にカスタマイズ可能にしてもらうことになります。',
    message: ({ process }) =>
      `「${process}」はカスタマイズできない管理プロセスのため、差出人を直接変更できない可能性があります。`,
    fix: ({ process, through, portal, user }) => [
      ...(through
        ? [
            {
              who: 'system-administrator' as const,
              do: '取引先担当者の所有者を、メールボックスが有効なユーザーに変更する(差出人は実行時に取引先担当者から決まる)。今後作成される取引先担当者には、所有者をそのユーザーに割り当てるワークフローを自分で用意する。',
            },
          ]
        : []),
      ...(user === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `${user} を有効にし、メールボックスの承認とテストを済ませる(差出人を変更せずに送信できるようになる)。`,
            },
          ]),
      ...(portal
        ? []
        : [
            {
              who: 'process-owner' as const,
              do: `または、「${process}」のコピーを作成して差出人を変更し、コピーをアクティブ化して元のプロセスを非アクティブ化する。`,
            },
          ]),
      {
        who: 'system-administrator',
        do: `または、ソリューションの発行者に「${process}」をカスタマイズできるようにしてもらう。`,
      },
    ],
  },
  sources: [
    sources.table('workflow'),
    'derived: a managed process with IsCustomizable 0 cannot be edited in place',
  ],
  examples: {
    bad: [
      {
        change: {
          processes: {
            confirmation: { isManaged: true, isCustomizable: false, sendEmailSteps: [{ from: 'owner' }] },
          },
        },
      },
    ],
    good: [
      {
        change: {
          processes: {
            confirmation: {
              isManaged: true,
              isCustomizable: false,
              sendEmailSteps: [{ from: { user: 'admin-user' } }],
            },
          },
        },
      },
    ],
  },
});

/** The sender as it is can never send: From, or what it reads, has to change. */
function needsOtherSender({ sender, mailbox }: DeliveryPath): boolean {
  const { end } = sender;
  if (['system', 'team', 'contact', 'empty'].includes(end.kind)) return true;
  if (end.kind === 'user' && end.user.fields.isDisabled === true) return true;
  if (mailbox.found !== undefined) return false;
  return mailbox.missing === 'none' || end.kind === 'portal-identity';
}
