// MC214: the recorded process is not what the portal calls: another category, or bound to another table.

import { isIdentityKind } from '../delivery/find-process.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import { processOf } from '../delivery/message.ts';
import { invitation } from './invitation-example.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Severity } from './rule.ts';

export default defineRule({
  code: 'MC214',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => {
    const mismatch = mismatchOf(path);
    if (mismatch === undefined) return [];
    const { field, is, expected, severity } = mismatch;
    return [
      {
        params: { process: processName(path), field, is, expected, certain: severity === 'error' },
        where: path.process.found?.where([field]),
        severity,
      },
    ];
  },
  en: {
    title: 'This is not the process that the portal calls',
    why:
      'The three identity mails are custom actions on contact (solution MicrosoftIdentityWorkflows): the portal calls the message ' +
      'adx_SendEmailConfirmationToContact and its siblings with the contact as target. A workflow of the same name is never called. ' +
      'Send Invitation is the exception: a background workflow on adx_invitation that an administrator runs.',
    message: ({ process, field, is, expected, certain }) =>
      `${field} of "${process}" is ${is}, not ${expected}` +
      (certain ? ': the portal does not call it.' : ': this may not be the process that sends.'),
    fix: ({ process, field, expected }) => [
      {
        who: 'records-keeper',
        do: `Look "${process}" up under "Processes": if it is ${expected} there, correct ${field} in the record.`,
      },
      {
        who: 'system-administrator',
        do: 'If it is not: find the process that came with the portal by its unique name, and diagnose that one; a copy or namesake is not called.',
      },
    ],
  },
  ja: {
    title: 'ポータルが呼び出すプロセスではありません',
    why:
      'ポータル標準の3種類のメールは、取引先担当者のカスタム アクションです(ソリューション MicrosoftIdentityWorkflows)。ポータルは取引先担当者を対象として ' +
      'adx_SendEmailConfirmationToContact などのメッセージを呼び出すため、同じ名前のワークフローは呼び出されません。' +
      '例外は「Send Invitation」で、管理者が実行する adx_invitation のバックグラウンド ワークフローです。',
    message: ({ process, field, is, expected, certain }) =>
      `「${process}」の ${field} が ${expected} ではなく ${is} です。` +
      (certain ? 'ポータルからは呼び出されません。' : '送信しているのは別のプロセスの可能性があります。'),
    fix: ({ process, field, expected }) => [
      {
        who: 'records-keeper',
        do: `「プロセス」で「${process}」を確認し、実際には ${expected} であれば、設定ファイルの ${field} を直す。`,
      },
      {
        who: 'system-administrator',
        do: 'そうでなければ、ポータルに付属するプロセスを一意の名前で探して、そちらを診断する(コピーや同名のものは呼び出されない)。',
      },
    ],
  },
  sources: [
    sources.actions,
    sources.invitation,
    'derived: the portal passes the contact as Target of the message',
  ],
  examples: {
    bad: [
      { change: { processes: { confirmation: { category: 'workflow', mode: 'background' } } } },
      { change: { processes: { confirmation: { primaryEntity: 'account' } } } },
      {
        message: { kind: 'invitation', to: 'taro' },
        change: { processes: { invitation: { ...invitation, primaryEntity: 'contact' } } },
      },
    ],
    good: [
      { change: { processes: { confirmation: { category: 'action' } } } },
      { message: { kind: 'invitation', to: 'taro' }, change: { processes: { invitation } } },
    ],
  },
});

type Field = 'category' | 'primaryEntity';
type Mismatch = { field: Field; is: string; expected: string; severity: Severity };

function mismatchOf(path: DeliveryPath): Mismatch | undefined {
  const process = path.process.found;
  const { kind } = path.message;
  if (process === undefined || kind === 'workflow') return undefined;
  const differs = (field: Field, expected: string, severity: Severity): Mismatch[] => {
    const is = process.fields[field];
    return is === undefined || is.toLowerCase() === expected ? [] : [{ field, is, expected, severity }];
  };
  if (!isIdentityKind(kind)) return differs('primaryEntity', 'adx_invitation', 'warning')[0];
  // A namesake by display name alone says nothing of the process with the unique name, which is then not recorded.
  const named = process.fields.uniqueName?.toLowerCase().endsWith(processOf[kind].uniqueName.toLowerCase());
  const severity = named === true ? 'error' : 'unknown';
  return [...differs('category', 'action', severity), ...differs('primaryEntity', 'contact', severity)][0];
}
