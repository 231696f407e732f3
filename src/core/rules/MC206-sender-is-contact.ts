// MC206: From is a contact, which cannot send.

import { fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC206',
  subject: 'path',
  stage: 'sender',
  severity: 'error',
  check: ({ path, records }) =>
    path.sender.end.kind === 'contact'
      ? [
          {
            params: { ...senderFix(path, records), sender: path.sender.end.name },
            where: path.sender.where,
          },
        ]
      : [],
  en: {
    title: 'The process sends as a contact',
    why:
      'From of an outgoing e-mail can be a user or a queue, nothing else. A contact has no mailbox in Dataverse and is refused as ' +
      'the sender (0x80043506).',
    message: ({ process, sender }) => `"${process}" sends as the contact "${sender}", which cannot send.`,
    fix: (params) => fixWithAlternativeSender(params, 'en'),
  },
  ja: {
    title: 'プロセスの差出人が取引先担当者になっています',
    why:
      '送信する電子メールの差出人にできるのはユーザーかキューだけです。取引先担当者にはDataverseのメールボックスがなく、' +
      '差出人にすると拒否されます(0x80043506)。',
    message: ({ process, sender }) =>
      `「${process}」の差出人が取引先担当者「${sender}」です。取引先担当者からは送信できません。`,
    fix: (params) => fixWithAlternativeSender(params, 'ja'),
  },
  sources: [sources.table('email'), sources.errorCodes],
  examples: {
    bad: [{ change: { processes: { confirmation: { sendEmailSteps: [{ from: { contact: 'jiro' } }] } } } }],
    good: [
      { change: { processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' } }] } } } },
    ],
  },
});
