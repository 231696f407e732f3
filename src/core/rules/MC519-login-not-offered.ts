// MC519: the server offers no login, or none that both sides know.

import { alternativesSeen, provenConnection } from './alternative-words.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { sessionThat } from './example.ts';
import { sessionHit, type SessionParams } from './session-hit.ts';
import {
  editProfile,
  implicitPort,
  labels,
  lookAgain,
  protocolWords,
  said,
  startTlsPort,
} from './session-words.ts';

export default defineRule({
  code: 'MC519',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'login-not-offered', 'AuthenticationProtocol', (step, { mechanisms, tls }) => ({
      mechanisms: mechanisms?.slice(0, 12) ?? [],
      neverSent: step.outcome === 'rejected',
      clearText: tls === 'none',
    })),
  en: {
    title: 'The server offers no login that can be used',
    why:
      'The record has a user name and a password, and the server offers no login on this port, or only ways that need something else ' +
      '(OAuth, NTLM, TLS first). A test that went on without login would be a false success.',
    message: (p) =>
      p.neverSent
        ? `${p.server} ${p.mechanisms.length === 0 ? `offers no ${protocolWords[p.protocol]} login` : `offers only ${p.mechanisms.join(', ')}`}; the password was never sent.${alternativesSeen(p, 'en')}`
        : `${p.server} does not allow this way to log in${p.mechanisms.length === 0 ? '' : ` (it offers ${p.mechanisms.join(', ')})`}.${said(p, 'en')}${alternativesSeen(p, 'en')}`,
    fix: (p) => [
      ...otherConnection(p, 'en'),
      {
        who: 'mail-server-administrator',
        do: `Allow user name and password over TLS (mechanism PLAIN or LOGIN) for ${p.server}. If only OAuth is offered, the mailbox needs a profile with OAuth.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: '使えるログイン方法をサーバーが提供していません',
    why:
      '設定ファイルにはユーザー名とパスワードがありますが、サーバーはこのポートでログインを提供していないか、別のもの(OAuth、NTLM、先にTLS)を求めています。' +
      'ログインせずに先へ進むと、成功したように見えてしまいます。',
    message: (p) =>
      p.neverSent
        ? `${p.server} は${p.mechanisms.length === 0 ? `${protocolWords[p.protocol]}のログインを提供していません` : ` ${p.mechanisms.join('、')} しか提供していません`}。パスワードは送っていません。${alternativesSeen(p, 'ja')}`
        : `${p.server} はこの方法でのログインを認めていません${p.mechanisms.length === 0 ? '' : `(提供している方法: ${p.mechanisms.join('、')})`}。${said(p, 'ja')}${alternativesSeen(p, 'ja')}`,
    fix: (p) => [
      ...otherConnection(p, 'ja'),
      {
        who: 'mail-server-administrator',
        do: `${p.server} で、TLS上のユーザー名とパスワードによるログイン(PLAINかLOGIN)を許可する。OAuthしかない場合は、OAuthのプロファイルが必要。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 4954 §3, §4, §6', 'RFC 5034 §4', 'RFC 9051 §6.2.3'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { login: { outcome: 'rejected', reason: 'authentication-not-offered' } },
          { port: 25 },
        ),
      },
      {
        session: sessionThat(
          { login: { outcome: 'rejected', reason: 'authentication-not-offered' } },
          {
            port: 25,
            alternatives: [{ port: 587, tls: 'starttls', outcome: 'works', mechanisms: ['PLAIN', 'LOGIN'] }],
          },
        ),
      },
      {
        session: sessionThat(
          { login: { outcome: 'rejected', reason: 'no-common-mechanism' } },
          { mechanisms: ['XOAUTH2'] },
        ),
      },
      {
        session: sessionThat(
          {
            login: {
              outcome: 'refused',
              reply: {
                code: 'NO',
                enhanced: 'PRIVACYREQUIRED',
                text: '[PRIVACYREQUIRED] Cleartext authentication disallowed',
              },
            },
          },
          { protocol: 'imap', tls: 'none', port: 143 },
        ),
      },
    ],
    good: [{ session: sessionThat({ login: { outcome: 'ok' } }, { mechanisms: ['PLAIN'] }) }],
  },
});

/** A login is often there on the usual port only, or only after TLS. Where both are so already, this is no help. */
function otherConnection(p: SessionParams & { clearText: boolean }, language: Language): FixStep[] {
  const proven = provenConnection(p, language);
  if (proven !== undefined) return proven;
  const { port, ssl } = labels[language][p.direction];
  const usual = [implicitPort[p.protocol], startTlsPort[p.protocol]];
  if (!usual.includes(p.port) && p.alternatives === undefined) {
    const what =
      language === 'en'
        ? `"${port}" is ${p.port}${p.port === 25 ? ' (for mail between servers)' : ''}; set it to the one for logins, usually ${usual.join(' or ')}, with "${ssl}" at Yes`
        : `「${port}」(現在 ${p.port}${p.port === 25 ? '、サーバー間のメール用' : ''})をログイン用のポート(一般には ${usual.join(' か ')})に変え、「${ssl}」を「はい」にする`;
    return editProfile(p, what, `${p.direction}PortNumber: ${usual[0]}`, language);
  }
  if (!p.clearText) return [];
  const what = language === 'en' ? `set "${ssl}" to Yes` : `「${ssl}」を「はい」にする`;
  return editProfile(p, what, `${p.direction}UseSsl: true`, language);
}
