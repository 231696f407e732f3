// Knows how to say why a direction was not looked at. Data only.

import type { SkipReason } from '../../core/delivery/plan.ts';
import type { LocalProblem } from '../../core/mail/evidence.ts';
import type { Language } from '../../core/rules/rule.ts';
import { directionWords } from './words.ts';

type Skip =
  | SkipReason
  | LocalProblem['problem']
  | 'precondition'
  | 'sending-left-out'
  | 'not-in-evidence'
  | 'evidence-of-another-server'
  | 'evidence-of-another-login';

const skipWords: Record<Language, Record<Skip, string>> = {
  en: {
    'method-none': 'its delivery method is None, so it stays Not Run',
    'method-outlook': 'its delivery method is Microsoft Dynamics 365 for Outlook, not a server',
    'method-forward-mailbox': 'its delivery method is Forward Mailbox',
    'method-not-recorded': 'its delivery method is not recorded',
    'mailbox-not-known': 'the path does not lead to a recorded mailbox',
    'address-not-recorded': 'the address of the mailbox is not recorded',
    'profile-none': 'the mailbox has no server profile',
    'profile-not-recorded': 'the server profile is not recorded',
    'server-type-not-recorded': 'the type of the server profile is not recorded',
    'not-supported': 'this version cannot speak to this kind of server or login',
    'server-location-not-recorded': 'the server location is not recorded',
    'server-location-invalid': 'the server location is no host name',
    'port-invalid': 'the port is no port number',
    'no-credentials': 'what it logs in with is not recorded',
    'secret-missing': 'the password could not be read',
    'secret-command-failed': 'the command that supplies the password failed',
    interrupted: 'the run was interrupted before this was finished',
    offline: '--offline was given',
    precondition: 'a precondition is not met (see above)',
    'not-in-evidence': 'the evidence file says nothing of it',
    'evidence-of-another-server': 'what the evidence file holds is of another server',
    'evidence-of-another-login': 'what the evidence file holds is of another login',
    'sending-left-out': 'sending was left out (--no-send), so its status in the record stays as it is',
  },
  ja: {
    'method-none': '配信方法が「なし」のため(未実行のまま)',
    'method-outlook': '配信方法がMicrosoft Dynamics 365 for Outlookで、サーバーを使わないため',
    'method-forward-mailbox': '配信方法が「転送メールボックス」のため',
    'method-not-recorded': '配信方法が設定ファイルにないため',
    'mailbox-not-known': '経路の先のメールボックスが設定ファイルにないため',
    'address-not-recorded': 'メールボックスのアドレスが設定ファイルにないため',
    'profile-none': 'メールボックスにサーバー プロファイルがないため',
    'profile-not-recorded': 'サーバー プロファイルが設定ファイルにないため',
    'server-type-not-recorded': 'サーバー プロファイルの種類が設定ファイルにないため',
    'not-supported': 'このバージョンが対応していないサーバーまたは認証のため',
    'server-location-not-recorded': 'サーバーの位置が設定ファイルにないため',
    'server-location-invalid': 'サーバーの位置がホスト名ではないため',
    'port-invalid': 'ポート番号として使えない値のため',
    'no-credentials': 'ログインに使う値が設定ファイルにないため',
    'secret-missing': 'パスワードを読み取れなかったため',
    'secret-command-failed': 'パスワードを返すコマンドが失敗したため',
    interrupted: '終わる前に中断されたため',
    offline: '--offline が指定されたため',
    precondition: '前提条件を満たしていないため(上記)',
    'not-in-evidence': '保存した応答に記録がないため',
    'evidence-of-another-server': '保存した応答は別のサーバーのものであるため',
    'evidence-of-another-login': '保存した応答は別のログイン名のものであるため',
    'sending-left-out': '送信を試していないため(--no-send)。設定ファイルの状態は変えていない',
  },
};

/** A reason that this table does not know (saved by another version) is shown as it is. */
function skipReason(because: string, language: Language): string {
  return (skipWords[language] as Readonly<Record<string, string>>)[because] ?? because;
}

/** Why a session never began; where a secret is missing, which one. The other reasons say all themselves. */
export function localReason(
  { problem, detail }: Pick<LocalProblem, 'problem' | 'detail'>,
  language: Language,
): string {
  return skipReason(problem, language) + (namesSecret(problem) ? `: ${detail}` : '');
}

export function namesSecret(problem: LocalProblem['problem']): boolean {
  return problem === 'secret-missing' || problem === 'secret-command-failed';
}

/** An entry of the report's `skipped`, as a line: what was left out, in the reader's words, and why. */
export function skipText({ what, because }: { what: string; because: string }, language: Language): string {
  const named = what.replaceAll(
    / (incoming|outgoing)(?=[ ,、]|$)/g,
    (_, direction: 'incoming' | 'outgoing') =>
      language === 'ja' ? ` ${directionWords.ja[direction]}` : ` ${directionWords.en[direction]}`,
  );
  return `${named}: ${skipReason(because, language)}`;
}
