// `mailcheck apply-defaults`: gives recorded mailboxes the environment's default server profile and synchronization methods,
// which the platform gives to new users and queues only. Shows every change; applying again changes nothing.

import { defaultChanges, defaultSettings } from '../../core/delivery/default-settings.ts';
import type { Entry, Records } from '../../core/records/records.ts';
import { whereText, type Where } from '../../core/records/where.ts';
import type { RecordChange } from '../../core/mailbox-report.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { Unusable, worst, type ExitCode } from '../exit.ts';
import { activeMailboxes, mailboxesNamed, refuseBesideAll } from '../mailboxes.ts';
import { changeTable, recordedLines } from '../reporters/changes.ts';
import { safe } from '../safe.ts';
import { loadWorkspace, placeText, writeBack, type Write } from '../workspace.ts';
import { wrap } from '../wrap.ts';

export type ApplyDefaultsArguments = {
  workspace?: string;
  addresses: string[];
  all?: boolean;
  dryRun?: boolean;
};

type Words = {
  which: string;
  none: string;
  noDefaults(place: string | undefined): string;
  missing(keys: string): string;
  already(names: string): string;
  forward(names: string): string;
  more(names: string, count: number): string;
  testAgain(names: string): string;
  would: string;
};

const words: Record<Language, Words> = {
  en: {
    which: 'Which mailboxes? Name them, or use --all. See: mailcheck apply-defaults --help',
    none: 'No active mailbox is recorded.',
    noDefaults: (place) =>
      `The records hold no default e-mail settings of the environment, so there is nothing to apply. Read them in Power Platform admin center > Environments > (the environment) > Settings > Email > Email settings, "Synchronization methods", and add to "environment:"${place === undefined ? '' : ` (${place})`}: defaultProfile: ID of the server profile, defaultIncomingEmailDeliveryMethod, defaultOutgoingEmailDeliveryMethod: server-side-synchronization or none, defaultActDeliveryMethod: none or server-side-synchronization`,
    missing: (keys) =>
      `Not recorded under "environment:", so it stays as it is in the mailboxes (the admin center would apply it as well): ${keys}`,
    already: (names) => `Already as the environment's defaults; nothing to change: ${names}`,
    forward: (names) =>
      `Left alone, because a forward mailbox belongs to no user or queue and must not send: ${names}`,
    more: (names, count) => `${names} and ${count} more`,
    testAgain: (names) =>
      `A test made before this change speaks for the earlier settings. Test again: mailcheck test-mailbox ${names}`,
    would: 'Nothing was written (--dry-run).',
  },
  ja: {
    which:
      'メールボックスを指定するか、--all を付けてください。使い方は mailcheck apply-defaults --help で確認できます。',
    none: 'アクティブなメールボックスが設定ファイルにありません。',
    noDefaults: (place) =>
      `環境の既定の電子メール設定が設定ファイルにないため、適用できません。Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「電子メール設定」の「同期方法」を確認し、「environment:」${place === undefined ? '' : `(${place})`}に次のキーを追加してください: defaultProfile: サーバー プロファイルのID、defaultIncomingEmailDeliveryMethod と defaultOutgoingEmailDeliveryMethod: server-side-synchronization または none、defaultActDeliveryMethod: none または server-side-synchronization`,
    missing: (keys) =>
      `「environment:」に記録がないため、メールボックスの値を変えません(管理センターで適用すると、これも変わります): ${keys}`,
    already: (names) => `すでに環境の既定どおりです: ${names}`,
    forward: (names) =>
      `転送メールボックスはユーザーやキューのものではなく、送信もできないため、変更しません: ${names}`,
    more: (names, count) => `${names} ほか${count}件`,
    testAgain: (names) =>
      `変更前のテストの結果は、以前の設定についてのものです。もう一度テストしてください: mailcheck test-mailbox ${names}`,
    would: '書き込んでいません(--dry-run)。',
  },
};

