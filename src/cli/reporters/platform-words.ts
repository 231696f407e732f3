// Knows the sentences about what the platform would do with the results of a live test and whom it would tell, both languages.
// Data only. That it tries ten times, five minutes apart: learn.microsoft.com, "Troubleshoot server-side synchronization".

import type { ExpectedAlert, Receiver } from '../../core/profile-report.ts';
import type { PlatformAct } from '../../core/mailbox-report.ts';
import type { Language } from '../../core/rules/rule.ts';

type Words = {
  profileHeading(name: string): string;
  tested(counts: Record<'success' | 'failure' | 'unknown', number>): string;
  concerns(mailboxes: string): string;
  see(profile: string, what: string): string;
  what(codes: string[]): string;
  acts: string;
  act: Record<PlatformAct, (directions: string, mailboxes: string) => string>;
  tells: string;
  alert(level: ExpectedAlert['level'], about: string, because: string): string;
  aboutProfile(name: string, count: number): string;
  because(code: string): string;
  notWritten: string;
  receiver(who: string, receiver: Receiver): string;
  owner: Record<Receiver['as'], string>;
  ownerNotRecorded: Record<Receiver['as'], string>;
  addOwner(places: string): string;
  email(
    name: string,
    numbers: { failed: number; of: number },
    to: string,
    asked: boolean | undefined,
  ): string;
  and: string;
  separator: string;
};

export const platformWords: Record<Language, Words> = {
  en: {
    profileHeading: (name) => `Server profile "${name}"`,
    tested: ({ success, failure, unknown }) =>
      `${success + failure + unknown} mailboxes: ${success} succeeded, ${failure} failed, ${unknown} could not be determined`,
    concerns: (mailboxes) => `This concerns ${mailboxes}.`,
    see: (profile, what) => `; see server profile "${profile}"${what}`,
    what: (codes) => (codes.length === 0 ? '' : ` (${codes.join(', ')})`),
    acts: 'What the platform would do with such results',
    act: {
      disables: (directions, mailboxes) =>
        `switches ${directions} e-mail off at once, because the error is permanent: ${mailboxes}`,
      'tries-again': (directions, mailboxes) =>
        `leaves ${directions} e-mail on and tries again, ten times at most and five minutes apart; then the error counts as permanent: ${mailboxes}`,
      enables: (directions, mailboxes) => `enables ${directions} e-mail: ${mailboxes}`,
    },
    tells: 'Whom the platform would tell, on their alert walls',
    alert: (level, about, because) => `${level} about ${about}${because}`,
    aboutProfile: (name, count) =>
      `the server profile "${name}" (${count} mailbox${count === 1 ? '' : 'es'})`,
    because: (code) => `, ${code}`,
    notWritten: 'nobody: the environment writes no alerts of this level',
    receiver: (who, { acts }) => `${who}${acts ? ', who has to act' : ''}`,
    owner: { 'mailbox-owner': 'owner of the mailbox', 'profile-owner': 'owner of the profile' },
    ownerNotRecorded: {
      'mailbox-owner': 'the owner of the mailbox (not recorded who that is)',
      'profile-owner': 'the owner of the profile (not recorded who that is)',
    },
    addOwner: (places) => `Who that is becomes known with "owner:" in the record at ${places}.`,
    email: (name, { failed, of }, to, asked) =>
      `Of the active mailboxes that are recorded with "${name}", ${failed} of ${of} fail. ${
        asked === true
          ? `Where more than half do for an hour, the platform sends an e-mail as well (sendEmailAlert), to ${to}.`
          : `Where more than half do for an hour, the platform could send an e-mail as well; ${asked === false ? 'that is switched off' : 'that is off unless somebody switched it on'} (sendEmailAlert).`
      }`,
    and: ' and ',
    separator: '; ',
  },
  ja: {
    profileHeading: (name) => `サーバー プロファイル「${name}」`,
    tested: ({ success, failure, unknown }) =>
      `メールボックス${success + failure + unknown}件: 成功${success}件、失敗${failure}件、判定できない${unknown}件`,
    concerns: (mailboxes) => `対象: ${mailboxes}`,
    see: (profile, what) => `。サーバー プロファイル「${profile}」${what}を参照`,
    what: (codes) => (codes.length === 0 ? '' : `の ${codes.join('、')} `),
    acts: 'この結果に対するプラットフォームの動作',
    act: {
      disables: (directions, mailboxes) =>
        `永続的なエラーのため、${directions}の電子メールをただちに無効にする: ${mailboxes}`,
      'tries-again': (directions, mailboxes) =>
        `${directions}の電子メールを有効にしたまま5分おきに最大10回再試行し、それでも失敗すれば永続的なエラーとして扱う: ${mailboxes}`,
      enables: (directions, mailboxes) => `${directions}の電子メールを有効にする: ${mailboxes}`,
    },
    tells: 'プラットフォームがアラートで知らせる相手',
    alert: (level, about, because) =>
      `${about}についての${{ error: 'エラー', warning: '警告', information: '情報' }[level]}${because}`,
    aboutProfile: (name, count) => `サーバー プロファイル「${name}」(メールボックス${count}件)`,
    because: (code) => `(${code})`,
    notWritten: 'なし(この環境では、このレベルのアラートは作成されない)',
    receiver: (who, { acts }) => `${who}${acts ? '、要対応' : ''}`,
    owner: {
      'mailbox-owner': 'メールボックスの所有者',
      'profile-owner': 'サーバー プロファイルの所有者',
    },
    ownerNotRecorded: {
      'mailbox-owner': 'メールボックスの所有者(誰かは記録なし)',
      'profile-owner': 'サーバー プロファイルの所有者(誰かは記録なし)',
    },
    addOwner: (places) => `所有者は、次の場所の設定に「owner:」を書くとわかります: ${places}`,
    email: (name, { failed, of }, to, asked) =>
      `「${name}」を使うアクティブなメールボックス${of}件のうち${failed}件が失敗しています。${
        asked === true
          ? `半数を超える失敗が1時間続くと、${to} に電子メールでも通知されます(sendEmailAlert)。`
          : `半数を超える失敗が1時間続いたときの電子メール通知は、${asked === false ? '無効です' : '有効にしていなければ送られません'}(sendEmailAlert)。`
      }`,
    and: 'と',
    separator: ' / ',
  },
};
