// MC202: From resolves to the portal's application user, and no mailbox of that user is known.

import { fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { attributeLabels } from './from-labels.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC202',
  subject: 'path',
  stage: 'sender',
  severity: 'error',
  check: ({ path, records }) => {
    const { end, through, where } = path.sender;
    if (end.kind !== 'portal-identity' || path.mailbox.found !== undefined) return [];
    return [
      {
        params: {
          ...senderFix(path, records),
          user: end.user.fields.fullName ?? end.user.id,
          id: end.user.id,
          recorded: path.mailbox.missing === 'none',
          through: through?.attribute,
          contact: contactName(path),
        },
        where,
      },
    ];
  },
  en: {
    title: "The process sends as the portal's application user",
    why:
      'Newer portals act as an application user whose name begins with "# Portals-", and contacts that the portal creates belong to ' +
      'it. There is no person and usually no real mailbox behind an application user, so nothing can be sent as this user.',
    message: ({ process, user, recorded, through, contact }) =>
      `"${process}" sends as "${user}", ${recorded ? 'which has no mailbox' : 'of which the records contain no mailbox'}` +
      (through === undefined
        ? '.'
        : `; From is ${attributeLabels[through]?.en ?? through} of the contact ${contact}, which the portal created.`),
    fix: (params) => [
      ...fixWithAlternativeSender(params, 'en'),
      ...(params.recorded
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do: `To be certain, look for "${params.user}" under "Mailboxes" (Power Platform admin center > Environments > (the environment) > Settings > Email). If it is there, add that mailbox under "mailboxes:" with regarding: ${params.id}; if not, add defaultMailbox: null to the user ${params.id}.`,
            },
          ]),
    ],
  },
  ja: {
    title: 'プロセスの差出人がポータルのアプリケーション ユーザーになっています',
    why:
      '新しいポータルは「# Portals-」で始まるアプリケーション ユーザーとして動作し、ポータルが作成した取引先担当者の所有者もこのユーザーになります。' +
      'アプリケーション ユーザーは実在の担当者ではなく、通常は実在するメールボックスもないため、このユーザーからは送信できません。',
    message: ({ process, user, recorded, through, contact }) =>
      `「${process}」の差出人は「${user}」で、${recorded ? 'メールボックスがありません。' : 'そのメールボックスは設定ファイルにありません。'}` +
      (through === undefined
        ? ''
        : `差出人が、ポータルの作成した取引先担当者 ${contact} の「${attributeLabels[through]?.ja ?? through}」になっています。`),
    fix: (params) => [
      ...fixWithAlternativeSender(params, 'ja'),
      ...(params.recorded
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do: `確実に判定するには、Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で「${params.user}」を探す。見つかった場合は「mailboxes:」に regarding: ${params.id} を付けて追加し、なければユーザー ${params.id} に defaultMailbox: null を追加する。`,
            },
          ]),
    ],
  },
  sources: [
    sources.connectivity,
    sources.fieldReport,
    "derived: the portal's application user has no real address, hence no mailbox that passes the test",
  ],
  examples: {
    bad: [
      {
        change: {
          contacts: { taro: { owner: 'portal-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
      {
        change: {
          users: { 'portal-user': { defaultMailbox: undefined } },
          contacts: { taro: { owner: 'portal-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
    ],
    good: [
      {
        change: {
          mailboxes: { portal: { emailAddress: 'portal@example.com', regarding: 'portal-user' } },
          users: { 'portal-user': { defaultMailbox: undefined } },
          contacts: { taro: { owner: 'portal-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
      {
        change: {
          contacts: { taro: { owner: 'admin-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
    ],
  },
});
