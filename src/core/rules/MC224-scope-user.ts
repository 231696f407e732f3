// MC224: an event starts the workflow only for records of its owner (scope User), and the contact is not one of them.

import type { DeliveryPath } from '../delivery/path.ts';
import { nameKey } from '../records/name-key.ts';
import type { Records } from '../records/records.ts';
import { fixWords } from './process-fix.ts';
import { contactName, processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Severity } from './rule.ts';
import { ownerCalled, ownerName, processWithScope } from './scope.ts';
import { welcome } from './workflow-example.ts';

export default defineRule({
  code: 'MC224',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path, records }) => {
    const reach = reachOf(path, records);
    if (reach === undefined) return [];
    return [
      {
        params: {
          process: processName(path),
          contact: contactName(path),
          owner: reach.owner,
          contactOwner: reach.contactOwner,
          lacks: reach.lacks,
        },
        where: path.process.found?.where(['scope']),
        severity: reach.severity,
      },
    ];
  },
  en: {
    title: 'The workflow does not start for this contact (scope User)',
    why:
      'An event starts a workflow only for records within its scope. With scope User, the preset of the designer, these are the ' +
      "records of the workflow's owner; a contact that the portal created belongs to SYSTEM or to the portal's application user.",
    message: ({ process, contact, owner, contactOwner, lacks }) =>
      lacks === 'owner'
        ? `"${process}" has the scope User, and who owns it is not recorded: it starts for that user's contacts only.`
        : lacks === 'contact-owner'
          ? `"${process}" starts for contacts of ${owner} only (scope User); who owns ${contact === '' ? 'the contact' : `the contact ${contact}`} is not recorded.`
          : `"${process}" starts for contacts of ${owner} only (scope User); the contact ${contact} belongs to ${contactOwner}.`,
    fix: ({ process, contact, lacks }) => [
      ...(lacks === undefined
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do:
                lacks === 'owner'
                  ? `Add to the process "${process}": owner: USER (its owner under "Processes").`
                  : contact === ''
                    ? 'Name the contact (--to ADDRESS), and record its owner: owner: USER.'
                    : `Add to the contact ${contact}: owner: USER (or SYSTEM, or a team).`,
            },
          ]),
      ...fixWords.en.editProcess(process, 'set "Scope" to "Organization"'),
    ],
  },
  ja: {
    title: 'ワークフローの範囲が「ユーザー」のため、この取引先担当者では起動しません',
    why:
      'イベントで起動するワークフローの対象は、「範囲」に含まれるレコードだけです。「ユーザー」(デザイナーの既定値)の場合、対象はワークフローの所有者が所有する' +
      'レコードだけですが、ポータルが作成した取引先担当者の所有者はSYSTEMまたはポータルのアプリケーション ユーザーです。',
    message: ({ process, contact, owner, contactOwner, lacks }) =>
      lacks === 'owner'
        ? `「${process}」の範囲は「ユーザー」ですが、所有者が記録されていません。起動するのは、その所有者の取引先担当者に対してだけです。`
        : lacks === 'contact-owner'
          ? `「${process}」が起動するのは ${owner} の取引先担当者に対してだけです(範囲「ユーザー」)。取引先担当者${contact === '' ? '' : ` ${contact} `}の所有者が記録されていません。`
          : `「${process}」が起動するのは ${owner} の取引先担当者に対してだけです(範囲「ユーザー」)。取引先担当者 ${contact} の所有者は ${contactOwner} です。`,
    fix: ({ process, contact, lacks }) => [
      ...(lacks === undefined
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do:
                lacks === 'owner'
                  ? `プロセス「${process}」に owner: ユーザー を追加する(「プロセス」に表示される所有者)。`
                  : contact === ''
                    ? '取引先担当者を --to アドレス で指定し、owner: ユーザー を追加する。'
                    : `取引先担当者 ${contact} に owner: ユーザー(または SYSTEM、チーム)を追加する。`,
            },
          ]),
      ...fixWords.ja.editProcess(process, '「範囲」を「組織」にする'),
    ],
  },
  sources: [
    sources.processes,
    sources.table('workflow'),
    'derived: a record outside the scope does not start the workflow',
  ],
  examples: {
    bad: [
      { message: { kind: 'workflow', process: 'welcome', to: 'taro' }, change: scoped({ scope: 'user' }) },
      {
        message: { kind: 'workflow', process: 'welcome', to: 'taro' },
        change: scoped({ scope: 'user', owner: undefined }),
      },
      { message: { kind: 'workflow', process: 'welcome' }, change: scoped({ scope: 'user' }) },
    ],
    good: [
      {
        message: { kind: 'workflow', process: 'welcome', to: 'taro' },
        change: scoped({ scope: 'organization' }),
      },
      {
        message: { kind: 'workflow', process: 'welcome', to: 'taro' },
        change: { ...scoped({ scope: 'user' }), contacts: { taro: { owner: 'admin-user' } } },
      },
      // The portal calls its actions itself: their scope starts nothing.
      { change: { processes: { confirmation: { scope: 'user' } } } },
    ],
  },
});

function scoped(fields: Record<string, unknown>) {
  return { processes: { welcome: { ...welcome, ...fields } } };
}

type Reach = {
  severity: Severity;
  owner: string;
  contactOwner: string;
  /** What would have to be recorded. */
  lacks?: 'owner' | 'contact-owner';
};

/** Undefined: the scope stands in nobody's way, or does not decide. */
function reachOf(path: DeliveryPath, records: Records): Reach | undefined {
  const process = processWithScope(path, ['user']);
  if (process === undefined) return undefined;
  const { owner } = process.fields;
  if (owner === undefined) return { severity: 'unknown', owner: '', contactOwner: '', lacks: 'owner' };
  const theirOwner = ownerName(records, owner);
  const contactOwner = path.contact.found?.fields.owner;
  if (contactOwner === undefined)
    return { severity: 'unknown', owner: theirOwner, contactOwner: '', lacks: 'contact-owner' };
  const theirs = ownerCalled(records, contactOwner);
  const same =
    theirs === undefined ? nameKey(contactOwner) === nameKey(owner) : theirs === ownerCalled(records, owner);
  return same
    ? undefined
    : { severity: 'error', owner: theirOwner, contactOwner: ownerName(records, contactOwner) };
}
