// Knows what the demo says between its commands, which commands it types and how each must end. Words and data only.

import type { Language } from '../../core/rules/rule.ts';
import type { ExitCode } from '../exit.ts';
import { setFromOfConfirmation, unsetEmailPermission } from './story.ts';

export type Scene = {
  told: string;
  edit?: { path: string; before: string; after: string; shown: readonly string[] };
  commands: { type: string; ends: ExitCode }[];
};

type Narration = {
  opening: string;
  scenes: Scene[];
  closing: string;
  kept(folder: string): string;
  exists(folder: string): string;
  notAsTold: string;
  exit(code: ExitCode): string;
};

type SceneName =
  | 'nothing-arrives'
  | 'who-sends'
  | 'approve-and-test'
  | 'from-changed'
  | 'two-factor-not-due'
  | 'two-factor-same-cause'
  | 'permission-off'
  | 'queue';

/** In the order of the story. */
const actions: Record<SceneName, Omit<Scene, 'told'>> = {
  'nothing-arrives': { commands: [{ type: 'diagnose email-confirmation --to taro@example.com', ends: 1 }] },
  'who-sends': {
    commands: [{ type: 'sender SendEmailConfirmationToContact --for taro@example.com', ends: 1 }],
  },
  'approve-and-test': {
    commands: [
      { type: 'approve admin@example.com', ends: 0 },
      { type: 'test-mailbox admin@example.com', ends: 0 },
    ],
  },
  'from-changed': {
    edit: setFromOfConfirmation,
    commands: [{ type: 'diagnose email-confirmation --to taro@example.com', ends: 0 }],
  },
  'two-factor-not-due': { commands: [{ type: 'diagnose two-factor-code --to taro@example.com', ends: 0 }] },
  'two-factor-same-cause': {
    commands: [{ type: 'diagnose two-factor-code --to jiro@example.com', ends: 1 }],
  },
  'permission-off': {
    edit: unsetEmailPermission,
    commands: [{ type: 'diagnose email-confirmation --to taro@example.com', ends: 1 }],
  },
  queue: { commands: [{ type: 'test-mailbox support@example.com --approve', ends: 0 }] },
};

function scenes(told: Record<SceneName, string>): Scene[] {
  return (Object.keys(actions) as SceneName[]).map((name) => ({ told: told[name], ...actions[name] }));
}

export const narration: Record<Language, Narration> = {
  en: {
    opening:
      'A made-up portal on this machine: its settings are written down as records in files; its mail servers (SMTP, POP3, IMAP) run in this process and listen on loopback only.',
    scenes: scenes({
      'nothing-arrives':
        'Yamada Taro pressed "Confirm Email". The page said that a mail was sent. None came. Why?',
      'who-sends': 'The same question asked of the process alone: who is "From", and can that sender send?',
      'approve-and-test':
        'The administrator prepares the mailbox that is to send: approve it, then test and enable it against the live servers.',
      'from-changed':
        'In the process designer the administrator is put into From, and the record is changed to match:',
      'two-factor-not-due': 'Does Taro get two-factor codes now? Not yet, and rightly so:',
      'two-factor-same-cause':
        'Sato Jiro is enrolled and confirmed, and waits for a code. The second process still sends as the owner of the contact:',
      'permission-off': 'Later Taro takes the tick out of "E-mail" on his profile page:',
      queue: 'A queue can be the sender as well. The mailbox of this one is read over IMAP:',
    }),
    closing: 'That was the demo. `mailcheck demo --keep DIR` leaves these files to play with.',
    kept: (folder) =>
      `The files are in ${folder}. Go there and try mailcheck check, diagnose and sender; the mail servers ended with the demo, so test-mailbox will report that the connection was refused.`,
    exists: (folder) => `${folder} exists already. Name a folder that does not: mailcheck demo --keep DIR`,
    notAsTold:
      'A command of the demo did not end as expected. This is a fault of mailcheck; please report it.\n',
    exit: (code) => `(exit code ${code})\n`,
  },
  ja: {
    opening:
      'このマシンの中だけで動く架空のポータルです。環境の設定はファイルに書かれています。メールサーバー(SMTP、POP3、IMAP)はこのプロセスの中で動き、ループバックだけで待ち受けます。',
    scenes: scenes({
      'nothing-arrives':
        '山田太郎さんが「電子メールの確認」を押しました。画面には送信したと出ましたが、メールは届きません。なぜでしょうか。',
      'who-sends': '同じことをプロセスの側から見ます。差出人は誰で、その差出人は送信できるのでしょうか。',
      'approve-and-test':
        '管理者が、差出人にするメールボックスを準備します。承認してから、サーバーに接続してテストと有効化を行います。',
      'from-changed': 'プロセス デザイナーで差出人を管理者に変更し、設定ファイルも同じ内容にします。',
      'two-factor-not-due':
        '太郎さんに2要素認証のコードは届くでしょうか。まだ届きませんが、これは正しい動作です。',
      'two-factor-same-cause':
        '佐藤次郎さんは2要素認証を有効にし、アドレスも確認済みで、コードを待っています。もう一つのプロセスの差出人は、まだ取引先担当者の所有者のままです。',
      'permission-off':
        'その後、太郎さんがプロファイル画面で「希望する連絡方法」の「電子メール」のチェックを外しました。',
      queue: 'キューを差出人にすることもできます。キューのメールボックスはIMAPで確認します。',
    }),
    closing:
      'デモは以上です。mailcheck demo --keep フォルダー とすると、ここで使ったファイルが手元に残ります。',
    kept: (folder) =>
      `ファイルは ${folder} にあります。そこで mailcheck check、diagnose、sender を試してください。メールサーバーはデモとともに終了したため、test-mailbox は接続を拒否されたと報告します。`,
    exists: (folder) =>
      `${folder} はすでにあります。存在しないフォルダーを指定してください: mailcheck demo --keep フォルダー`,
    notAsTold:
      'デモのコマンドが想定どおりに終わりませんでした。mailcheckの不具合です。報告をお願いします。\n',
    exit: (code) => `(終了コード ${code})\n`,
  },
};
