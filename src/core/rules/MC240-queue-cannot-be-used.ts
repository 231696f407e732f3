// MC240: the identity that runs the process may not send as the queue in From.

import { isIdentityKind, kindOf } from '../delivery/find-process.ts';
import { resolveReference } from '../records/records.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { welcome } from './workflow-example.ts';

export default defineRule({
  code: 'MC240',
  subject: 'path',
  stage: 'sender',
  severity: 'error',
  check: ({ path, records }) => {
    const { end, actsAs } = path.sender;
    const process = path.process.found;
    // Only what the records say in as many words: whether an identity may read queues is seldom recorded.
    const depth = actsAs?.fields.privileges?.prvReadQueue;
    if (end.kind !== 'queue' || process === undefined || actsAs === undefined) return [];
    if (depth !== 'none' && depth !== 'user') return [];
    const { owner } = end.queue.fields;
    if (
      depth === 'user' &&
      owner !== undefined &&
      resolveReference(records, ['users'], owner).found === actsAs
    )
      return [];
    const kind = kindOf(process);
    // Confirmed for the owner of a workflow; how the portal's own identity is treated is not.
    const certain = depth === 'none' && !(kind !== undefined && isIdentityKind(kind));
    return [
      {
        params: {
          process: processName(path),
          actor: actsAs.fields.fullName ?? actsAs.id,
          queue: end.queue.fields.name ?? end.queue.id,
          depth,
          certain,
        },
        where: actsAs.where(['privileges', 'prvReadQueue']),
        severity: certain ? ('error' as const) : ('warning' as const),
      },
    ];
  },
  en: {
    title: 'The process may not send as this queue',
    why:
      'To send as a queue, whoever runs the process needs read access to it (privilege prvReadQueue, deep enough for the queue). Else ' +
      'the step fails with 0x8004480f. The option and the privilege for sending as another user play no part here.',
    message: ({ process, actor, queue, depth, certain }) =>
      depth === 'none'
        ? `"${process}" runs as ${actor}, who may not read the queue "${queue}"${certain ? ', so it cannot send as the queue.' : '; sending as the queue may be refused.'}`
        : `"${process}" runs as ${actor}, who may read only queues of their own; sending as the queue "${queue}" may be refused.`,
    fix: ({ actor, queue }) => [
      {
        who: 'system-administrator',
        do: `Give ${actor} a security role with "Read" on the table Queue at organization level (Security Roles > the role > Core Records > Queue).`,
      },
      {
        who: 'system-administrator',
        do: `Or, if "${queue}" is a private queue, add ${actor} to its members: Settings > Business > Queues > "${queue}".`,
      },
    ],
  },
  ja: {
    title: 'プロセスがこのキューとして送信できません',
    why:
      'キューとして送信するには、プロセスを実行する側にキューの読み取り権限(キューに届く範囲の特権 prvReadQueue)が必要で、なければ 0x8004480f で失敗します。' +
      'ほかのユーザーとして送信するための個人用オプションや特権は関係ありません。',
    message: ({ process, actor, queue, depth, certain }) =>
      depth === 'none'
        ? `「${process}」は「${actor}」として実行されますが、キュー「${queue}」の読み取り権限がありません。${certain ? 'このキューからは送信できません。' : 'キューとしての送信が拒否される可能性があります。'}`
        : `「${process}」は「${actor}」として実行されますが、読み取れるのは自分のキューだけです。キュー「${queue}」としての送信が拒否される可能性があります。`,
    fix: ({ actor, queue }) => [
      {
        who: 'system-administrator',
        do: `「${actor}」に、「キュー」テーブルの「読み取り」を組織レベルで持つセキュリティ ロールを割り当てる(「セキュリティ ロール」> 対象のロール >「コア レコード」>「キュー」)。`,
      },
      {
        who: 'system-administrator',
        do: `「${queue}」がプライベート キューの場合は、メンバーに「${actor}」を追加する(「設定」>「ビジネス」>「キュー」>「${queue}」)。`,
      },
    ],
  },
  sources: ['https://learn.microsoft.com/power-platform/admin/send-email-on-behalf', sources.errorCodes],
  examples: {
    bad: [queueWorkflow('none'), queueWorkflow('user')],
    good: [
      queueWorkflow('organization'),
      {
        ...queueWorkflow('user'),
        change: {
          ...queueWorkflow('user').change,
          queues: { 'support-queue': { owner: 'ichiro' } },
        },
      },
    ],
  },
});

function queueWorkflow(depth: string) {
  return {
    message: { kind: 'workflow' as const, process: 'welcome', to: 'taro' },
    change: {
      users: {
        ichiro: {
          fullName: 'Ito Ichiro',
          isDisabled: false,
          accessMode: 'read-write',
          privileges: { prvReadQueue: depth },
        },
      },
      processes: {
        welcome: { ...welcome, owner: 'ichiro' },
      },
    },
  };
}
