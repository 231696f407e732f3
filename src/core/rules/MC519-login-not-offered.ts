// MC519: the server offers no login, or none that both sides know.

import { alternativesSeen, provenConnection } from './alternative-words.ts';
import { stepOf, type Observation } from '../mail/evidence.ts';
import { usedToken } from '../mail/bearer-refusals.ts';
import { providerOf } from '../mail/known-hosts.ts';
import { offer, wayIn, type Offer } from './login-offer-words.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { implicitPort, startTlsPort } from '../mail/protocol.ts';
import { labels, said } from './session-words.ts';

export default defineRule({
  code: 'MC519',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'login-not-offered', 'AuthenticationProtocol', (step, observation) => {
      const mechanisms = observation.mechanisms?.slice(0, 12) ?? [];
      const token = usedToken(observation) || stepOf(observation, 'token')?.outcome === 'ok';
      return {
        mechanisms,
        neverSent: step.outcome === 'rejected',
        clearText: observation.tls === 'none',
        has: token ? ('token' as const) : ('password' as const),
        tokensOnly: !token && mechanisms.length > 0 && mechanisms.every((name) => forTokens.has(name)),
        provider: providerOf(observation.host),
      };
    }),
  en: {
    title: 'The server offers no login that can be used',
    why:
      'There is a password or an access token to log in with, and the server offers no login on this port, or only ways that need something else ' +
      '(OAuth in place of a password, a password in place of a token, NTLM, TLS first). A test that went on without login would be a false success.',
    message: (p) =>
      `${p.server} ${offer.en(p)}${p.neverSent ? '' : said(p, 'en')}${alternativesSeen(p, 'en')}`,
    fix: (p) => [...otherConnection(p, 'en'), ...wayIn(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: '使えるログイン方法をサーバーが提供していません',
    why:
      'パスワードまたはアクセス トークンはありますが、サーバーはこのポートでログインを提供していないか、別のもの(パスワードの代わりにOAuth、トークンの代わりにパスワード、NTLM、先にTLS)を求めています。' +
      'ログインせずに先へ進むと、成功したように見えてしまいます。',
    message: (p) =>
      `${p.server} ${offer.ja(p)}${p.neverSent ? '' : said(p, 'ja')}${alternativesSeen(p, 'ja')}`,
    fix: (p) => [...otherConnection(p, 'ja'), ...wayIn(p, 'ja'), lookAgain(p, 'ja')],
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
          { login: { outcome: 'rejected', reason: 'no-common-mechanism' } },
          { mechanisms: ['XOAUTH2', 'OAUTHBEARER'], host: 'smtp.gmail.com' },
        ),
      },
      { session: withToken(['PLAIN', 'LOGIN']) },
      { session: withToken([]) },
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

/** Mechanisms that carry an access token and nothing else. */
const forTokens = new Set(['XOAUTH2', 'OAUTHBEARER']);

/**
 * Another port only where the look at others found that it works, or in place of 25, which is for mail between servers: one
 * that offers ways to log in is a port for logins. In clear text the ways that fit are often held back until TLS.
 */
function otherConnection(p: Offer & { clearText: boolean }, language: Language): FixStep[] {
  const proven = provenConnection(withFittingAlternatives(p), language);
  if (proven !== undefined) return proven;
  const { port, ssl } = labels[language][p.direction];
  if (p.port === 25 && p.mechanisms.length === 0 && p.alternatives === undefined) {
    const usual = [implicitPort[p.protocol], startTlsPort[p.protocol]];
    const what =
      language === 'en'
        ? `"${port}" is 25 (for mail between servers); set it to the one for logins, usually ${usual.join(' or ')}, with "${ssl}" at Yes`
        : `「${port}」(現在 25、サーバー間のメール用)をログイン用のポート(一般には ${usual.join(' か ')})に変え、「${ssl}」を「はい」にする`;
    return editProfile(p, what, `${p.direction}PortNumber: ${usual[0]}`, language);
  }
  if (!p.clearText) return [];
  const what = language === 'en' ? `set "${ssl}" to Yes` : `「${ssl}」を「はい」にする`;
  return editProfile(p, what, `${p.direction}UseSsl: true`, language);
}

/** A port that offers logins, and none for what there is to log in with, is no way out. */
function withFittingAlternatives(p: Offer): Offer {
  const { alternatives, has, protocol } = p;
  if (alternatives === undefined) return p;
  const fits = (name: string): boolean =>
    // POP3 and IMAP have a login of their own beside the mechanisms; SMTP has none.
    has === 'password' && protocol === 'smtp'
      ? /^(?:PLAIN|LOGIN|CRAM-MD5)$/.test(name)
      : forTokens.has(name) === (has === 'token');
  return {
    ...p,
    alternatives: alternatives.filter(
      ({ mechanisms = [] }) => mechanisms.length === 0 || mechanisms.some(fits),
    ),
  };
}

/** A token was there, and the server has no use for it. */
function withToken(mechanisms: string[]): Observation {
  const session = sessionThat(
    { login: { outcome: 'rejected', reason: 'no-common-mechanism' } },
    { protocol: 'pop3', mechanisms },
  );
  return { ...session, steps: [{ step: 'token', outcome: 'ok', milliseconds: 1 }, ...session.steps] };
}
