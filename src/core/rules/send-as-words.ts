// Knows the two ways out where a login may not send from an address: whoever may grant it does, or the mailbox logs in itself.
// Which server it is: src/core/mail/send-as-refusals.ts, or the provider that the host belongs to. Words only.

import { sendAsFixes } from '../mail/server-replies/send-as-fixes.ts';
import { adminCenter } from './admin-center.ts';
import { replySteps } from './known-reply-words.ts';
import type { FixStep, Language } from './rule.ts';

export type Granting = keyof typeof sendAsFixes;

export type SendAsCase = {
  /** The mailbox's own address: From and envelope sender. */
  mailbox: string;
  /** Who logs in; undefined: the records do not say. */
  login: string | undefined;
  host: string;
  credentialsIn: 'mailbox' | 'profile';
  profile: string;
  /** The mailbox logs in by its own address already: there is no other login of its own. */
  ownLogin?: boolean;
};

/** Whoever may grant it, then the other way: the mailbox's own login. */
export function sendAsSteps(granting: Granting, p: SendAsCase, language: Language): FixStep[] {
  // An alias is the same mailbox: there is no other login to be had.
  return [
    ...replySteps([sendAsFixes[granting]], p, language),
    ...(granting.endsWith('-alias') || p.ownLogin === true ? [] : [orLoginItself(p, language)]),
  ];
}

function orLoginItself(p: SendAsCase, language: Language): FixStep {
  const step = loginItself(p, language);
  return { ...step, do: `${orLead[language](p.mailbox)}${step.do}` };
}

/** The mailbox logs in as itself and not as another account. */
export function loginItself(
  { mailbox, credentialsIn, profile }: Pick<SendAsCase, 'mailbox' | 'credentialsIn' | 'profile'>,
  language: Language,
): FixStep {
  const center = adminCenter[language];
  const { inProfile, inMailbox } = ownLoginWords[language];
  return credentialsIn === 'profile'
    ? center.inProfile(profile, inProfile)
    : center.inMailbox(mailbox, inMailbox);
}

const orLead: Record<Language, (mailbox: string) => string> = {
  en: (mailbox) => `Or let ${mailbox} log in as itself. `,
  ja: (mailbox) => `または、${mailbox} 自身のアカウントでログインさせる。`,
};

const ownLoginWords = {
  en: {
    inProfile:
      'set "Authenticate Using" to "Credentials Specified by a User or Queue", and give each mailbox its own user name and password.',
    inMailbox: 'under "Credentials" enter the account of the mailbox itself as "User Name" and "Password".',
  },
  ja: {
    inProfile:
      '認証方法を「ユーザーまたはキューで指定した資格情報」にし、メールボックスごとにユーザー名とパスワードを設定する。',
    inMailbox:
      '「資格情報」の「ユーザー名」と「パスワード」を、このメールボックス自身のアカウントのものにする。',
  },
} as const;
