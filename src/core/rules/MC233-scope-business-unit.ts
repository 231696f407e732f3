// MC233: an event starts the workflow only for records of its owner's business unit, and the contact belongs to another one.

import type { DeliveryPath } from '../delivery/path.ts';
import { nameKey } from '../records/name-key.ts';
import type { Records } from '../records/records.ts';
import { fixWords } from './process-fix.ts';
import { contactName, processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Severity } from './rule.ts';
import { ownerName, processWithScope, unitOf } from './scope.ts';
import { welcome } from './workflow-example.ts';

export default defineRule({
  code: 'MC233',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path, records }) => {
    const reach = reachOf(path, records);
    if (reach === undefined) return [];
    const { severity, ...params } = reach;
    return [
      {
        params: { process: processName(path), contact: contactName(path), ...params },
        where: path.process.found?.where(['scope']),
        severity,
      },
    ];
  },
  en: {
    title: 'The scope Business Unit leaves this contact out',
    why:
      'An event starts a workflow only for records within its scope. With scope Business Unit these are the records of the business ' +
      "unit of the workflow's owner, with scope Parent: Child Business Units also those of the units below it. Contacts that the portal " +
      'creates belong to the business unit of SYSTEM or of the application user of the portal.',
    message: ({ process, contact, unit, contactUnit, below, lacks }) => {
      const starts =
        unit === undefined
          ? `"${process}" starts only for contacts of the business unit of its owner${below ? ' and of the units below it' : ''}`
          : `"${process}" starts only for contacts of the business unit ${unit}${below ? ' and of the units below it' : ''}`;
      if (lacks === 'owner') return `${starts}; who owns the process is not recorded.`;
      if (lacks === 'owner-unit') return `${starts}, which is not recorded.`;
      if (lacks === 'contact-unit')
        return `${starts}; the business unit of the contact${contact === '' ? '' : ` ${contact}`} is not recorded.`;
      return `${starts}; the contact ${contact} belongs to ${contactUnit}${below ? ', which may or may not be one of them' : ''}.`;
    },
    fix: ({ process, contact, owner, unit, contactOwner, contactUnit, below, lacks }) => [
      ...(lacks === undefined && below
        ? [
            {
              who: 'system-administrator' as const,
              do: `Look whether ${contactUnit} stands below ${unit}: Settings > Security > Business Units, open ${contactUnit}, "Parent Business". If it does, the scope is not to blame.`,
            },
          ]
        : []),
      ...(lacks === undefined
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do:
                lacks === 'owner'
                  ? `Add to the process "${process}": owner: USER (its owner under "Processes"), and to that user: businessUnit: NAME.`
                  : lacks === 'owner-unit'
                    ? `Add to the user ${owner}: businessUnit: NAME (Settings > Security > Users, column "Business Unit").`
                    : contact === ''
                      ? 'Name the contact (--to ADDRESS), and record its owner and that owner\'s "businessUnit: NAME".'
                      : `Add to the contact ${contact}: owningBusinessUnit: NAME` +
                        (contactOwner === undefined
                          ? '.'
                          : `, or to its owner ${contactOwner}: businessUnit: NAME.`) +
                        ' (Advanced Find > Contacts, column "Owning Business Unit".)',
            },
          ]),
      ...fixWords.en.editProcess(process, 'set "Scope" to "Organization"'),
    ],
  },
  ja: {
    title: 'ワークフローの範囲が「部署」で、この取引先担当者が対象外です',
    why:
      'イベントで起動するワークフローの対象は、「範囲」に含まれるレコードだけです。「部署」の場合はワークフローの所有者と同じ部署のレコード、' +
      '「部署配下」の場合はさらに下位の部署のレコードが対象です。ポータルが作成した取引先担当者は、SYSTEMまたはポータルのアプリケーション ユーザーの部署に属します。',
    message: ({ process, contact, unit, contactUnit, below, lacks }) => {
      const starts = `「${process}」が起動するのは、${unit === undefined ? 'プロセスの所有者の部署' : `部署「${unit}」`}${below ? 'とその下位の部署' : ''}の取引先担当者に対してだけです。`;
      if (lacks === 'owner') return `${starts}プロセスの所有者が記録されていません。`;
      if (lacks === 'owner-unit') return `${starts}所有者の部署が記録されていません。`;
      if (lacks === 'contact-unit')
        return `${starts}取引先担当者${contact === '' ? '' : ` ${contact} `}の部署が記録されていません。`;
      return below
        ? `${starts}取引先担当者 ${contact} の部署「${contactUnit}」は、その下位ではない可能性があります。`
        : `${starts}取引先担当者 ${contact} の部署は「${contactUnit}」です。`;
    },
    fix: ({ process, contact, owner, unit, contactOwner, contactUnit, below, lacks }) => [
      ...(lacks === undefined && below
        ? [
            {
              who: 'system-administrator' as const,
              do: `「設定」>「セキュリティ」>「部署」で「${contactUnit}」を開き、「親部署」をたどって「${unit}」に行き着くか確認する。行き着く場合、範囲は原因ではない。`,
            },
          ]
        : []),
      ...(lacks === undefined
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do:
                lacks === 'owner'
                  ? `プロセス「${process}」に owner: ユーザー(「プロセス」に表示される所有者)を、そのユーザーに businessUnit: 部署名 を追加する。`
                  : lacks === 'owner-unit'
                    ? `ユーザー ${owner} に businessUnit: 部署名 を追加する(「設定」>「セキュリティ」>「ユーザー」の「部署」列)。`
                    : contact === ''
                      ? '取引先担当者を --to アドレス で指定し、その所有者と、所有者の businessUnit: 部署名 を追加する。'
                      : `取引先担当者 ${contact} に owningBusinessUnit: 部署名 を${contactOwner === undefined ? '' : `、または所有者 ${contactOwner} に businessUnit: 部署名 を`}追加する(「高度な検索」>「取引先担当者」の「所有部署」列)。`,
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
      scoped({ scope: 'business-unit' }, 'Tokyo', { owningBusinessUnit: 'Osaka' }),
      scoped({ scope: 'business-unit' }, 'Tokyo', { owner: 'sales-team' }, 'Osaka'),
      scoped({ scope: 'parent-child-business-units' }, 'Tokyo', { owningBusinessUnit: 'Osaka' }),
      scoped({ scope: 'business-unit' }, undefined, { owningBusinessUnit: 'Osaka' }),
      scoped({ scope: 'business-unit' }, 'Tokyo', {}),
      scoped({ scope: 'business-unit', owner: undefined }, 'Tokyo', {}),
    ],
    good: [
      scoped({ scope: 'business-unit' }, 'Tokyo', { owningBusinessUnit: 'tokyo' }),
      scoped({ scope: 'parent-child-business-units' }, 'Tokyo', { owner: 'admin-user' }),
      scoped({ scope: 'organization' }, 'Tokyo', { owningBusinessUnit: 'Osaka' }),
      // Run on demand, it is started by a person, whatever its scope.
      scoped({ scope: 'business-unit', onDemand: true }, 'Tokyo', { owningBusinessUnit: 'Osaka' }),
    ],
  },
});

