// Knows the words for a server that offers no login that fits: what it offers, what is wanted, and who can change that.
// Words only; MC519 finds the case.

import { adminCenter } from './admin-center.ts';
import type { FixStep, Language } from './rule.ts';
import type { SessionParams } from './session-hit.ts';
import { protocolWords } from './session-words.ts';

export type Offer = SessionParams & {
  /** As offered, upper case. */
  mechanisms: string[];
  neverSent: boolean;
  /** What there is to log in with. */
  has: 'token' | 'password';
  /** The profile has a password, and tokens are all that the server takes. */
  tokensOnly: boolean;
  provider: string | undefined;
};

/** Follows the server's name. */
export const offer: Record<Language, (p: Offer) => string> = { en: offerEn, ja: offerJa };

function offerEn({ mechanisms, neverSent, has, tokensOnly, protocol }: Offer): string {
  const list = mechanisms.join(', ');
  if (tokensOnly)
    return `takes OAuth only (${list})${neverSent ? '; the password was never sent.' : ', and no password.'}`;
  if (has === 'token')
    return mechanisms.length === 0
      ? `offers no ${protocolWords[protocol]} login for an access token (XOAUTH2 or OAUTHBEARER is wanted); the token was ${neverSent ? 'never sent' : 'not taken'}.`
      : `offers ${list}; an access token needs XOAUTH2 or OAUTHBEARER, and was ${neverSent ? 'never sent' : 'not taken'}.`;
  if (!neverSent)
    return `does not allow this way to log in${mechanisms.length === 0 ? '' : ` (it offers ${list})`}.`;
  return `${mechanisms.length === 0 ? `offers no ${protocolWords[protocol]} login` : `offers only ${list}`}; the password was never sent.`;
}

function offerJa({ mechanisms, neverSent, has, tokensOnly, protocol }: Offer): string {
  const list = mechanisms.join('、');
  if (tokensOnly)
    return `はOAuth(${list})しか受け付けません。${neverSent ? 'パスワードは送っていません。' : 'パスワードではログインできません。'}`;
  if (has === 'token')
    return `${mechanisms.length === 0 ? `は、アクセス トークンによる${protocolWords[protocol]}のログイン(XOAUTH2かOAUTHBEARER)を提供していません` : `が提供しているのは ${list} です。アクセス トークンにはXOAUTH2かOAUTHBEARERが必要です`}。${neverSent ? 'トークンは送っていません。' : ''}`;
  if (!neverSent)
    return `はこの方法でのログインを認めていません${mechanisms.length === 0 ? '' : `(提供している方法: ${list})`}。`;
  return `は${mechanisms.length === 0 ? `${protocolWords[protocol]}のログインを提供していません` : ` ${list} しか提供していません`}。パスワードは送っていません。`;
}

export function wayIn(p: Offer, language: Language): FixStep[] {
  return p.has === 'token' ? wayForToken(p, language) : wayForPassword(p, language);
}

function wayForToken({ server, mechanisms, profile }: Offer, language: Language): FixStep[] {
  const takesPasswords = mechanisms.some((name) => name === 'PLAIN' || name === 'LOGIN');
  const center = adminCenter[language];
  const withPassword =
    language === 'en'
      ? 'set "Authenticate Using" to "Credentials Specified by a User or Queue", and enter user name and password under "Credentials" of the mailbox.'
      : '認証方法を「ユーザーまたはキューで指定した資格情報」にし、メールボックスの「資格情報」にユーザー名とパスワードを入力する。';
  return [
    ...(takesPasswords ? [center.inProfile(profile, withPassword)] : []),
    {
      who: 'mail-server-administrator',
      do:
        language === 'en'
          ? `${takesPasswords ? 'Or switch' : 'Switch'} on XOAUTH2 or OAUTHBEARER for ${server} (Dovecot: auth_mechanisms), so that access tokens are taken.`
          : `${takesPasswords ? 'または、' : ''}${server} でXOAUTH2かOAUTHBEARERを有効にし(Dovecotでは auth_mechanisms)、アクセス トークンを受け付けるようにする。`,
    },
  ];
}

function wayForPassword({ server, mailbox, tokensOnly, provider }: Offer, language: Language): FixStep[] {
  const named = provider === 'Gmail' || provider === 'Exchange Online' ? provider : undefined;
  const profile = named === undefined ? undefined : profileWithTokens[language][named];
  if (tokensOnly && profile !== undefined)
    return [
      {
        who: 'system-administrator',
        do:
          language === 'en'
            ? `Set the "Server Profile" of the mailbox ${mailbox} to ${profile}; then approve the mailbox and run "Test & Enable Mailboxes".`
            : `メールボックス ${mailbox} の「サーバー プロファイル」を${profile}に変更し、承認と「メールボックスのテストと有効化」をやり直す。`,
      },
    ];
  const allow =
    language === 'en'
      ? `Allow user name and password over TLS (mechanism PLAIN or LOGIN) for ${server}.`
      : `${server} で、TLS上のユーザー名とパスワードによるログイン(PLAINかLOGIN)を許可する。`;
  const otherwise =
    language === 'en'
      ? ' If it is to take OAuth only, the mailbox needs a profile with OAuth.'
      : 'OAuthしか許可しない場合は、OAuthのプロファイルが必要。';
  return [{ who: 'mail-server-administrator', do: tokensOnly ? allow + otherwise : allow }];
}

const profileWithTokens = {
  en: {
    Gmail: 'a profile of the type "IMAP/SMTP" with "Gmail OAuth", and let its user press "Sign in to Gmail"',
    'Exchange Online': '"Microsoft Exchange Online", which needs no password',
  },
  ja: {
    Gmail: '種類「IMAP/SMTP」・「Gmail OAuth」のプロファイル(利用者が「Gmail にサインイン」を選ぶ)',
    'Exchange Online': '「Microsoft Exchange Online」(パスワードは不要)',
  },
} as const;
