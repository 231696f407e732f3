// MC517: the server refused the login. Which provider says what and how to mend it: the table of server replies; here is only what
// is said of a refusal that is nobody's in particular.

import type { Observation } from '../mail/evidence.ts';
import type { Reply } from '../mail/reply.ts';
import {
  checkPassword,
  enterWhatWorks,
  findInLogIfItWorks,
  switchedOnIfItWorks,
} from '../mail/server-replies/fixes.ts';
import type { ReplyFix } from '../mail/server-replies/row.ts';
import { problemOf } from '../mail/session-problem.ts';
import { acceptedElsewhere, acceptedSteps, acceptedText, type Accepted } from './accepted-elsewhere.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { knownSteps, replySteps } from './known-reply-words.ts';
import { loginOf, sessionHit, type SessionParams } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { said, whoseLogin } from './session-words.ts';

export default defineRule({
  code: 'MC517',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'login-refused', 'credentials', (_, observation) => ({
      withoutReason: isWithoutReason(problemOf(observation)?.reply, observation),
      accepted: acceptedElsewhere(facts),
      login: loginOf(facts),
    })),
  en: {
    title: 'The mail server refused the login',
    why:
      'The server was reached and encrypted, and said no to the user name and password. Without a login nothing is sent or ' +
      'fetched. mailcheck does not try a refused password again: each refusal makes the server slower, or locks the account.',
    message: (p) => {
      const refusal = `${p.server} refused the login of ${whoseLogin(p, 'en')}`;
      return isAccepted(p)
        ? `${refusal}${acceptedText(p, 'en')}`
        : `${refusal}.${unknownCause(p, 'en')}${said(p, 'en')}`;
    },
    fix: (p) => [...steps(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'メールサーバーがログインを拒否しました',
    why:
      'サーバーには接続できましたが、ユーザー名とパスワードが拒否されました。ログインできなければ送信も受信もできません。' +
      '拒否されたパスワードは再試行しません。試すたびに応答が遅くなり、アカウントがロックされることもあるためです。',
    message: (p) => {
      const refusal = `${p.server} が${whoseLogin(p, 'ja')}のログインを拒否しました。`;
      return isAccepted(p)
        ? `${refusal}${acceptedText(p, 'ja')}`
        : `${refusal}${unknownCause(p, 'ja')}${said(p, 'ja')}`;
    },
    fix: (p) => [...steps(p, 'ja'), lookAgain(p, 'ja')],
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
      {
        ...refused('535', '5.7.8', 'Error: authentication failed: (reason unavailable)'),
        otherSessions: [sessionThat({}, { protocol: 'imap' })],
      },
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

type Params = SessionParams & Unknown & { accepted?: Accepted | undefined; login?: string | undefined };

function isAccepted<P extends Params>(p: P): p is P & { accepted: Accepted } {
  return p.accepted !== undefined;
}

function steps(p: Params, language: Language): FixStep[] {
  if (isAccepted(p)) return acceptedSteps(p, language);
  return knownSteps(p, language) ?? replySteps(unknownSteps(p), p, language);
}

type Unknown = { known?: unknown; withoutReason: boolean };

/** A POP3 -ERR or IMAP NO without a response code. */
function isWithoutReason(reply: Reply | undefined, { protocol }: Observation): boolean {
  return protocol !== 'smtp' && reply !== undefined && reply.enhanced === undefined;
}

function unknownCause({ known, withoutReason }: Unknown, language: Language): string {
  if (known !== undefined) return '';
  const cause = unknownCauses[language][withoutReason ? 'withoutReason' : 'otherwise'];
  return language === 'en' ? ` ${cause}` : cause;
}

function unknownSteps({ withoutReason }: Unknown): ReplyFix[] {
  return withoutReason
    ? [checkPassword, switchedOnIfItWorks, enterWhatWorks]
    : [checkPassword, enterWhatWorks, findInLogIfItWorks];
}

const unknownCauses: Record<Language, Record<'withoutReason' | 'otherwise', string>> = {
  en: {
    otherwise: 'It does not accept this user name and password.',
    withoutReason:
      'It gives no reason; a wrong password, a switched-off protocol and throttling may look the same.',
  },
  ja: {
    otherwise: 'このユーザー名とパスワードは受け付けられません。',
    withoutReason:
      'サーバーは理由を示していません。パスワードの誤り、プロトコルの無効化、接続の集中のどれでも同じに見えることがあります。',
  },
};

function refused(code: string, enhanced: string | undefined, text: string, facts: Partial<Observation> = {}) {
  const reply: Reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
  return { session: sessionThat({ login: { outcome: 'refused', reply } }, facts) };
}
