// MC225: the owner of the process is a disabled user.

import { isIdentityKind } from '../delivery/find-process.ts';
import { resolveReference } from '../records/records.ts';
import { fixWords } from './process-fix.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { welcome } from './workflow-example.ts';

export default defineRule({
  code: 'MC225',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path, records }) => {
    const process = path.process.found;
    const name = process?.fields.owner;
    if (process === undefined || name === undefined) return [];
    const owner = resolveReference(records, ['users'], name).found;
    if (owner?.fields.isDisabled !== true) return [];
    const { category, mode, runAs, onDemand } = process.fields;
    const called = isIdentityKind(path.message.kind) || category === 'action' || onDemand === true;
    // A process that its caller runs needs its owner for being edited and activated; whether for running is not confirmed.
    const runsAsOwner = !called && (mode === 'background' || (mode === 'real-time' && runAs === 'owner'));
    return [
      {
        params: { process: processName(path), owner: owner.fields.fullName ?? owner.id, runsAsOwner },
        where: process.where(['owner']),
        severity: runsAsOwner ? ('error' as const) : ('warning' as const),
      },
    ];
  },
  en: {
    title: 'The owner of the process is disabled',
    why:
      'A background workflow that an event starts, and a real-time one with "Execute as: The owner of the workflow", run as their owner; ' +
      'as a disabled user nothing runs (0x8004022b, "The specified owner has been disabled"). No process of a disabled owner can be ' +
      'activated by that owner either.',
    message: ({ process, owner, runsAsOwner }) =>
      runsAsOwner
        ? `"${process}" runs as its owner ${owner}, who is disabled, so it does not run.`
        : `"${process}" belongs to ${owner}, who is disabled; it may fail, and ${owner} can no longer edit or activate it.`,
    fix: ({ process }) => [
      {
        who: 'system-administrator',
        do: `In the classic solution view open "Processes", select "${process}" and choose "Assign" to give it to an active user whose mailbox works; a workflow has to be deactivated first.`,
      },
      { who: 'process-owner', do: fixWords.en.activate(process) },
    ],
  },
  ja: {
    title: 'プロセスの所有者が無効なユーザーです',
    why:
      'イベントで起動するバックグラウンド ワークフローと、実行ユーザーを「ワークフローの所有者」としたリアルタイム ワークフローは、所有者として実行されます。' +
      '無効なユーザーとしては実行できません(0x8004022b)。無効な所有者は、プロセスをアクティブ化することもできません。',
    message: ({ process, owner, runsAsOwner }) =>
      runsAsOwner
        ? `「${process}」は所有者 ${owner} として実行されますが、${owner} は無効なユーザーのため実行されません。`
        : `「${process}」の所有者 ${owner} は無効なユーザーです。失敗する可能性があり、${owner} による編集やアクティブ化もできません。`,
    fix: ({ process }) => [
      {
        who: 'system-administrator',
        do: `ソリューションのクラシック表示の「プロセス」で「${process}」を非アクティブ化して選び、「割り当て」で、無効になっておらずメールボックスを使えるユーザーに変更する。`,
      },
      { who: 'process-owner', do: fixWords.ja.activate(process) },
    ],
  },
  sources: [
    sources.processes,
    sources.errorCodes,
    'derived: a process that runs as a disabled user is refused',
  ],
  examples: {
    bad: [
      {
        change: {
          users: { 'left-user': { fullName: 'Ito Ichiro', isDisabled: true } },
          processes: { confirmation: { owner: 'left-user' } },
        },
      },
      {
        message: { kind: 'workflow', process: 'welcome', to: 'taro' },
        change: {
          users: { 'left-user': { fullName: 'Ito Ichiro', isDisabled: true } },
          processes: {
            welcome: { ...welcome, owner: 'left-user' },
          },
        },
      },
    ],
    good: [
      {
        change: {
          users: { 'left-user': { fullName: 'Ito Ichiro', isDisabled: false } },
          processes: { confirmation: { owner: 'left-user' } },
        },
      },
    ],
  },
});
