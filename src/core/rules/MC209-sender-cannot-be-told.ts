// MC209: the records do not say who From is at run time; the finding names the record that would say it.

import type { UnknownSender } from '../delivery/sender.ts';
import { invitation } from './invitation-example.ts';
import { contactName, processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Who } from './rule.ts';

/** A missing process or step is said by the rules about the process (MC211, MC213). */
type Because = Exclude<UnknownSender, 'process-not-recorded' | 'no-step'>;
type Params = { because: Because; process: string; contact: string; reference: string; anybody: boolean };

export default defineRule({
  code: 'MC209',
  subject: 'path',
  stage: 'sender',
  severity: 'unknown',
  check: ({ path, records }) => {
    const { end, through, where } = path.sender;
    if (end.kind !== 'unknown' || end.because === 'process-not-recorded' || end.because === 'no-step')
      return [];
    const params: Params = {
      because: end.because,
      process: processName(path),
      contact: contactName(path),
      reference: end.reference ?? '',
      anybody: records.contacts.length > 0,
    };
    return [{ params, where: through?.where ?? where }];
  },
  en: {
    title: 'Who sends cannot be told',
    why:
      'From of a process can be read from another record when the process runs: the owner of the contact, a lookup, the user who ' +
      'calls. Without that record the sender, the mailbox and the server profile are unknown. No sender is guessed.',
    message: (params) => words[params.because].en.message(params),
    fix: (params) => [{ who: whoKnows(params), do: words[params.because].en.fix(params) }],
  },
  ja: {
    title: '差出人を特定できません',
    why:
      'プロセスの差出人は、実行時に別のレコード(取引先担当者の所有者、ほかの検索列、実行したユーザーなど)から決まることがあります。' +
      'そのレコードがないと、差出人もメールボックスもサーバー プロファイルもわかりません。推測はしません。',
    message: (params) => words[params.because].ja.message(params),
    fix: (params) => [{ who: whoKnows(params), do: words[params.because].ja.fix(params) }],
  },
  sources: [sources.processes, sources.fieldReport],
  examples: {
    bad: [
      {
        change: {
          contacts: { taro: { owner: undefined } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
      {
        change: { processes: { confirmation: { sendEmailSteps: [{ from: { field: 'new_senderid' } }] } } },
      },
      { change: { processes: { confirmation: { sendEmailSteps: [{ name: 'Send e-mail' }] } } } },
      {
        message: { kind: 'workflow', process: 'welcome' },
        change: {
          processes: {
            welcome: {
              name: 'Welcome',
              category: 'action',
              state: 'activated',
              sendEmailSteps: [{ from: 'calling-user' }],
            },
          },
        },
      },
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: { processes: { invitation: { ...invitation, sendEmailSteps: [{ from: 'owner' }] } } },
      },
    ],
    good: [
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation: { ...invitation, sendEmailSteps: [{ from: 'owner' }] } },
          invitations: { first: { contact: 'taro', createdBy: 'admin-user' } },
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

function whoKnows({ because }: Params): Who {
  return because === 'calling-user' || because === 'field-not-recorded' ? 'process-owner' : 'records-keeper';
}

type OwnWords = { message(params: Params): string; fix(params: Params): string };

const words: Record<Because, { en: OwnWords; ja: OwnWords }> = {
  'from-not-recorded': {
    en: {
      message: ({ process }) => `From of the Send E-mail step of "${process}" is not recorded.`,
      fix: () =>
        'Open the step\'s "Set Properties", read From and add it: from: owner, from: { user: … }, from: { queue: … } or from: empty.',
    },
    ja: {
      message: ({ process }) => `「${process}」の「電子メールの送信」ステップの差出人が記録されていません。`,
      fix: () =>
        'ステップの「プロパティの設定」で差出人を確認し、from: owner、from: { user: … }、from: { queue: … }、from: empty のどれかを追加する。',
    },
  },
  'contact-not-given': {
    en: {
      message: ({ process }) => `From of "${process}" depends on the contact, and none was named.`,
      fix: ({ anybody }) =>
        `${anybody ? 'Name the contact' : 'Add the contact under "contacts:" with its owner, and name it'}: --to ADDRESS (for the command "sender": --for ADDRESS).`,
    },
    ja: {
      message: ({ process }) =>
        `「${process}」の差出人は取引先担当者によって決まりますが、指定されていません。`,
      fix: ({ anybody }) =>
        `取引先担当者を${anybody ? '' : '「contacts:」に owner とともに追加し、'} --to アドレス で指定する(sender コマンドでは --for アドレス)。`,
    },
  },
  'contact-not-recorded': {
    en: {
      message: ({ process, contact }) =>
        `From of "${process}" depends on the contact ${contact}, whose record is not there.`,
      fix: ({ contact }) => `Add the contact ${contact} under "contacts:" with its owner.`,
    },
    ja: {
      message: ({ process, contact }) =>
        `「${process}」の差出人は取引先担当者 ${contact} によって決まりますが、そのレコードがありません。`,
      fix: ({ contact }) => `「contacts:」に取引先担当者 ${contact} を owner とともに追加する。`,
    },
  },
  'owner-not-recorded': {
    en: {
      message: ({ contact, reference }) => `${reference} of the contact ${contact} is not recorded.`,
      fix: ({ contact, reference }) =>
        `Add to the contact ${contact}: ${reference}: USER (SYSTEM, a user's address or id${reference === 'owner' ? ', or a team' : ''}).`,
    },
    ja: {
      message: ({ contact, reference }) => `取引先担当者 ${contact} の ${reference} が記録されていません。`,
      fix: ({ contact, reference }) =>
        `取引先担当者 ${contact} に ${reference}: ユーザー(SYSTEM、アドレス、IDのどれか${reference === 'owner' ? '。チームでもよい' : ''})を追加する。`,
    },
  },
  'reference-not-recorded': {
    en: {
      message: ({ process, reference }) =>
        `From of "${process}" leads to "${reference}", which is not in the records or fits several.`,
      fix: ({ reference }) =>
        `Add "${reference}" under "users:", "queues:" or "teams:", or refer to it by its id.`,
    },
    ja: {
      message: ({ process, reference }) =>
        `「${process}」の差出人は「${reference}」ですが、設定ファイルにないか、当てはまるものが複数あります。`,
      fix: ({ reference }) =>
        `「users:」「queues:」「teams:」のどれかに「${reference}」を追加するか、IDで指定する。`,
    },
  },
  'invitation-not-recorded': {
    en: {
      message: ({ process, contact }) =>
        `"${process}" sends as the owner of the invitation, and the records do not say who owns that of ${contact}.`,
      fix: ({ contact }) =>
        `Write owner: USER (whoever created it, unless it was assigned to somebody else) on the invitation of ${contact} under "invitations:"; if it is not there, add it with contact: ${contact}.`,
    },
    ja: {
      message: ({ process, contact }) =>
        `「${process}」の差出人は招待の所有者ですが、${contact} への招待の所有者が記録されていません。`,
      fix: ({ contact }) =>
        `「invitations:」の ${contact} への招待に owner: ユーザー(割り当てを変えていなければ、招待の作成者)を書く。招待がなければ、contact: ${contact} を付けて追加する。`,
    },
  },
  'field-not-recorded': {
    en: {
      message: ({ process, reference }) =>
        `From of "${process}" is read from ${reference}, whose value the records do not hold.`,
      fix: ({ reference }) =>
        `Look at the record that the process runs on: who stands in ${reference}? To diagnose that sender, write it as from: { user: … } or from: { queue: … }, or as from: empty if nobody does.`,
    },
    ja: {
      message: ({ process, reference }) =>
        `「${process}」の差出人は ${reference} から決まりますが、その値は設定ファイルにありません。`,
      fix: ({ reference }) =>
        `プロセスの対象レコードで ${reference} の値を確認する。その差出人を診断するには、from: { user: … } または from: { queue: … } と書く(値が空の場合は from: empty)。`,
    },
  },
  'calling-user': {
    en: {
      message: ({ process }) => `"${process}" sends as whoever runs it, which the records do not say.`,
      fix: () =>
        `For the portal's own mails add identity: USER to the site. For a real-time workflow with "Execute as: The owner of the workflow" add runAs: owner and owner: USER to the process. For other processes set From to a user or a queue, or write the user who runs it: from: { user: … }.`,
    },
    ja: {
      message: ({ process }) =>
        `「${process}」の差出人は実行したユーザーですが、誰が実行するのか記録されていません。`,
      fix: () =>
        'ポータル標準のメールの場合は、サイトに identity: ユーザー を追加する。実行ユーザーが「ワークフローの所有者」のリアルタイム ワークフローの場合は、プロセスに runAs: owner と owner: ユーザー を追加する。それ以外のプロセスは、差出人をユーザーかキューに固定するか、実行するユーザーを from: { user: … } と書く。',
    },
  },
};
