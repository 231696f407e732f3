// MC216: the sender has to be changed, but the process is managed and not customizable.

import type { DeliveryPath } from '../delivery/path.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC216',
  subject: 'path',
  stage: 'sender',
  severity: 'information',
  check: ({ path }) => {
    const process = path.process.found;
    if (process?.fields.isManaged !== true || process.fields.isCustomizable !== false) return [];
    return needsOtherSender(path)
      ? [
          {
            params: { process: processName(path), through: path.sender.through !== undefined },
            where: process.where(['isCustomizable']),
          },
        ]
      : [];
  },
  en: {
    title: 'The process cannot be edited',
    why:
      'A managed process that is not customizable cannot be given another From. A copy has another unique name, which the portal does ' +
      'not call. What remains is to change the record that From reads, or to have the publisher make the process customizable.',
    message: ({ process }) =>
      `"${process}" is managed and not customizable, so its From may not be changed in place.`,
    fix: ({ process, through }) => [
      ...(through
        ? [
            {
              who: 'system-administrator' as const,
              do: 'Assign the contacts to a user whose mailbox works: From is read from the contact when the process runs.',
            },
          ]
        : []),
      {
        who: 'system-administrator',
        do: `Or ask the publisher of the solution for a version in which "${process}" is customizable.`,
      },
    ],
  },
  ja: {
    title: 'プロセスを編集できません',
    why:
      'カスタマイズできない管理プロセスでは、差出人を変更できません。コピーしても一意の名前が変わるため、ポータルからは呼び出されません。' +
      '差出人の元になるレコードを変えるか、発行者にカスタマイズ可能にしてもらうことになります。',
    message: ({ process }) =>
      `「${process}」はカスタマイズできない管理プロセスのため、差出人を直接変更できない可能性があります。`,
    fix: ({ process, through }) => [
      ...(through
        ? [
            {
              who: 'system-administrator' as const,
              do: '取引先担当者の所有者を、メールボックスが有効なユーザーに変更する(差出人は実行時に取引先担当者から決まる)。',
            },
          ]
        : []),
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
