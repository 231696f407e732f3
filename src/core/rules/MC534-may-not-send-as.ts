// MC534: the login is good, and the server does not let it send from the mailbox's address.

import type { Observation } from '../mail/evidence.ts';
import type { Reply } from '../mail/reply.ts';
import type { StepName } from '../mail/step.ts';
import { providerOf } from '../mail/known-hosts.ts';
import { sendAsRefusalOf } from '../mail/send-as-refusals.ts';
import { seenIn } from '../mail/server-replies/known-reply.ts';
import { problemOf } from '../mail/session-problem.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';
import { sendAsSteps, type Granting, type SendAsCase } from './send-as-words.ts';
import { loginOf, sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC534',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'send-as-refused', 'login', (_, observation) => {
      const { reply, step } = problemOf(observation) ?? {};
      const refusal =
        reply === undefined || step === undefined
          ? undefined
          : sendAsRefusalOf(seenIn(observation, step.step, reply));
      const recorded = loginOf(facts);
      const own = facts.mailbox?.fields.emailAddress ?? observation.mailbox;
      const ownLogin = recorded?.toLowerCase() === own.toLowerCase();
      const named = refusal?.login?.toLowerCase() === own.toLowerCase() ? undefined : refusal?.login;
      return {
        granting: providerOf(observation.host) === 'Gmail' ? ('gmail' as const) : (refusal?.kind ?? 'other'),
        // What the server calls the login is any text: the records' name first, unless it is the sender itself.
        login: ownLogin ? named : (recorded ?? named),
        ownLogin,
      };
    }),
  en: {
    title: 'The login may not send from this address',
    why:
      'Many servers let a login send only from its own addresses: at MAIL FROM, when the recipient is named, or after the message has been ' +
      'read (Exchange Online), when everything before looked well. Every mail of this mailbox would be refused in the same way.',
    message: (p) =>
      `${p.server} does not let ${p.login ?? 'the user who logged in'} send as ${p.mailbox}.${said(p, 'en')}`,
    fix: (p) => [...sendAsSteps(p.granting, asOwner(p), 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'ログインしたユーザーは、このアドレスから送信できません',
    why:
      '多くのサーバーは、ログインした本人のアドレスからしか送信させません。拒否されるのは、差出人を伝えたとき、宛先を伝えたとき、' +
      '本文を渡した後(Exchange Online。それまではすべて成功したように見える)のいずれかです。このメールボックスからのメールはすべて同じように拒否されます。',
    message: (p) =>
      `${p.server} は、${p.login === undefined ? 'ログインしたユーザーが' : `${p.login} が`} ${p.mailbox} として送信することを許可していません。${said(p, 'ja')}`,
    fix: (p) => [...sendAsSteps(p.granting, asOwner(p), 'ja'), lookAgain(p, 'ja')],
  },
  sources: [
    'RFC 6409 §6.1',
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
    'https://learn.microsoft.com/powershell/module/exchange/add-recipientpermission',
    'https://www.postfix.org/postconf.5.html#smtpd_sender_login_maps',
    'https://support.google.com/mail/answer/22370',
  ],
  examples: {
    bad: [
      refused('sender', {
        code: '553',
        enhanced: '5.7.1',
        text: '<admin@example.com>: Sender address rejected: not owned by user other@example.com',
      }),
      // Postfix's smtpd_delay_reject: the sender is judged at RCPT TO.
      refused('recipient', {
        code: '553',
        enhanced: '5.7.1',
        text: '<admin@example.com>: Sender address rejected: not owned by user other@example.com',
      }),
      refused('queued', {
        code: '554',
        enhanced: '5.2.252',
        text: 'SendAsDenied; other@example.com not allowed to send as admin@example.com',
      }),
      refused('sender', {
        code: '550',
        enhanced: '5.7.60',
        text: 'SMTP; Client does not have permissions to send as this sender',
      }),
      refused('queued', { code: '554', text: 'Message rejected: Email address is not verified.' }),
      refused('sender', {
        code: '550',
        enhanced: '5.7.0',
        text: 'From address is not one of your addresses',
      }),
    ],
    good: [
      { session: sessionThat({ sender: { outcome: 'ok' }, queued: { outcome: 'ok' } }) },
      // Nobody logged in: it is not about rights.
      {
        session: sessionThat({
          login: { outcome: 'not-tried', because: 'no-credentials' },
          sender: {
            outcome: 'refused',
            reply: { code: '553', enhanced: '5.7.1', text: 'Sender address rejected: not logged in' },
          },
        }),
      },
    ],
  },
});

/** Postfix' table has a line for each address, its own login's as well. */
function asOwner<P extends SendAsCase & { granting: Granting }>(p: P): P {
  return p.granting === 'postfix' && p.ownLogin === true ? { ...p, login: p.login ?? p.mailbox } : p;
}

function refused(step: StepName, reply: Reply): { session: Observation } {
  return { session: sessionThat({ [step]: { outcome: 'refused', reply } }) };
}
