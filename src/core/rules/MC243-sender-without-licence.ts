// MC243: the user who would send has no licence. A warning: environments that bill by use work without one, and where the licence
// was lost the platform deactivates the mailbox, which has a rule of its own.

import { fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC243',
  subject: 'path',
  stage: 'sender',
  severity: 'warning',
  check: ({ path, records }) => {
    const { end } = path.sender;
    if (end.kind !== 'user' || path.environment?.fields.deployment === 'on-premises') return [];
    const { isLicensed, isDisabled, applicationId, accessMode, fullName } = end.user.fields;
    // Application and non-interactive users need none; of one who is disabled MC205 speaks.
    if (isLicensed !== false || isDisabled === true) return [];
    if (applicationId !== undefined || accessMode === 'non-interactive') return [];
    return [
      {
        params: { ...senderFix(path, records), user: fullName ?? end.user.id },
        where: end.user.where(['isLicensed']),
      },
    ];
  },
  en: {
    title: 'The user who sends has no licence',
    why: 'A user who loses the licence loses the mailbox: the platform deactivates it, and refuses to work for the mailbox of an owner without one (−2147167669). Mail from this user then stays in Pending Send.',
    message: ({ process, user }) => `"${process}" sends as ${user}, who has no licence.`,
    fix: (params) => [
      {
        who: 'tenant-administrator',
        do: `If ${params.user} is to send: in the Microsoft 365 admin center (Users > Active users > ${params.user} > "Licenses and apps") assign a licence for the environment.`,
      },
      {
        who: 'system-administrator',
        do: 'Then activate the mailbox and run "Test & Enable Mailboxes" (Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes). Else choose another sender:',
      },
      ...fixWithAlternativeSender(params, 'en'),
    ],
  },
  ja: {
    title: '差出人のユーザーにライセンスがありません',
    why: 'ライセンスがなくなると、ユーザーのメールボックスも非アクティブになります。所有者にライセンスがないメールボックスは処理されません(−2147167669)。その場合、このユーザーからのメールは「送信保留」のまま残ります。',
    message: ({ process, user }) => `「${process}」の差出人 ${user} にはライセンスがありません。`,
    fix: (params) => [
      {
        who: 'tenant-administrator',
        do: `${params.user} から送信する場合は、Microsoft 365管理センターの「アクティブなユーザー」で ${params.user} を開き、「ライセンスとアプリ」で環境のライセンスを割り当てる。`,
      },
      {
        who: 'system-administrator',
        do: 'その後、Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」でメールボックスをアクティブ化して「メールボックスのテストと有効化」を実行する。そうでない場合は、以下の手順で差出人を変更する。',
      },
      ...fixWithAlternativeSender(params, 'ja'),
    ],
  },
  sources: [
    'Microsoft Support KB4481318',
    'Microsoft support article KB4471762',
    sources.table('systemuser'),
    sources.table('mailbox'),
  ],
  examples: {
    bad: [{ change: { users: { 'admin-user': { isLicensed: false } } } }],
    good: [
      { change: { users: { 'admin-user': { isLicensed: true } } } },
      { change: { users: { 'admin-user': { isLicensed: false, accessMode: 'non-interactive' } } } },
    ],
  },
});