function scoped(
  process: Record<string, unknown>,
  unit: string | undefined,
  contact: Record<string, unknown>,
  teamUnit?: string,
) {
  return {
    message: { kind: 'workflow' as const, process: 'welcome', to: 'taro' },
    change: {
      users: { 'admin-user': { businessUnit: unit } },
      teams: { 'sales-team': { businessUnit: teamUnit } },
      contacts: { taro: contact },
      processes: {
        welcome: { ...welcome, ...process },
      },
    },
  };
}

type Reach = {
  severity: Severity;
  /** Whose business unit decides, and the unit, as far as recorded. */
  owner: string | undefined;
  unit: string | undefined;
  contactOwner: string | undefined;
  contactUnit: string | undefined;
  /** The units below that of the owner count too. */
  below: boolean;
  /** What would have to be recorded. */
  lacks?: 'owner' | 'owner-unit' | 'contact-unit';
};

/** Undefined: the scope stands in nobody's way, or does not decide. */
function reachOf(path: DeliveryPath, records: Records): Reach | undefined {
  const process = processWithScope(path, ['business-unit', 'parent-child-business-units']);
  if (process === undefined) return undefined;
  const { owner, scope } = process.fields;
  const contact = path.contact.found?.fields;
  const unit = unitOf(records, owner);
  const contactUnit = contact?.owningBusinessUnit ?? unitOf(records, contact?.owner);
  const below = scope === 'parent-child-business-units';
  const facts = {
    owner: owner === undefined ? undefined : ownerName(records, owner),
    unit,
    contactOwner: contact?.owner === undefined ? undefined : ownerName(records, contact.owner),
    contactUnit,
    below,
  };
  if (owner === undefined) return { ...facts, severity: 'unknown', lacks: 'owner' };
  if (contact?.owningBusinessUnit === undefined && nameKey(contact?.owner ?? '') === nameKey(owner))
    return undefined;
  if (unit === undefined) return { ...facts, severity: 'unknown', lacks: 'owner-unit' };
  if (contactUnit === undefined) return { ...facts, severity: 'unknown', lacks: 'contact-unit' };
  if (unit.toLowerCase() === contactUnit.toLowerCase()) return undefined;
  // Which unit stands below which is not recorded.
  return { ...facts, severity: below ? 'warning' : 'error' };
}
