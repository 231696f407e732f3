// MC202: From resolves to the portal's application user, which has no mailbox.

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
      'it. An application user has no mailbox of its own, so nothing can be sent as this user.',
    message: ({ process, user, through, contact }) =>
      `"${process}" sends as "${user}", which has no mailbox` +
      (through === undefined
        ? '.'
        : `; From is ${attributeLabels[through]?.en ?? through} of the contact ${contact}, which the portal created.`),
    fix: (params) => fixWithAlternativeSender(params, 'en'),
  },
  ja: {
    title: 'プロセスの差出人がポータルのアプリケーション ユーザーになっています',
    why:
      '新しいポータルは「# Portals-」で始まるアプリケーション ユーザーとして動作し、ポータルが作成した取引先担当者の所有者もこのユーザーになります。' +
      'アプリケーション ユーザーは自分のメールボックスを持たないため、このユーザーからは送信できません。',
    message: ({ process, user, through, contact }) =>
      `「${process}」の差出人は「${user}」で、メールボックスがありません。` +
      (through === undefined
        ? ''
        : `差出人が、ポータルの作成した取引先担当者 ${contact} の「${attributeLabels[through]?.ja ?? through}」になっています。`),
    fix: (params) => fixWithAlternativeSender(params, 'ja'),
  },
  sources: [
    sources.connectivity,
    sources.fieldReport,
    'derived: an application user has no mailbox of its own',
  ],
  examples: {
    bad: [
      {
        change: {
          contacts: { taro: { owner: 'portal-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
    ],
    good: [
      {
        change: {
          contacts: { taro: { owner: 'admin-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
    ],
  },
});
