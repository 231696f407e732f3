// Knows who could send instead: users and queues with a mailbox in the records, best prepared first, and the steps that
// make one of them the sender, in order. Shared by the sender rules (MC2xx).

import { once } from '../records/look-up.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import type { SenderEnd } from '../delivery/sender-chain.ts';
import { isIdentityKind, kindOf } from '../delivery/find-process.ts';
import type { Entry, Records } from '../records/records.ts';
import { resolveReference } from '../records/records.ts';
import { fromLabels } from './from-labels.ts';
import { processName } from './path-names.ts';
import { fixWords } from './process-fix.ts';
import type { FixStep, Language, Who } from './rule.ts';

export type AlternativeSender = {
  kind: 'user' | 'queue';
  /** Id of the user or queue. */
  id: string;
  name: string;
  address: string;
  approved: boolean;
  tested: boolean;
  /** Who may approve its address: on Exchange Online that is not the environment's administrator. */
  approver: Who;
};

/** At most two: the best prepared user and the best prepared queue, but not the one that sends already. */
export function alternativeSenders(records: Records, present?: SenderEnd): AlternativeSender[] {
  const presentId =
    present?.kind === 'user' ? present.user.id : present?.kind === 'queue' ? present.queue.id : undefined;
  const best = (kind: AlternativeSender['kind']) =>
    bestPrepared(records)
      .filter((sender) => sender.kind === kind && sender.id !== presentId)
      .slice(0, 1);
  return [...best('user'), ...best('queue')];
}

/** The two best of each kind: one of them may be the present sender. */
const bestPrepared = once((records: Records): AlternativeSender[] => {
  const readiness = (sender: AlternativeSender) => (sender.approved ? 1 : 0) + (sender.tested ? 2 : 0);
  const senders = records.mailboxes
    .flatMap((mailbox) => senderOf(records, mailbox))
    .sort((a, b) => readiness(b) - readiness(a));
  return (['user', 'queue'] as const).flatMap((kind) =>
    senders.filter((sender) => sender.kind === kind).slice(0, 2),
  );
});

function senderOf(records: Records, mailbox: Entry<'mailboxes'>): AlternativeSender[] {
  const { regarding, emailAddress, state, isForwardMailbox, profile } = mailbox.fields;
  if (typeof emailAddress !== 'string' || state === 'inactive' || isForwardMailbox === true) return [];
  const owner = resolveReference<'users' | 'queues'>(
    records,
    ['users', 'queues'],
    regarding ?? emailAddress,
  ).found;
  if (owner === undefined || owner.builtIn === true || !maySend(owner)) return [];
  const fields = owner.fields as { fullName?: string; name?: string };
  const type =
    typeof profile === 'string'
      ? resolveReference(records, ['profiles'], profile).found?.fields.serverType
      : undefined;
  return [
    {
      kind: owner.kind === 'queues' ? 'queue' : 'user',
      id: owner.id,
      name: fields.fullName ?? fields.name ?? owner.id,
      address: emailAddress,
      approved: mailbox.fields.emailRouterAccessApproval === 'approved',
      tested:
        mailbox.fields.outgoingEmailStatus === 'success' && mailbox.fields.enabledForOutgoingEmail !== false,
      approver: type === 'exchange-online' ? 'tenant-administrator' : 'system-administrator',
    },
  ];
}

