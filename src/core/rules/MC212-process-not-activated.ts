// MC212: the process is a draft or suspended, so it sends nothing.

import { fixWords } from './process-fix.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC212',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => {
    const state = path.process.found?.fields.state;
    if (path.process.found === undefined || state === undefined || state === 'activated') return [];
    return [{ params: { process: processName(path), state }, where: path.process.found.where(['state']) }];
  },
  en: {
    title: 'The process is not activated',
    why:
      'Only an activated process can be called. The portal catches the error of a confirmation mail and shows "sent" all the same; ' +
      'a two-factor code ends in an error page. No e-mail row is made.',
    message: ({ process, state }) =>
      `"${process}" is ${state === 'draft' ? 'a draft' : 'suspended'}, so it sends nothing.`,
    fix: ({ process, state }) => [
      ...(state === 'suspended'
        ? [
            {
              who: 'tenant-administrator' as const,
              do: `Find out what suspended it: Power Platform admin center > Policies > Data policies; a data policy that forbids what "${process}" does has to be changed first.`,
            },
          ]
        : []),
      { who: 'process-owner', do: fixWords.en.activate(process) },
    ],
  },
  ja: {
    title: 'プロセスがアクティブ化されていません',
    why:
      '呼び出せるのはアクティブ化されたプロセスだけです。確認メールの場合、ポータルはエラーを表示せず、画面には送信したと表示されます。' +
      '2要素認証コードの場合はエラー画面になります。電子メールの行は作られません。',
    message: ({ process, state }) =>
      `「${process}」は${state === 'draft' ? '下書き' : '中断'}の状態のため、何も送信しません。`,
    fix: ({ process, state }) => [
      ...(state === 'suspended'
        ? [
            {
              who: 'tenant-administrator' as const,
              do: `中断された理由を調べる: Power Platform 管理センター >「ポリシー」>「データ ポリシー」。「${process}」の動作を禁じるポリシーがあれば、先にそれを変更する。`,
            },
          ]
        : []),
      { who: 'process-owner', do: fixWords.ja.activate(process) },
    ],
  },
  sources: [
    sources.processes,
    sources.table('workflow'),
    sources.portalCode('ManageController.ConfirmEmailRequest, CrmEmailTokenProvider.NotifyAsync'),
  ],
  examples: {
    bad: [
      { change: { processes: { confirmation: { state: 'draft' } } } },
      { change: { processes: { confirmation: { state: 'suspended' } } } },
    ],
    good: [{ change: { processes: { confirmation: { state: 'activated' } } } }],
  },
});
