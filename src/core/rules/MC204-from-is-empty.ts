// MC204: From is empty; what the platform then does is not confirmed.

import { fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC204',
  subject: 'path',
  stage: 'sender',
  severity: 'unknown',
  check: ({ path, records }) =>
    path.sender.end.kind === 'empty'
      ? [
          {
            params: {
              ...senderFix(path, records),
              byTeam: path.sender.through !== undefined,
              actor: path.sender.actsAs?.fields.fullName ?? path.sender.actsAs?.id,
              contact: contactName(path),
            },
            where: path.sender.through?.where ?? path.sender.where,
          },
        ]
      : [],
  en: {
    title: 'From is empty',
    why:
      'A mail without a sender belongs to no mailbox that could send it. The platform may put in the user who runs the process, or ' +
      'leave the mail lying, or fail: that is not documented, so it cannot be said who sends.',
    message: ({ process, byTeam, contact, actor }) =>
      (byTeam
        ? `"${process}" takes Owning User of the contact ${contact}, which is empty because a team owns it; the mail may have no sender`
        : `"${process}" sends with an empty From; the mail may have no sender`) +
      (actor === undefined ? '.' : `, or the sender "${actor}", as whom it runs.`),
    fix: (params) => [
      ...fixWithAlternativeSender(params, 'en'),
      {
        who: 'records-keeper',
        do: 'Then record the new From in the step: from: { user: ID } or from: { queue: ID }. To learn who was put in, open an e-mail that the process has made and read its From.',
      },
    ],
  },
  ja: {
    title: '差出人が空です',
    why:
      '差出人のないメールには、送信するメールボックスがありません。プロセスを実行したユーザーが補われる、メールが残ったままになる、エラーになる、' +
      'のいずれもあり得ますが、動作は公開されていないため、誰が送信するのか判断できません。',
    message: ({ process, byTeam, contact, actor }) =>
      (byTeam
        ? `「${process}」の差出人は取引先担当者 ${contact} の「所有ユーザー」ですが、所有者がチームのため空です。`
        : `「${process}」の差出人が空です。`) +
      (actor === undefined
        ? '差出人のないメールになる可能性があります。'
        : `差出人のないメールになるか、プロセスを実行する「${actor}」が差出人になる可能性があります。`),
    fix: (params) => [
      ...fixWithAlternativeSender(params, 'ja'),
      {
        who: 'records-keeper',
        do: '変更後の差出人をステップの from: { user: ID } または from: { queue: ID } に記録する。補われた差出人を知るには、このプロセスで作られた電子メールを開いて差出人を見る。',
      },
    ],
  },
  sources: [
    sources.table('email'),
    'derived: the sender of a step without From is not documented; owninguser is empty where a team owns the row',
  ],
  examples: {
    bad: [
      { change: { processes: { confirmation: { sendEmailSteps: [{ from: 'empty' }] } } } },
      {
        change: {
          contacts: { taro: { owner: 'sales-team' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owning-user' }] } },
        },
      },
    ],
    good: [
      {
        change: {
          contacts: { taro: { owner: 'admin-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owning-user' }] } },
        },
      },
    ],
  },
});
