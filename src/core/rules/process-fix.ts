// Knows how a process is opened, changed and activated, in the words of the classic designer. Shared by the rules about a process.

import type { FixStep } from './rule.ts';

export const fixWords = {
  en: {
    activate: (process: string) =>
      `In the classic solution view open "Processes" > "${process}" and choose "Activate". Only its owner, or somebody with the privilege "Act on Behalf of Another User", can do so.`,
    addStep: (process: string) =>
      `Open "${process}", choose "Deactivate", add a step "Send E-mail" with From (a user or queue whose mailbox works) and To (the contact), then "Activate".`,
    editProcess: (process: string, change: string): FixStep[] => [
      {
        who: 'process-owner',
        do: `Open the process "${process}", choose "Deactivate", ${change}, then save and choose "Activate".`,
      },
    ],
    editStep: (process: string, change: string): FixStep[] => [
      {
        who: 'process-owner',
        do: `Open the process "${process}", choose "Deactivate", open "Set Properties" of its Send E-mail step, ${change}, then save and choose "Activate".`,
      },
    ],
  },
  ja: {
    activate: (process: string) =>
      `ソリューションのクラシック表示で「プロセス」>「${process}」を開き、「アクティブ化」を選ぶ(所有者、または別のユーザーの代理として動作できる人だけが実行できる)。`,
    addStep: (process: string) =>
      `「${process}」を開いて「非アクティブ化」し、「電子メールの送信」ステップを追加して差出人(メールボックスが有効なユーザーまたはキュー)と宛先(取引先担当者)を設定し、「アクティブ化」する。`,
    editProcess: (process: string, change: string): FixStep[] => [
      {
        who: 'process-owner',
        do: `プロセス「${process}」を開いて「非アクティブ化」し、${change}。保存して「アクティブ化」する。`,
      },
    ],
    editStep: (process: string, change: string): FixStep[] => [
      {
        who: 'process-owner',
        do: `プロセス「${process}」を開いて「非アクティブ化」し、「電子メールの送信」ステップの「プロパティの設定」を開いて、${change}。保存して「アクティブ化」する。`,
      },
    ],
  },
} as const;
