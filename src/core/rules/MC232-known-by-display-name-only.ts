// MC232: the recorded process bears the display name of the portal's process, but not its unique name.

import { hasOwnUniqueName, isIdentityKind } from '../delivery/find-process.ts';
import { processOf } from '../delivery/message.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC232',
  subject: 'path',
  stage: 'process',
  severity: 'unknown',
  check: ({ path }) => {
    const process = path.process.found;
    const { kind } = path.message;
    if (process === undefined || !isIdentityKind(kind) || hasOwnUniqueName(process, kind)) return [];
    const { uniqueName: is } = process.fields;
    return [
      {
        params: { process: processName(path), is, expected: `adx_${processOf[kind].uniqueName}` },
        where: process.where(['uniqueName']),
        // Without a unique name it is most likely the one; with another it is not.
        severity: is === undefined ? ('warning' as const) : ('unknown' as const),
      },
    ];
  },
  en: {
    title: 'The process is known by its display name only',
    why:
      'The portal calls its actions by unique name: display names are translated, changed and given to copies. A copy, or an action of ' +
      'another publisher, may look the same in the list and is never called.',
    message: ({ process, is, expected }) =>
      is === undefined
        ? `"${process}" was matched by its display name; whether it is ${expected}, which the portal calls, is not recorded.`
        : `"${process}" has the unique name ${is}; the portal calls ${expected}, which is not in the records.`,
    fix: ({ process, is, expected }) => [
      {
        who: 'records-keeper',
        do:
          is === undefined
            ? `Look "${process}" up under "Processes": if its unique name is ${expected}, add uniqueName: ${expected} to the record.`
            : `Add the process with uniqueName: ${expected} under "processes:", with state and sendEmailSteps. It came with the solution MicrosoftIdentityWorkflows.`,
      },
    ],
  },
  ja: {
    title: 'プロセスを表示名だけで見分けています',
    why:
      'ポータルはアクションを一意の名前で呼び出します。表示名は翻訳や変更ができ、コピーにも付くため、' +
      'コピーやほかの発行者のアクションは、一覧では同じに見えても呼び出されません。',
    message: ({ process, is, expected }) =>
      is === undefined
        ? `「${process}」は表示名で見つけたもので、ポータルが呼び出す ${expected} かどうかは記録されていません。`
        : `「${process}」の一意の名前は ${is} です。ポータルが呼び出す ${expected} は設定ファイルにありません。`,
    fix: ({ process, is, expected }) => [
      {
        who: 'records-keeper',
        do:
          is === undefined
            ? `「プロセス」で「${process}」の一意の名前を確認し、${expected} であれば uniqueName: ${expected} を追加する。`
            : `「processes:」に uniqueName: ${expected} のプロセスを state と sendEmailSteps とともに追加する(ソリューション MicrosoftIdentityWorkflows に含まれる)。`,
      },
    ],
  },
  sources: [sources.actions, sources.portalCode('CrmOrganizationStore.InvokeProcessAsync')],
  examples: {
    bad: [
      { change: { processes: { confirmation: { uniqueName: undefined } } } },
      { change: { processes: { confirmation: { uniqueName: 'new_SendEmailConfirmationToContact' } } } },
    ],
    good: [
      {
        change: {
          processes: {
            confirmation: { name: '電子メール確認の送信', uniqueName: 'adx_SendEmailConfirmationToContact' },
          },
        },
      },
    ],
  },
});