export async function applyDefaults(args: ApplyDefaultsArguments, context: Context): Promise<ExitCode> {
  refuseBesideAll(args, 'apply-defaults', context.language);
  const { records } = await loadWorkspace(args.workspace, context);
  const { language, style } = context;
  const said = words[language];
  const mailboxes = mailboxesAsked(args, records, language);
  const { fields, missing } = defaultSettings(records);
  if (Object.keys(fields).length === 0) {
    const place = records.environment?.where();
    throw new Unusable(said.noDefaults(place === undefined ? undefined : whereText(place)));
  }
  const say = (sign: string, text: string) => {
    const [first, ...rest] = wrap(safe(text), style.width - 2);
    context.out([`${sign} ${first ?? ''}`, ...rest.map((line) => `  ${line}`)].join('\n'));
  };
  if (missing.length > 0) say(style.signs.none, said.missing(missing.join(', ')));

  const writes: Write[] = [];
  const already: Entry<'mailboxes'>[] = [];
  const forward: Entry<'mailboxes'>[] = [];
  for (const entry of mailboxes) {
    const changes = defaultChanges(entry, records);
    if (changes === 'forward-mailbox') forward.push(entry);
    else if (changes.length === 0) already.push(entry);
    else writes.push({ entry, changes: [...changes, ...changedNow(entry, context.now())] });
  }
  if (forward.length > 0) say(style.signs.none, said.forward(namesOf(forward, language)));
  if (already.length > 0) say(style.colour.green(style.signs.good), said.already(namesOf(already, language)));
  if (writes.length === 0) return 0;

  // Written first: no line may show a change that the file does not hold.
  const dryRun = args.dryRun === true;
  const { written, failed } = dryRun
    ? { written: new Map<Entry, Where>(), failed: false }
    : await writeBack(writes, context);
  const done = dryRun ? writes : writes.filter(({ entry }) => written.has(entry));
  const rows = done.map(({ entry, changes }) => ({ name: addressOf(entry), changes }));
  if (rows.length > 0) context.out(changeTable(rows, style, language).join('\n'));
  if (dryRun) context.out(said.would);
  else if (done.length > 0) {
    const names = namesOf(
      done.map(({ entry }) => entry),
      language,
    );
    const places = [...written.values()].map(placeText);
    context.out(['', ...recordedLines(places, 'apply-defaults', names, style, language)].join('\n'));
    const test = done.length > shownNames ? '--all' : done.map(({ entry }) => addressOf(entry)).join(' ');
    context.out(wrap(safe(said.testAgain(test)), style.width).join('\n'));
  }
  return worst(failed ? [2] : [0]);
}

function mailboxesAsked(
  { addresses, all }: ApplyDefaultsArguments,
  records: Records,
  language: Language,
): Entry<'mailboxes'>[] {
  if (addresses.length === 0 && all !== true) throw new Unusable(words[language].which);
  const asked = new Set([
    ...mailboxesNamed(records, addresses, language),
    ...(all === true ? activeMailboxes(records) : []),
  ]);
  if (asked.size === 0) throw new Unusable(words[language].none);
  return [...asked];
}

/**
 * Where a test succeeded, the record says that it was changed since (MC315). That the platform takes the status back is not
 * confirmed, so the status stays.
 */
function changedNow({ fields }: Entry<'mailboxes'>, now: Date): RecordChange[] {
  const tested = fields.outgoingEmailStatus === 'success' || fields.incomingEmailStatus === 'success';
  return tested
    ? [{ path: ['modifiedOn'], from: fields.modifiedOn, to: now.toISOString().replace(/\.\d+Z$/, 'Z') }]
    : [];
}

const shownNames = 5;

function namesOf(entries: readonly Entry<'mailboxes'>[], language: Language): string {
  const names = entries.slice(0, shownNames).map(addressOf).join(', ');
  const left = entries.length - shownNames;
  return left > 0 ? words[language].more(names, left) : names;
}

function addressOf({ fields, id }: Entry<'mailboxes'>): string {
  return fields.emailAddress ?? id;
}
