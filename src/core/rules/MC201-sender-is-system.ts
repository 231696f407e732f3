// MC201: From resolves to SYSTEM, which has no mailbox that could be set up.

import { fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { attributeLabels } from './from-labels.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC201',
  subject: 'path',
  stage: 'sender',
  severity: 'error',
  check: ({ path, records }) =>
    path.sender.end.kind === 'system'
      ? [
          {
            params: {
              ...senderFix(path, records),
              through: path.sender.through?.attribute,
              contact: contactName(path),
            },
            where: path.sender.where,
          },
        ]
      : [],
  en: {
    title: 'The process sends as SYSTEM',
    why:
      'SYSTEM has no mailbox that can be approved, tested and enabled, so a mail from SYSTEM is never handed to a mail server; the ' +
      'confirmation page says "sent" all the same. It usually comes about through From = Owner: many portals create their contacts ' +
      'as SYSTEM, which then owns them.',
    message: ({ process, through, contact }) =>
      through === undefined
        ? `"${process}" sends as SYSTEM, which cannot send.`
        : `"${process}" sends as SYSTEM, because From is ${attributeLabels[through]?.en ?? through} of the contact ${contact}; SYSTEM cannot send.`,
    fix: (params) => fixWithAlternativeSender(params, 'en'),
  },
  ja: {
    title: 'プロセスの差出人がSYSTEMになっています',
    why:
      'SYSTEMには承認・テスト・有効化できるメールボックスがないため、差出人がSYSTEMのメールはサーバーに渡りません。それでも確認メールの画面には送信したと表示されます。' +
      '多くの場合、差出人が「所有者」になっていることが原因です。取引先担当者をSYSTEMとして作成するポータルでは、その所有者がSYSTEMになります。',
    message: ({ process, through, contact }) =>
      through === undefined
        ? `「${process}」の差出人がSYSTEMです。SYSTEMからは送信できません。`
        : `「${process}」の差出人は取引先担当者 ${contact} の「${attributeLabels[through]?.ja ?? through}」、つまりSYSTEMです。SYSTEMからは送信できません。`,
    fix: (params) => fixWithAlternativeSender(params, 'ja'),
  },
  sources: [sources.fieldReport, sources.connectivity, sources.authentication],
  examples: {
    bad: [
      { change: { processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } } } },
      { change: { processes: { confirmation: { sendEmailSteps: [{ from: { user: 'SYSTEM' } }] } } } },
    ],
    good: [
      {},
      { change: { processes: { confirmation: { sendEmailSteps: [{ from: { queue: 'support-queue' } }] } } } },
    ],
  },
});
