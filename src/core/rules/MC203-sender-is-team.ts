// MC203: From resolves to a team, and a team cannot send.

import { fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { attributeLabels } from './from-labels.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC203',
  subject: 'path',
  stage: 'sender',
  severity: 'error',
  check: ({ path, records }) => {
    const { end, through, where } = path.sender;
    if (end.kind !== 'team') return [];
    return [
      {
        params: {
          ...senderFix(path, records),
          team: end.name,
          through: through?.attribute,
          contact: contactName(path),
        },
        where,
      },
    ];
  },
  en: {
    title: 'The process sends as a team',
    why:
      'From of an e-mail can be a user or a queue, nothing else. A team has no mailbox and is refused as the ' +
      'sender (0x80043506). The queue of the team, with a mailbox of its own, can send.',
    message: ({ process, team, through, contact }) =>
      through === undefined
        ? `"${process}" sends as the team "${team}", which cannot send.`
        : `"${process}" sends as the team "${team}", because it is ${attributeLabels[through]?.en ?? through} of the contact ${contact}; a team cannot send.`,
    fix: (params) => fixWithAlternativeSender(params, 'en'),
  },
  ja: {
    title: 'プロセスの差出人がチームになっています',
    why:
      '電子メールの差出人にできるのはユーザーかキューだけです。チームにはメールボックスがなく、差出人にすると拒否されます(0x80043506)。' +
      'メールボックスを持つチームのキューであれば送信できます。',
    message: ({ process, team, through, contact }) =>
      through === undefined
        ? `「${process}」の差出人がチーム「${team}」です。チームからは送信できません。`
        : `「${process}」の差出人は取引先担当者 ${contact} の「${attributeLabels[through]?.ja ?? through}」、つまりチーム「${team}」です。チームからは送信できません。`,
    fix: (params) => fixWithAlternativeSender(params, 'ja'),
  },
  sources: [sources.table('email'), sources.table('activityparty'), sources.errorCodes],
  examples: {
    bad: [
      {
        change: {
          contacts: { taro: { owner: 'sales-team' } },
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
