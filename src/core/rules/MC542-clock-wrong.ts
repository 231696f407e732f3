// MC542: by the clock of this computer a token that was just given is over, or not valid yet; or what we sign is.

import { setClock } from '../mail/server-replies/token-fixes.ts';
import { tokenThat } from './token-example.ts';
import { replySteps } from './known-reply-words.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { momentWords, saidAlone } from './session-words.ts';
import { tokenHit } from './token-hit.ts';

export default defineRule({
  code: 'MC542',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    tokenHit(facts, 'token-clock', 'client', (step, { token, at }) => ({
      here: at,
      late: step.outcome === 'rejected' && step.reason === 'token-expired',
      limit:
        step.outcome === 'rejected'
          ? step.reason === 'token-expired'
            ? token?.validTo
            : token?.validFrom
          : undefined,
    })),
  en: {
    title: 'The clock of this computer does not fit the token',
    why:
      'A token is valid from one moment to another, and what is signed here carries the time of this clock. A token that is over as soon ' +
      'as it is given means that the clock here is wrong. That says nothing of the mailbox; its record is not changed.',
    message: (p) =>
      p.limit === undefined
        ? `${p.endpoint} does not accept what was signed at ${momentWords(p.here)} by the clock here.${saidAlone(p, 'en')}`
        : `The clock here says ${momentWords(p.here)}, and the token for ${p.mailbox}, just given by ${p.endpoint}, is valid ${p.late ? 'until' : 'from'} ${momentWords(p.limit)}.`,
    fix: (p) => [...replySteps([setClock], p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'このコンピューターの時計がトークンと合いません',
    why:
      'トークンには有効な時間帯があり、ここで署名するものにはこの時計の時刻が入ります。受け取ったばかりのトークンが期限切れなら、この時計が狂っています。' +
      'メールボックスについては何もわかっておらず、設定ファイルも変更していません。',
    message: (p) =>
      p.limit === undefined
        ? `${p.endpoint} は、この時計の ${momentWords(p.here)} に署名したものを受け付けません。${saidAlone(p, 'ja')}`
        : `この時計は ${momentWords(p.here)} ですが、${p.endpoint} から受け取ったばかりの ${p.mailbox} のトークンは ${momentWords(p.limit)} ${p.late ? 'まで' : 'から'}有効です。`,
    fix: (p) => [...replySteps([setClock], p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: ['RFC 7519 §4.1.4', 'RFC 7519 §4.1.5', 'RFC 7523 §3'],
  examples: {
    bad: [
      {
        session: tokenThat(
          { outcome: 'rejected', reason: 'token-expired' },
          {},
          { token: { validTo: '2026-11-21T08:00:00.000Z' } },
        ),
      },
      {
        session: tokenThat(
          {
            outcome: 'refused',
            reply: {
              code: 'invalid_client',
              enhanced: 'AADSTS700024',
              text: 'Client assertion is not within its valid time range.',
            },
          },
          { grant: 'client-certificate' },
        ),
      },
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }, {}, { token: { validTo: '2026-11-21T10:00:00.000Z' } }) }],
  },
});
