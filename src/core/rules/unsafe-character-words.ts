// Knows in which value the character stands that kept a login or an address from being sent (a line break, NUL), and the words
// for it. The value itself is in no evidence: what is known to be clean leaves the other.

import { loginUser } from '../delivery/login-user.ts';
import type { SecretRef } from '../delivery/probe-request.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { StepName } from '../mail/step.ts';
import type { Facts } from './facts.ts';
import type { FixStep, Language } from './rule.ts';
import type { SessionParams } from './session-hit.ts';
import { account, whoseLogin } from './session-words.ts';

export type UnsafeValue = {
  in: 'password' | 'token' | 'user' | 'address';
  /** Where the password is kept. */
  kept?: SecretRef;
};

export function unsafeValueOf(facts: Facts['session'], step: StepName): UnsafeValue {
  const { mailbox, profile, observation, again } = facts;
  if (step !== 'login') return { in: 'address' };
  const side = profile && effectiveProfile(profile.fields)[observation.direction];
  // A server that was looked at by itself has no records: the name of its mailbox is the user's.
  const user = again === undefined ? mailbox && side && loginUser(mailbox, side) : observation.mailbox;
  const unsafe = observation.protocol === 'ews' ? /[\0\u0001\r\n:]/ : /[\0\u0001\r\n]/;
  if (user !== undefined && unsafe.test(user)) return { in: 'user' };
  if (observation.tokenAsked !== undefined || observation.protocol === 'graph') return { in: 'token' };
  const kept = side?.credentialRetrieval === 'profile' ? side.password : mailbox?.fields.password;
  return { in: 'password', ...(kept === undefined ? {} : { kept }) };
}

export const unsafeCause: Record<Language, (value: UnsafeValue) => string> = {
  en: (value) =>
    `${named.en(value)} holds a character that must not be sent (a line break or NUL), and was not sent`,
  ja: (value) => `${named.ja(value)}に送信できない文字(改行、NUL)が含まれるため、送信していません`,
};

export function unsafeFix(p: SessionParams, value: UnsafeValue, language: Language): FixStep {
  return { who: 'mailcheck-user', do: fixes[language][value.in](p, value) };
}

type Fixes = Record<UnsafeValue['in'], (p: SessionParams, value: UnsafeValue) => string>;

const fixes: Record<Language, Fixes> = {
  en: {
    password: (p, value) =>
      `Take the line break or NUL out of the password of ${whoseLogin(p, 'en')}${value.kept === undefined ? '' : `, in ${keptIn.en(value.kept)}`}. ` +
      'The usual reason is a file written on Windows (CR LF) whose content was put into an environment variable, or a file with two line ends: ' +
      'the one line end after a password in a file, or printed by a command, is no part of it; any other is.',
    token: (p) =>
      `See what gives out the access token for ${account(p, 'en')}: a token has no line break in it (RFC 6750 §2.1).`,
    user: (p) =>
      `Take the line break, NUL or, over HTTP, colon out of the user name of ${whoseLogin(p, 'en')}.`,
    address: (p) => `Take the line break, NUL or angle bracket out of the address ${p.mailbox}.`,
  },
  ja: {
    password: (p, value) =>
      `${whoseLogin(p, 'ja').trimStart()}のパスワード${value.kept === undefined ? '' : `(${keptIn.ja(value.kept)})`}から改行またはNULを取り除く。` +
      'Windowsで作ったファイル(CR LF)の中身を環境変数に入れた場合や、ファイルの末尾に改行が2つある場合が多い。' +
      'ファイルの末尾やコマンドの出力の末尾にある改行は1つだけパスワードに含まれず、ほかの改行は含まれる。',
    token: (p) =>
      `${account(p, 'ja').trimStart()}のアクセス トークンの発行元を確かめる。トークンに改行は含まれない(RFC 6750 §2.1)。`,
    user: (p) =>
      `${whoseLogin(p, 'ja').trimStart()}のユーザー名から改行、NUL、HTTPの場合はコロンも取り除く。`,
    address: (p) => `アドレス ${p.mailbox} から改行、NUL、山括弧を取り除く。`,
  },
};

const named: Record<Language, (value: UnsafeValue) => string> = {
  en: (value) =>
    value.in === 'password'
      ? `the password${value.kept === undefined ? '' : ` (${keptIn.en(value.kept)})`}`
      : { token: 'the access token', user: 'the user name', address: 'the address' }[value.in],
  ja: (value) =>
    value.in === 'password'
      ? `パスワード${value.kept === undefined ? '' : `(${keptIn.ja(value.kept)})`}`
      : { token: 'アクセス トークン', user: 'ユーザー名', address: 'アドレス' }[value.in],
};

const keptIn: Record<Language, (kept: SecretRef) => string> = {
  en: (kept) => {
    if ('env' in kept) return `the environment variable ${kept.env}`;
    if ('file' in kept) return `the file ${kept.file}`;
    return 'command' in kept
      ? `the output of ${kept.command[0] ?? ''}`
      : `the keyring, under ${kept.keyring}`;
  },
  ja: (kept) => {
    if ('env' in kept) return `環境変数 ${kept.env}`;
    if ('file' in kept) return `ファイル ${kept.file}`;
    return 'command' in kept ? `${kept.command[0] ?? ''} の出力` : `キーリングの ${kept.keyring}`;
  },
};
