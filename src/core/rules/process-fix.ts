// Knows how a process is opened, changed and activated, in the words of the classic designer. Shared by the rules about a process.

import type { FixStep } from './rule.ts';

/** Where processes are listed: workflows and actions are opened from the classic view of a solution only. */
const place = {
  en: 'Power Apps > Solutions > its solution, or Default Solution > classic view > Processes',
  ja: 'Power Apps >「ソリューション」> 該当のソリューションまたは「既定のソリューション」> クラシック表示 >「プロセス」',
} as const;

const deactivate = {
  en: (process: string) => `Open the process "${process}" and choose "Deactivate" (${place.en}).`,
  ja: (process: string) => `プロセス「${process}」を開き、「非アクティブ化」を選ぶ(${place.ja})。`,
} as const;

export const fixWords = {
  en: {
    deactivate: deactivate.en,
    activate: (process: string) =>
      `Open the process "${process}" and choose "Activate" (${place.en}). Only its owner, or somebody with the privilege "Act on Behalf of Another User", can do so.`,
    addStep: (process: string): FixStep[] =>
      inTheProcess(
        deactivate.en(process),
        'Add a step "Send E-mail" with From (a user or queue whose mailbox works) and To (the contact), then save and choose "Activate".',
      ),
    editProcess: (process: string, change: string): FixStep[] =>
      inTheProcess(
        deactivate.en(process),
        `${change.slice(0, 1).toUpperCase()}${change.slice(1)}, then save and choose "Activate".`,
      ),
    editStep: (process: string, change: string): FixStep[] =>
      inTheProcess(
        deactivate.en(process),
        `Open "Set Properties" of its Send E-mail step, ${change}, then save and choose "Activate".`,
      ),
  },
  ja: {
    deactivate: deactivate.ja,
    activate: (process: string) =>
      `プロセス「${process}」を開き、「アクティブ化」を選ぶ(${place.ja})。所有者、または別のユーザーの代理として動作できる人だけが実行できる。`,
    addStep: (process: string): FixStep[] =>
      inTheProcess(
        deactivate.ja(process),
        '「電子メールの送信」ステップを追加して差出人(メールボックスが有効なユーザーまたはキュー)と宛先(取引先担当者)を設定し、保存して「アクティブ化」を選ぶ。',
      ),
    editProcess: (process: string, change: string): FixStep[] =>
      inTheProcess(deactivate.ja(process), `${change}。保存して「アクティブ化」を選ぶ。`),
    editStep: (process: string, change: string): FixStep[] =>
      inTheProcess(
        deactivate.ja(process),
        `「電子メールの送信」ステップの「プロパティの設定」を開いて、${change}。保存して「アクティブ化」を選ぶ。`,
      ),
  },
} as const;

function inTheProcess(...steps: string[]): FixStep[] {
  return steps.map((step) => ({ who: 'process-owner', do: step }));
}
