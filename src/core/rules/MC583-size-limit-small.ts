// MC583: the server states a limit of size that ordinary mail exceeds.

import type { Observation } from '../mail/evidence.ts';
import { stepOf } from '../mail/evidence.ts';
import { sizeLimitOf } from '../mail/size-limit.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { lookAgain } from './session-fix.ts';
import { paramsOf } from './session-hit.ts';

/** Bytes. Postfix comes with ten times as much. */
const ordinary = 1_000_000;

export default defineRule({
  code: 'MC583',
  subject: 'session',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    const { observation, observations, profile } = facts;
    const { host, port, direction } = observation;
    const limit = smallLimit(observation);
    if (limit === undefined) return [];
    // Said once a port, not once a mailbox.
    const first = observations.find(
      (one) => one.host === host && one.port === port && smallLimit(one) !== undefined,
    );
    if (first !== undefined && first !== observation) return [];
    return [
      {
        params: { ...paramsOf(facts, 'capabilities'), limit },
        where: profile?.where([`${direction}ServerLocation`]),
      },
    ];
  },
  en: {
    title: 'The server takes only small messages',
    why:
      'A server says with SIZE how large a message may be, and refuses what is larger. Mail with an attachment, or with a picture in ' +
      'the signature, is soon larger than this; below a few thousand bytes not even a short text gets through.',
    message: (p) =>
      `${p.server} takes messages of at most ${p.limit} bytes (SIZE ${p.limit}); ordinary mail is often larger.`,
    fix: (p) => [
      {
        who: 'mail-server-administrator',
        do: `Raise the largest message size of ${p.host} to 10 MB or more, for this port too (Postfix: message_size_limit; Exchange Server: MaxMessageSize of the Receive connector).`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバーが小さなメッセージしか受け付けません',
    why:
      'サーバーは受け付けるメッセージの大きさの上限をSIZEで示し、それを超えるものを拒否します。添付ファイルや署名の画像があるメールは、この上限をすぐに超えます。' +
      '上限が数千バイト以下の場合は、短い本文だけのメールも届きません。',
    message: (p) =>
      `${p.server} が受け付けるメッセージは ${p.limit} バイトまでです(SIZE ${p.limit})。通常のメールはこれを超えることがよくあります。`,
    fix: (p) => [
      {
        who: 'mail-server-administrator',
        do: `${p.host} のメッセージの最大サイズを、このポートでも10MB以上にする(Postfixでは message_size_limit、Exchange Serverでは受信コネクタの MaxMessageSize)。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 1870 §4',
    'https://www.postfix.org/postconf.5.html#message_size_limit',
    'https://learn.microsoft.com/exchange/mail-flow/message-size-limits',
  ],
  examples: {
    bad: [{ session: stating('SIZE 500') }],
    good: [
      { session: stating('SIZE 10240000') },
      // No fixed limit (RFC 1870 §4), and none that is stated.
      { session: stating('SIZE 0') },
      { session: stating('PIPELINING') },
    ],
  },
});

function smallLimit(seen: Observation): number | undefined {
  if (seen.protocol !== 'smtp' || stepOf(seen, 'capabilities')?.outcome !== 'ok') return undefined;
  const limit = sizeLimitOf(seen);
  return typeof limit === 'number' && limit < ordinary ? limit : undefined;
}

function stating(capability: string): Observation {
  return sessionThat({}, { capabilities: ['STARTTLS', capability] });
}