/** A person with a licence who is not switched off, or a queue: application and non-interactive users have no mailbox of their own. */
function maySend(owner: Entry<'users' | 'queues'>): boolean {
  if (owner.kind === 'queues') return (owner as Entry<'queues'>).fields.state !== 'inactive';
  const { fullName, isDisabled, isLicensed, applicationId, accessMode } = (owner as Entry<'users'>).fields;
  if (/^(system$|# portals-)/i.test(fullName ?? owner.id)) return false;
  return (
    isDisabled !== true &&
    isLicensed !== false &&
    applicationId === undefined &&
    accessMode !== 'non-interactive'
  );
}

/** What the steps to another sender need to know of a path. */
export type SenderFix = {
  process: string;
  /** One of the portal's own mails: its siblings want the same repair. */
  portal: boolean;
  /** From as it is: a word of the designer (`owner` …) or the name of the record that was picked. */
  instead?: string;
  /** Which Send E-mail step, counted from 1, where there are several. */
  step?: number;
  alternatives: AlternativeSender[];
};

export function senderFix(path: DeliveryPath, records: Records): SenderFix {
  const kind = path.process.found === undefined ? undefined : kindOf(path.process.found);
  const from = path.step?.step.from;
  const picked = path.sender.hops.find((hop) => hop.hop === 'principal')?.name;
  const instead = typeof from === 'string' ? (from === 'empty' ? undefined : from) : picked;
  return {
    process: processName(path),
    portal: kind !== undefined && isIdentityKind(kind),
    ...(instead === undefined ? {} : { instead }),
    ...(path.step === undefined || stepsBeside(path) < 2 ? {} : { step: path.step.own + 1 }),
    alternatives: alternativeSenders(records, path.sender.end),
  };
}

/** How many Send E-mail steps can be mistaken for this one: those of the same process. */
function stepsBeside({ steps, step }: DeliveryPath): number {
  return steps.filter(({ process }) => process === step?.process).length;
}

/** Prepare the mailbox, then the process: the order matters, because an activated process cannot be edited. */
export function fixWithAlternativeSender(fix: SenderFix, language: Language): FixStep[] {
  const words = steps[language];
  const { process, alternatives } = fix;
  const first = alternatives[0];
  const queue = alternatives.find((sender) => sender.kind === 'queue' && sender !== first);
  const instead =
    fix.instead === undefined ? undefined : (fromLabels[fix.instead]?.[language] ?? fix.instead);
  return [
    ...(first !== undefined && !first.approved
      ? [{ who: first.approver, do: words.approve(first.address) }]
      : []),
    ...(first !== undefined && !first.tested
      ? [{ who: 'system-administrator' as const, do: words.test(first.address) }]
      : []),
    ...(first === undefined ? [{ who: 'system-administrator' as const, do: words.prepare }] : []),
    { who: 'process-owner', do: words.deactivate(process) },
    {
      who: 'process-owner',
      do: words.setFrom(first, instead, fix.step) + words.orQueue(first?.kind === 'queue', queue?.name),
    },
    { who: 'process-owner', do: words.activate(process) + (fix.portal ? words.others : '') },
  ];
}

const steps = {
  en: {
    approve: (address: string) =>
      `Approve the mailbox ${address}: Power Platform admin center > Environments > Settings > Email > Mailboxes > "Approve Email" (to record it: mailcheck approve ${address}).`,
    test: (address: string) =>
      `Test and enable it: "Test & Enable Mailboxes" on the same page (with this tool: mailcheck test-mailbox ${address}).`,
    prepare:
      'Choose a licensed user or a queue with a mailbox of its own; approve the mailbox ("Approve Email") and run "Test & Enable Mailboxes".',
    deactivate: fixWords.en.deactivate,
    setFrom: (sender: AlternativeSender | undefined, instead: string | undefined, step: number | undefined) =>
      `In its Send E-mail step ${step === undefined ? '' : `${step} `}choose "Set Properties" and set From to ${sender === undefined ? 'that user or queue' : sender.kind === 'queue' ? `the queue ${sender.name}` : sender.name}` +
      (instead === undefined ? '' : ` in place of ${instead}`),
    orQueue: (isQueue: boolean, queue: string | undefined) =>
      isQueue
        ? '.'
        : queue === undefined
          ? '; a queue with a working mailbox will do as well.'
          : `, or to the queue ${queue}.`,
    activate: (process: string) => `Choose "Activate" for "${process}".`,
    others: " Then do the same for the portal's other mail processes.",
  },
  ja: {
    approve: (address: string) =>
      `メールボックス ${address} を承認する: Power Platform 管理センター >「環境」>「設定」>「電子メール」>「メールボックス」>「電子メールの承認」(記録は mailcheck approve ${address})。`,
    test: (address: string) =>
      `同じ画面で「メールボックスのテストと有効化」を実行する(このツールでは mailcheck test-mailbox ${address})。`,
    prepare:
      'ライセンスのあるユーザー、または自分のメールボックスを持つキューを選び、「電子メールの承認」と「メールボックスのテストと有効化」を実行する。',
    deactivate: fixWords.ja.deactivate,
    setFrom: (sender: AlternativeSender | undefined, instead: string | undefined, step: number | undefined) =>
      `「電子メールの送信」ステップ${step ?? ''}の「プロパティの設定」を開き、差出人を${instead === undefined ? '' : `「${instead}」から`}${sender === undefined ? 'そのユーザーまたはキュー' : `${sender.kind === 'queue' ? 'キュー' : ''}「${sender.name}」`}に変更する`,
    orQueue: (isQueue: boolean, queue: string | undefined) =>
      isQueue
        ? '。'
        : queue === undefined
          ? '(有効なメールボックスを持つキューでもよい)。'
          : `(キュー「${queue}」でもよい)。`,
    activate: (process: string) => `「${process}」の「アクティブ化」を選ぶ。`,
    others: 'ポータルのほかのメール送信プロセスも同様に直す。',
  },
} as const;
