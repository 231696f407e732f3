// MC215: the records do not say whether the process is activated.

import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC215',
  subject: 'path',
  stage: 'process',
  severity: 'unknown',
  check: ({ path }) =>
    path.process.found !== undefined && path.process.found.fields.state === undefined
      ? [{ params: { process: processName(path) }, where: path.process.found.where() }]
      : [],
  en: {
    title: 'The state of the process is not recorded',
    why: 'Only an activated process sends. An import of a solution can leave a process switched off, so its state is not assumed.',
    message: ({ process }) => `Whether "${process}" is activated is not recorded.`,
    fix: ({ process }) => [
      {
        who: 'records-keeper',
        do: `Look at the status of "${process}" under "Processes" and add state: activated, draft or suspended.`,
      },
    ],
  },
  ja: {
    title: 'プロセスの状態が記録されていません',
    why: '送信するのはアクティブ化されたプロセスだけです。ソリューションのインポート後に無効のままのこともあるため、状態を仮定しません。',
    message: ({ process }) => `「${process}」がアクティブ化されているか記録されていません。`,
    fix: ({ process }) => [
      {
        who: 'records-keeper',
        do: `「プロセス」で「${process}」の状態を確認し、state: activated、draft、suspended のどれかを追加する。`,
      },
    ],
  },
  sources: [sources.table('workflow'), sources.processes],
  examples: {
    bad: [{ change: { processes: { confirmation: { state: undefined } } } }],
    good: [{ change: { processes: { confirmation: { state: 'activated' } } } }],
  },
});
