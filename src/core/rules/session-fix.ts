// Knows the fix steps that the session rules share: to change the profile and its record, and to look again.
// Words only; may not look at facts.

import { replyRow } from '../mail/server-replies/known-reply.ts';
import { adminCenter } from './admin-center.ts';
import { graphAddress } from './graph-address.ts';
import type { FixStep, Language } from './rule.ts';
import type { SessionParams } from './session-hit.ts';
import { momentWords } from './session-words.ts';

/**
 * Change the profile on the platform, and the same in the record. `edit` is YAML. Microsoft Graph stands in no profile. Without
 * records: what would be changed in a profile that names this server.
 */
export function editProfile(
  params: SessionParams,
  what: string,
  edit: string,
  language: Language,
): FixStep[] {
  if (params.protocol === 'graph') return [graphAddress(params, language)];
  const { profile, again, protocol } = params;
  const sentence = `${what}${language === 'en' ? '.' : '。'}`;
  if (again !== undefined) {
    if (protocol === 'https') return [];
    const where =
      language === 'en'
        ? 'If a server profile of Dataverse names this server: '
        : 'Dataverseのサーバー プロファイルでこのサーバーを使う場合: ';
    return [{ who: 'system-administrator', do: where + sentence }];
  }
  return [adminCenter[language].inProfile(profile, sentence), recordProfile(profile, edit, language)];
}

function recordProfile(profile: string, edit: string, language: Language): FixStep {
  return {
    who: 'records-keeper',
    do:
      language === 'en'
        ? `Write the same into the record of the server profile "${profile}": ${edit}`
        : `設定ファイルのサーバー プロファイル「${profile}」も同じ内容にする: ${edit}`,
  };
}

/** What to type after `mailcheck test-mailbox`. */
function tested({ wholeProfile, profile, mailbox }: SessionParams): string {
  if (wholeProfile !== true) return mailbox;
  return `--profile ${/^[\w@.+-]+$/.test(profile) ? profile : `"${profile}"`}`;
}

/** After a "not now" without a time: at once would be too soon. */
export function lookLater(params: SessionParams, language: Language): FixStep {
  const { retryAfter, again } = params;
  if (retryAfter !== undefined) return lookAgain(params, language);
  const ofTheDay = params.known !== undefined && replyRow(params.known.row)?.ofTheDay === true;
  const wait = waits[language][ofTheDay ? 'day' : 'minutes'];
  if (again !== undefined)
    return {
      who: 'mailcheck-user',
      do: language === 'en' ? `${wait} look again: ${again}` : `${wait}もう一度調べる: ${again}`,
    };
  const command = `mailcheck test-mailbox ${tested(params)}`;
  return {
    who: 'system-administrator',
    do: language === 'en' ? `${wait} test again: ${command}` : `${wait}もう一度テストする: ${command}`,
  };
}

const waits = {
  en: { minutes: 'Wait a few minutes, then', day: 'Wait for up to 24 hours, then' },
  ja: { minutes: '数分待ってから、', day: '最長24時間待ってから、' },
} as const;

/** Where our own connections may be what is too many: the run's, and those that the platform may open. */
export function fewerOfOurs(params: SessionParams, language: Language): FixStep[] {
  const { besideOthers, server, profile, again } = params;
  if (besideOthers === undefined || again !== undefined) return [];
  const center = adminCenter[language];
  return language === 'en'
    ? [
        {
          who: 'mailcheck-user',
          do: `Up to ${besideOthers} other connections of this run to ${server} were open at once. Test all mailboxes again with --concurrency 1, and with more once that works.`,
        },
        center.inProfile(
          profile,
          'set "Maximum Concurrent Connections" under "Advanced" to no more than the server takes.',
        ),
      ]
    : [
        {
          who: 'mailcheck-user',
          do: `この実行から ${server} への接続が、ほかに最大${besideOthers}本同時に開いていた。--concurrency 1 を付けて全メールボックスをもう一度テストし、成功したら数を増やす。`,
        },
        center.inProfile(
          profile,
          '「詳細」の「最大同時接続数」を、サーバーが受け付ける数以下にして保存する。',
        ),
      ];
}

/** What ends most fixes: look again. */
export function lookAgain(params: SessionParams, language: Language): FixStep {
  const { retryAfter, again } = params;
  const at = retryAfter === undefined ? undefined : momentWords(retryAfter);
  if (again !== undefined)
    return {
      who: 'mailcheck-user',
      do:
        language === 'en'
          ? `${at === undefined ? 'Look again' : `Not before ${at}: look again`}: ${again}`
          : `${at === undefined ? 'もう一度調べる' : `${at} 以降にもう一度調べる`}: ${again}`,
    };
  return {
    who: 'system-administrator',
    do:
      language === 'en'
        ? `${at === undefined ? 'Test again' : `Not before ${at}: test again`}: mailcheck test-mailbox ${tested(params)}`
        : `${at === undefined ? 'もう一度テストする' : `${at} 以降にもう一度テストする`}: mailcheck test-mailbox ${tested(params)}`,
  };
}
