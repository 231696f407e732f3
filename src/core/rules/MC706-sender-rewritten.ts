// MC706: the test message arrived with another From than it was sent with.

import { stepOf, type Observation } from '../mail/evidence.ts';
import { providerOf } from '../mail/known-hosts.ts';
import { sessionThat } from './session-example.ts';
import { server } from '../mail/server-replies/fixes.ts';
import { replySteps } from './known-reply-words.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { sendAsSteps, type Granting, type SendAsCase } from './send-as-words.ts';
import { loginOf, paramsOf } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';

export default defineRule({
  code: 'MC706',
  subject: 'session',
  stage: 'arrival',
  severity: 'warning',
  check: (facts) => {
    const { observation, observations, mailbox } = facts;
    const { arrivedFrom } = observation;
    const sending = observations.find(
      (other) => other.mailbox === observation.mailbox && other.sentFrom !== undefined,
    );
    if (arrivedFrom === undefined || sending?.sentFrom === undefined) return [];
    if (stepOf(observation, 'arrived')?.outcome !== 'ok') return [];
    if (arrivedFrom.toLowerCase() === sending.sentFrom.toLowerCase()) return [];
    // Who rewrites is mostly the server that took the message: it knows the login.
    const outgoing = { ...facts, observation: sending };
    const login = loginOf(outgoing);
    const provider = providerOf(sending.host);
    const ownLogin = login?.toLowerCase() === sending.sentFrom.toLowerCase();
    const granting = grantingOf(sending, provider, ownLogin);
    return [
      {
        params: {
          ...paramsOf(outgoing, 'arrived'),
          arrivedFrom,
          sentFrom: sending.sentFrom,
          // These put the account's own address in, so that is the account. Exchange's web services send from the mailbox
          // itself, whoever logs in. Elsewhere the records alone say who logged in.
          login: granting.endsWith('-alias') || (ownLogin && granting !== 'other') ? arrivedFrom : login,
          ownLogin,
          granting,
        },
        where: mailbox?.where(['emailAddress']),
      },
    ];
  },
  en: {
    title: 'The sender was changed on the way',
    why:
      "A server that does not let a login send from an address may take the message all the same and put the login's own address in From. Recipients " +
      'then see an address that nobody expects: replies go there, and the check of the sender (SPF, DKIM, DMARC) is made for another domain.',
    message: (p) =>
      `The message was sent with From ${p.sentFrom} and arrived with From ${p.arrivedFrom}: ${p.host} or a server behind it changed it.`,
    fix: (p) => [...steps(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: '差出人が途中で書き換えられました',
    why:
      'ログインしたユーザーにそのアドレスからの送信を許可していないサーバーでも、メールを受け付け、差出人をログインしたアドレスに書き換えることがあります。' +
      '受信者には思いがけないアドレスが見え、返信もそこに届きます。差出人の検証(SPF、DKIM、DMARC)も別のドメインに対して行われます。',
    message: (p) =>
      `差出人 ${p.sentFrom} で送ったメールが、差出人 ${p.arrivedFrom} で届きました。${p.host} か、その先のサーバーが書き換えています。`,
    fix: (p) => [...steps(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [
    'RFC 6409 §8.1',
    'https://support.google.com/mail/answer/22370',
    'https://www.postfix.org/ADDRESS_REWRITING_README.html',
  ],
  examples: {
    bad: [
      arrivedAs('relay@example.com', 'smtp.example.com'),
      arrivedAs('relay@gmail.com', 'smtp.gmail.com'),
      arrivedAs('relay@example.com', 'smtp.office365.com'),
      {
        session: sessionThat({}, { protocol: 'graph', arrivedFrom: 'hanako@example.com' }),
        otherSessions: [
          sessionThat({}, { protocol: 'graph', direction: 'outgoing', sentFrom: 'admin@example.com' }),
        ],
      },
      {
        session: sessionThat({}, { protocol: 'ews', arrivedFrom: 'hanako@example.com' }),
        otherSessions: [
          sessionThat({}, { protocol: 'ews', direction: 'outgoing', sentFrom: 'admin@example.com' }),
        ],
      },
    ],
    good: [
      {
        session: sessionThat({}, { protocol: 'ews', arrivedFrom: 'ADMIN@example.com' }),
        otherSessions: [
          sessionThat({}, { protocol: 'ews', direction: 'outgoing', sentFrom: 'admin@example.com' }),
        ],
      },
      arrivedAs('Admin@example.com', 'smtp.example.com'),
      arrivedAs(undefined, 'smtp.example.com'),
    ],
  },
});

type Rewritten = SendAsCase & { granting: Granting; arrivedFrom: string };

/** Where the mailbox logs in as itself, no right of a login is missing: the server rewrites by a rule of its own. */
function steps(p: Rewritten, language: Language): FixStep[] {
  if (p.granting !== 'other' || p.ownLogin !== true) return sendAsSteps(p.granting, p, language);
  return replySteps([noRewriting], p, language);
}

const noRewriting = server(
  'On {host} and the servers behind it find the rule that rewrites From (Postfix: sender_canonical_maps, smtp_generic_maps, masquerade_domains, header_checks), and leave {mailbox} out of it.',
  '{host} と、その先のサーバーで、差出人を書き換える規則(Postfixでは sender_canonical_maps、smtp_generic_maps、masquerade_domains、header_checks)を探し、{mailbox} を対象から外す。',
);

function grantingOf(
  { protocol }: Pick<Observation, 'protocol'>,
  provider: string | undefined,
  ownLogin: boolean,
): Granting {
  if (protocol === 'graph') return 'exchange-alias';
  if (protocol === 'ews') return provider === 'Exchange Online' ? 'exchange-alias' : 'exchange-server-alias';
  if (provider === 'Gmail') return 'gmail';
  if (provider !== 'Exchange Online') return 'other';
  return ownLogin ? 'exchange-alias' : 'exchange';
}

function arrivedAs(arrivedFrom: string | undefined, host: string) {
  const sentFrom = 'admin@example.com';
  return {
    session: sessionThat({}, { protocol: 'pop3', ...(arrivedFrom === undefined ? {} : { arrivedFrom }) }),
    otherSessions: [sessionThat({}, { host, sentFrom })],
  };
}
