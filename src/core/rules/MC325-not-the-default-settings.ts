// MC325: an existing mailbox has other settings than the environment's defaults, which only new users and queues get.

import { defaultChanges } from '../delivery/default-settings.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { isLeftOut, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

const labels = {
  en: {
    profile: 'Server Profile',
    incomingEmailDeliveryMethod: 'Incoming Email',
    outgoingEmailDeliveryMethod: 'Outgoing Email',
    actDeliveryMethod: 'Appointments, Contacts, and Tasks',
  },
  ja: {
    profile: 'サーバー プロファイル',
    incomingEmailDeliveryMethod: '受信電子メール',
    outgoingEmailDeliveryMethod: '送信電子メール',
    actDeliveryMethod: '予定、取引先担当者、タスク',
  },
} as const;
type Key = keyof (typeof labels)['en'];

export default defineRule({
  code: 'MC325',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'information',
  check: (facts) => {
    if (facts.purpose === 'test' || facts.mailbox.fields.state === 'inactive') return [];
    const changes = defaultChanges(facts.mailbox, facts.records);
    if (changes === 'forward-mailbox') return [];
    // What is not recorded is asked for elsewhere; only what is known to differ differs.
    const known = changes.filter(({ from }) => from !== undefined);
    const keys = known.map(({ path }) => path[0] as Key);
    const first = keys[0];
    if (first === undefined) return [];
    // Without a profile, or with methods that send nothing, this difference is what stops the mail.
    const sends = facts.mailbox.fields.profile !== null && !isLeftOut(facts);
    return [
      {
        params: { mailbox: nameOf(facts), id: facts.mailbox.id, keys },
        where: facts.mailbox.where([first]),
        ...(sends ? {} : { severity: 'warning' as const }),
      },
    ];
  },
  en: {
    title: "The mailbox differs from the environment's default e-mail settings",
    why:
      'The default server profile and synchronization methods of the environment are given to a user or queue when it is ' +
      'created, never later. A mailbox that is older than the defaults keeps what it had until somebody applies them to it. ' +
      'Another profile may of course be intended.',
    message: ({ mailbox, keys }) =>
      `${keys.map((key) => `"${labels.en[key]}"`).join(', ')} of ${mailbox} ${keys.length === 1 ? 'is' : 'are'} not what the environment gives to new mailboxes.`,
    fix: ({ mailbox, id }) => [
      {
        who: 'records-keeper',
        do: `See what would change: mailcheck apply-defaults ${id} --dry-run. If the difference is intended, leave it.`,
      },
      {
        who: 'system-administrator',
        do: `Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes, select ${mailbox}, "Apply Default Email Settings" > OK; then record that: mailcheck apply-defaults ${id}`,
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスの設定が環境の既定と異なります',
    why:
      '環境の既定のサーバー プロファイルと同期方法が適用されるのは、ユーザーやキューを作成したときだけです。' +
      '既定を決める前からあるメールボックスは、「既定の電子メール設定を適用する」を実行するまで元の設定のままです。' +
      '意図して別の設定にしている場合もあります。',
    message: ({ mailbox, keys }) =>
      `${mailbox} の${keys.map((key) => `「${labels.ja[key]}」`).join('')}が、環境の既定と異なります。`,
    fix: ({ mailbox, id }) => [
      {
        who: 'records-keeper',
        do: `何が変わるかを確かめる: mailcheck apply-defaults ${id} --dry-run(意図した違いであれば、そのままでよい)`,
      },
      {
        who: 'system-administrator',
        do: `Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で ${mailbox} を選び、「既定の電子メール設定を適用する」>「OK」を選ぶ。済んだら設定ファイルにも記録する: mailcheck apply-defaults ${id}`,
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.passwordProfiles, productPages.exchangeOnline],
  examples: {
    bad: [
      {
        change: {
          environment: { defaultOutgoingEmailDeliveryMethod: 'server-side-synchronization' },
          mailboxes: {
            admin: { incomingEmailDeliveryMethod: 'none', outgoingEmailDeliveryMethod: 'none' },
          },
        },
      },
      { change: { environment: { defaultProfile: 'contoso' }, mailboxes: { admin: { profile: null } } } },
      {
        change: {
          environment: { defaultProfile: 'Microsoft Exchange Online' },
          profiles: { online: { name: 'Microsoft Exchange Online', serverType: 'exchange-online' } },
        },
      },
    ],
    good: [
      { change: { environment: { defaultProfile: 'Contoso POP3-SMTP', defaultActDeliveryMethod: 'none' } } },
      {
        change: { environment: { defaultProfile: null }, mailboxes: { admin: { profile: null } } },
      },
      {
        change: {
          environment: { defaultOutgoingEmailDeliveryMethod: 'server-side-synchronization' },
          mailboxes: { admin: { isForwardMailbox: true, outgoingEmailDeliveryMethod: 'none' } },
        },
      },
    ],
  },
});
