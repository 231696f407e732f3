// MC230: To of the Send E-mail step is not the contact who waits for the portal's mail.

import { isSomebodyElse } from '../delivery/addressee.ts';
import { isIdentityKind } from '../delivery/find-process.ts';
import type { To } from '../records/process.ts';
import { fromLabels } from './from-labels.ts';
import { fixWords } from './process-fix.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { stepHits } from './step-hits.ts';

export default defineRule({
  code: 'MC230',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) =>
    // Another process may mail whom it likes; the portal's own mails are for the contact.
    isIdentityKind(path.message.kind)
      ? stepHits(path, 'to', 'error', ({ step }) => isSomebodyElse(step.to)).map((hit) => ({
          ...hit,
          params: { process: hit.params.process, to: wordOf(hit.params.step.to), contact: contactName(path) },
        }))
      : [],
  en: {
    title: 'The mail is addressed to somebody else',
    why:
      'A confirmation link, a code or a reset link is meant for the contact that the portal hands to the process. With another dynamic ' +
      'value in To, such as Owner, the mail goes there: to SYSTEM, to the application user or to a colleague.',
    message: ({ process, to, contact }) =>
      `"${process}" sends to ${fromLabels[to]?.en ?? to}, not to the contact${contact === '' ? '' : ` ${contact}`}.`,
    fix: ({ process }) => fixWords.en.editStep(process, 'set To to the contact (Dynamic Values > Contact)'),
  },
  ja: {
    title: 'メールの宛先が別の相手になっています',
    why:
      '確認リンク、コード、再設定リンクを受け取るべき相手は、ポータルがプロセスに渡した取引先担当者です。宛先が「所有者」などの別の動的な値になっていると、' +
      'メールはSYSTEM、アプリケーション ユーザー、別の担当者などに送られます。',
    message: ({ process, to, contact }) =>
      `「${process}」の宛先が、取引先担当者${contact === '' ? '' : ` ${contact} `}ではなく「${fromLabels[to]?.ja ?? to}」になっています。`,
    fix: ({ process }) =>
      fixWords.ja.editStep(process, '宛先に取引先担当者を設定する(「動的な値」>「取引先担当者」)'),
  },
  sources: [
    sources.actions,
    sources.processes,
    'derived: the mail is for the contact that is the target of the action',
  ],
  examples: {
    bad: [
      {
        change: {
          processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, to: 'owner' }] } },
        },
      },
      {
        change: {
          processes: {
            confirmation: {
              sendEmailSteps: [{ from: { user: 'admin-user' }, to: { queue: 'support-queue' } }],
            },
          },
        },
      },
    ],
    good: [
      {
        change: {
          processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, to: 'contact' }] } },
        },
      },
    ],
  },
});

function wordOf(to: To | undefined): string {
  return typeof to === 'object' ? (Object.keys(to)[0] ?? '') : (to ?? '');
}
