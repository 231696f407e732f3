// MC533: the mail server refused the access token. Which refusal means what: bearer-refusals.ts and its words.

import { bearerRefusalOf } from '../mail/bearer-refusals.ts';
import type { Observation } from '../mail/evidence.ts';
import type { Reply } from '../mail/reply.ts';
import { problemOf } from '../mail/session-problem.ts';
import { bearerRefusalWords, type RefusedToken } from './bearer-refusal-words.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';
import { loginOf, sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

const families = {
  smtp: 'SMTP',
  pop3: 'POP',
  imap: 'IMAP',
  ews: 'IMAP',
  graph: 'IMAP',
  https: 'IMAP',
} as const;

export default defineRule({
  code: 'MC533',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'bearer-refused', 'token', (_, observation) => {
      const { reply } = problemOf(observation) ?? {};
      const { mechanismUsed, protocol, host, tokenAsked } = observation;
      const token: Pick<RefusedToken, 'login' | 'family' | 'grant' | 'scope'> = {
        login: loginOf(facts) ?? facts.mailbox?.fields.emailAddress ?? observation.mailbox,
        family: families[protocol],
        ...(tokenAsked === undefined ? {} : { grant: tokenAsked.grant }),
        ...(reply?.challenge?.scope === undefined ? {} : { scope: reply.challenge.scope }),
      };
      return {
        ...token,
        mechanism: mechanismUsed ?? 'XOAUTH2',
        refusal: reply === undefined ? ('unknown' as const) : bearerRefusalOf(reply, host).id,
      };
    }),
  en: {
    title: 'The mail server refused the access token',
    why:
      'A token was obtained and sent, and the mail server did not let it in. The server checks who signed it, until when it is good, what it ' +
      'is for, and whether it belongs to the user named beside it. mailcheck does not send a refused token again.',
    message: (p) =>
      `${p.server} refused the access token of ${p.login} (${p.mechanism}): ${bearerRefusalWords.en[p.refusal].cause}${said(p, 'en')}`,
    fix: (p) => [...bearerRefusalWords.en[p.refusal].steps(p), lookAgain(p, 'en')],
  },
  ja: {
    title: 'メールサーバーがアクセス トークンを拒否しました',
    why:
      'トークンは取得でき、送りましたが、メールサーバーが受け付けませんでした。サーバーは、誰が署名したか、期限内か、何のためのものか、' +
      '一緒に送ったユーザーのものかを確かめます。拒否されたトークンは再送しません。',
    message: (p) =>
      `${p.server} が ${p.login} のアクセス トークン(${p.mechanism})を拒否しました。${bearerRefusalWords.ja[p.refusal].cause}${said(p, 'ja')}`,
    fix: (p) => [...bearerRefusalWords.ja[p.refusal].steps(p), lookAgain(p, 'ja')],
  },
  sources: [
    'RFC 7628 §3.2.2',
    'https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
    'https://developers.google.com/workspace/gmail/imap/xoauth2-protocol',
    'https://doc.dovecot.org/2.3/configuration_manual/authentication/oauth2/',
  ],
  examples: {
    bad: [
      refused(
        {
          code: '535',
          enhanced: '5.7.8',
          text: 'Error: authentication failed: (reason unavailable)',
          challenge: { status: 'invalid_token' },
        },
        { mechanismUsed: 'OAUTHBEARER' },
      ),
      refused({ code: '535', enhanced: '5.7.3', text: 'Authentication unsuccessful' }, exchange('smtp')),
      refused({ code: 'NO', text: 'AUTHENTICATE failed.' }, exchange('imap')),
      refused(
        {
          code: '535',
          enhanced: '5.7.139',
          text: 'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
        },
        exchange('smtp'),
      ),
      refused({ code: 'BAD', text: 'User is authenticated but not connected.' }, exchange('imap')),
      refused(
        {
          code: 'NO',
          enhanced: 'AUTHENTICATIONFAILED',
          text: '[AUTHENTICATIONFAILED] Invalid credentials (Failure)',
          challenge: { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' },
        },
        { protocol: 'imap', host: 'imap.gmail.com' },
      ),
      refused(
        {
          code: '-ERR',
          enhanced: 'AUTH',
          text: 'No.',
          challenge: { status: 'insufficient_scope', scope: 'mail' },
        },
        { protocol: 'pop3' },
      ),
      refused({ code: '535', text: 'No.', challenge: { status: 'invalid_request' } }, {}),
    ],
    good: [
      { session: sessionThat({ login: { outcome: 'ok' } }, { mechanismUsed: 'XOAUTH2' }) },
      // The same words for a password are MC517's.
      {
        session: sessionThat(
          { login: { outcome: 'refused', reply: { code: '535', enhanced: '5.7.3', text: 'No' } } },
          { mechanismUsed: 'PLAIN' },
        ),
      },
    ],
  },
});

function exchange(protocol: 'smtp' | 'imap'): Partial<Observation> {
  return { protocol, host: protocol === 'smtp' ? 'smtp.office365.com' : 'outlook.office365.com' };
}

function refused(reply: Reply, facts: Partial<Observation>): { session: Observation } {
  return {
    session: sessionThat({ login: { outcome: 'refused', reply } }, { mechanismUsed: 'XOAUTH2', ...facts }),
  };
}
