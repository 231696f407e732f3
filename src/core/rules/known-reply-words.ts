// Knows how a row of the table of server replies is said in a finding: its cause, and its steps with the names of the case.
// Which row it is: src/core/mail/server-replies/known-reply.ts. Words only; may not look at facts.

import type { TokenAsked } from '../mail/token.ts';
import type { FaultClass } from '../mail/fault-class.ts';
import { knownReply, replyRow, type SeenReply } from '../mail/server-replies/known-reply.ts';
import { readPasted } from '../mail/server-replies/read-pasted.ts';
import type { ReplyActor, ReplyFix, ReplyRow, ReplyText } from '../mail/server-replies/row.ts';
import { adminCenter } from './admin-center.ts';
import type { FixStep, Language } from './rule.ts';

/** In a finding's parameters: the row that the reply is, who must act, and the class of failure. */
export type KnownReply = { row: string; acts: ReplyActor; class: FaultClass };

export function knownParams(row: ReplyRow | undefined): { known?: KnownReply } {
  return row === undefined ? {} : { known: { row: row.id, acts: row.acts, class: row.class } };
}

/** A reply as a record or an e-mail keeps it: on one line, code first. */
export function knownOfText(text: string, seen: Partial<SeenReply>): { known?: KnownReply } {
  const read = readPasted(text);
  return read === undefined ? {} : knownParams(knownReply({ ...read, ...seen }));
}

/** What the words may need to name. */
export type ReplyPlace = {
  host: string;
  mailbox: string;
  profile: string;
  /** Who keeps user name and password; the mailbox where that is not known. */
  credentialsIn?: 'mailbox' | 'profile';
  /** Without records: the command that tries again. */
  again?: string;
  /** Who logs in, where that is known. */
  login?: string | undefined;
  /** It is not known what was logged in with. */
  orToken?: true;
  /** How a token was asked for, by which application and for what. */
  grant?: TokenAsked['grant'];
  application?: string;
  permissions?: readonly string[];
};

/** Names are replaced in words; those of the first two are always known. */
type Names = Pick<ReplyPlace, 'host' | 'mailbox'> & Partial<ReplyPlace>;

type WithKnown = { known?: KnownReply; host: string; mailbox: string };

/** The cause as whole sentences; nothing where the reply is not known. */
export function knownCause({ known, ...place }: WithKnown, language: Language): string {
  const row = known === undefined ? undefined : replyRow(known.row);
  return row === undefined ? '' : replyCause(row, place, language);
}

/** The steps of the row; undefined where the reply is not known, so that the rule says its own. */
export function knownSteps(params: WithKnown & ReplyPlace, language: Language): FixStep[] | undefined {
  const row = params.known === undefined ? undefined : replyRow(params.known.row);
  return row === undefined ? undefined : replySteps(row.fix, params, language);
}

export function replyCause(row: ReplyRow, place: Names, language: Language): string {
  return named(row.cause, place, language);
}

export function replySteps(fixes: readonly ReplyFix[], place: ReplyPlace, language: Language): FixStep[] {
  // Where nobody says how the token was come by, a person signed in: the application's own way is the rarer one.
  const { grant = 'refresh-token' } = place;
  return fixes
    .filter(({ grants }) => grants === undefined || grants.includes(grant))
    .map((fix) =>
      'enter' in fix
        ? enterCredentials(named(fix.enter, place, language), place, language)
        : { who: fix.who, do: named(fix.do, place, language) },
    );
}

function enterCredentials(what: string, place: ReplyPlace, language: Language): FixStep {
  if (place.again !== undefined)
    return {
      who: 'mailcheck-user',
      do:
        language === 'en'
          ? `Give --user and the password (--password-env or --password-file) anew: ${what}.`
          : `--user とパスワード(--password-env または --password-file)を指定し直す:${what}。`,
    };
  const text =
    language === 'en'
      ? `under "Credentials" enter ${what}, then save. Put the same password where the record says that it is kept.`
      : `「資格情報」の${what}を入力して保存する。設定ファイルの参照先に保管しているパスワードも同じものにする。`;
  const center = adminCenter[language];
  return place.credentialsIn === 'profile'
    ? center.inProfile(place.profile, text)
    : center.inMailbox(place.mailbox, text);
}

/** As functions: a name may hold what `replaceAll` takes for a pattern ("$&"). Without a name it is called what it is. */
function named(text: ReplyText, place: Names, language: Language): string {
  const nameless = withoutNames[language];
  const { host, mailbox, profile = '', login, application, permissions = [], orToken } = place;
  const allowed =
    permissions.length === 0
      ? nameless.permission
      : ` ${permissions.join(language === 'en' ? ' or ' : ' か ')} `;
  return text[language]
    .replaceAll('{mailbox}', () => mailbox)
    .replaceAll('{host}', () => (host === '' ? nameless.host : host))
    .replaceAll('{profile}', () => profile)
    .replaceAll(
      login === undefined && language === 'ja' ? / ?\{login\} ?/g : '{login}',
      () => login ?? nameless.login,
    )
    .replaceAll('{or token}', () => (orToken === true ? nameless.orToken : ''))
    .replaceAll(/ ?\{application\}/g, () => (application === undefined ? '' : ` ${application}`))
    .replaceAll(/ ?\{permission\} ?/g, () => allowed);
}

const withoutNames = {
  en: {
    host: 'the mail server',
    login: 'the user who logs in',
    permission: ' the permission for mail ',
    orToken: ' (or the token)',
  },
  ja: {
    host: 'メールサーバー',
    login: 'ログインするユーザー',
    permission: 'メールの許可',
    orToken: '(またはトークン)',
  },
} as const;
