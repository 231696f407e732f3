// MC517: the server refused the login. Which provider says what and how to mend it: login-refusals.ts and their words.

import type { Observation, Reply } from '../mail/evidence.ts';
import { loginRefusalOf } from '../mail/login-refusals.ts';
import { problemOf } from '../mail/session-problem.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './example.ts';
import { loginRefusalWords, type RefusalCase } from './login-refusal-words.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain, said, whoseLogin } from './session-words.ts';

export default defineRule({
  code: 'MC517',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'login-refused', 'credentials', (_, observation) => ({
      refusal: caseOf(problemOf(observation)?.reply, observation),
    })),
  en: {
    title: 'The mail server refused the login',
    why:
      'The server was reached and encrypted, and said no to the user name and password. Without a login nothing is sent or ' +
      'fetched. mailcheck does not try a refused password again: each refusal makes the server slower, or locks the account.',
    message: (p) =>
      `${p.server} refused the login of ${whoseLogin(p, 'en')}: ${loginRefusalWords.en[p.refusal].cause}${said(p, 'en')}`,
    fix: (p) => [...loginRefusalWords.en[p.refusal].steps(p), lookAgain(p, 'en')],
  },
  ja: {
    title: 'メールサーバーがログインを拒否しました',
    why:
      'サーバーには接続できましたが、ユーザー名とパスワードが拒否されました。ログインできなければ送信も受信もできません。' +
      '拒否されたパスワードは再試行しません。試すたびに応答が遅くなり、アカウントがロックされることもあるためです。',
    message: (p) =>
      `${p.server} が${whoseLogin(p, 'ja')}のログインを拒否しました。${loginRefusalWords.ja[p.refusal].cause}${said(p, 'ja')}`,
    fix: (p) => [...loginRefusalWords.ja[p.refusal].steps(p), lookAgain(p, 'ja')],
  },
  sources: [
    'RFC 4954 §6',
    'RFC 3206 §4',
    'RFC 5530 §3',
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    'https://support.google.com/a/answer/3726730',
    'https://learn.microsoft.com/power-platform/admin/connect-gmail-oauth2',
  ],
  examples: {
    bad: [
      refused('535', '5.7.8', 'Error: authentication failed: (reason unavailable)'),
      refused('535', '5.7.8', 'Username and Password not accepted. BadCredentials', {
        host: 'smtp.gmail.com',
      }),
      refused('534', '5.7.9', 'Application-specific password required. InvalidSecondFactor', {
        host: 'smtp.gmail.com',
      }),
      refused(
        '535',
        '5.7.139',
        'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
        {
          host: 'smtp.office365.com',
        },
      ),
      refused('-ERR', 'AUTH', '[AUTH] Authentication failed.', { protocol: 'pop3' }),
      refused('-ERR', undefined, 'Login failed', { protocol: 'pop3' }),
      refused('NO', 'AUTHENTICATIONFAILED', '[AUTHENTICATIONFAILED] Authentication failed.', {
        protocol: 'imap',
      }),
    ],
    good: [
      {
        session: sessionThat({
          login: { outcome: 'ok', reply: { code: '235', enhanced: '2.7.0', text: 'ok' } },
        }),
      },
    ],
  },
});

function caseOf(reply: Reply | undefined, { protocol, host }: Observation): RefusalCase {
  if (reply === undefined) return 'unknown';
  const known = loginRefusalOf(reply, host);
  if (known !== undefined) return known.id;
  return protocol !== 'smtp' && reply.enhanced === undefined ? 'without-reason' : 'unknown';
}

function refused(code: string, enhanced: string | undefined, text: string, facts: Partial<Observation> = {}) {
  const reply: Reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
  return { session: sessionThat({ login: { outcome: 'refused', reply } }, facts) };
}
