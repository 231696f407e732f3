// Knows the words for a test of sending that the record has as failed (MC307), both languages. May not look at facts.

import type { OtherTest } from '../delivery/named-server.ts';
import { momentWords } from './session-words.ts';
import { ofAnotherWords } from './stored-test.ts';

/** What is known since: a newer look got further at this time, or the test was of another server or login. */
export type Since = { at: string } | OtherTest;

export const failedTestWords = {
  en: {
    credential: 'user name or password refused',
    permanent: 'an error that stays until it is corrected',
    passing: 'an error that may pass by itself',
    lately: (mailbox: string) =>
      `The last connection to the outgoing server of ${mailbox} failed, which may stop its mail`,
    failed: (mailbox: string) => `The outgoing email status of ${mailbox} is Failure`,
    tested: (at: string, kind: string | undefined) =>
      kind === undefined ? ` (tested ${momentWords(at)})` : ` (tested ${momentWords(at)}: ${kind})`,
    ended: (reply: string | undefined) => (reply === undefined ? '.' : `; the server said: "${reply}".`),
    explain: (finding: string) =>
      `Read what the answer means and what to change: mailcheck explain ${finding}`,
    alert: (mailbox: string) =>
      `Read the newest alert of ${mailbox} (its page in the admin center, "Alerts"): it names the server's answer.`,
    wait: (until: string) => `Wait until ${momentWords(until)}; the server asked for that.`,
    outdated: (mailbox: string, tested: string, since: Since) =>
      'at' in since
        ? `The login of ${mailbox} works (seen ${momentWords(since.at)}), but its outgoing email status is still Failure${tested}: it stays disabled for outgoing email until a test succeeds.`
        : `The outgoing email status of ${mailbox} is Failure${tested}, but that test was of ${ofAnotherWords.en[since.of](since.name)}: whether ${since.now} works is not known.`,
    logIn: 'Check that this user name and password work in a mail program with the same server.',
  },
  ja: {
    credential: 'ユーザー名またはパスワードの拒否',
    permanent: '待っても直らないエラー',
    passing: '一時的な可能性があるエラー',
    lately: (mailbox: string) =>
      `${mailbox} の送信サーバーへの前回の接続が失敗しています。メールが止まる可能性があります`,
    failed: (mailbox: string) => `${mailbox} の「送信電子メールの状態」が「失敗」です`,
    tested: (at: string, kind: string | undefined) =>
      kind === undefined ? `(${momentWords(at)} のテスト)` : `(${momentWords(at)} のテスト、${kind})`,
    ended: (reply: string | undefined) => (reply === undefined ? '。' : `。サーバーの応答:「${reply}」`),
    explain: (finding: string) => `応答の意味と対処方法を調べる: mailcheck explain ${finding}`,
    alert: (mailbox: string) =>
      `管理センターで ${mailbox} を開き、「警告」の最新のものを読む。サーバーの応答が書かれている。`,
    wait: (until: string) => `サーバーの指定どおり ${momentWords(until)} まで待つ。`,
    outdated: (mailbox: string, tested: string, since: Since) =>
      'at' in since
        ? `${mailbox} のログインはできていますが(${momentWords(since.at)} に確認)、「送信電子メールの状態」は「失敗」${tested}のままです。テストに成功するまで、送信は無効のままです。`
        : `${mailbox} の「送信電子メールの状態」は「失敗」${tested}ですが、そのテストは${ofAnotherWords.ja[since.of](since.name)}のものです。${since.now} については、まだわかりません。`,
    logIn: '同じサーバーを設定したメールソフトで、ユーザー名とパスワードでログインできることを確かめる。',
  },
} as const;
