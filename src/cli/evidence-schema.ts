// Knows the schema of saved evidence. What is read is checked as strictly as a record: a file that somebody mailed must not
// steer a report.

import { alternativeOutcomes } from '../core/mail/alternative.ts';
import { autodiscoverOutcomes } from '../core/mail/autodiscover-attempt.ts';
import { stepNames } from '../core/mail/step.ts';
import * as z from 'zod';
import { directions, protocols, tlsModes } from '../core/mail/protocol.ts';

const words = z.string().max(100);
const text = z.string().max(100_000);
const count = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const list = z.array(text).max(1_000);
const moment = z.iso.datetime({ offset: true });
const challenge = z.strictObject({ status: text, scope: text.optional(), schemes: text.optional() });
const reply = z.strictObject({
  code: words,
  enhanced: words.optional(),
  text,
  challenge: challenge.optional(),
});
const step = { step: z.enum(stepNames), milliseconds: count };

const stepResult = z.discriminatedUnion('outcome', [
  z.strictObject({ ...step, outcome: z.literal('ok'), reply: reply.optional() }),
  z.strictObject({ ...step, outcome: z.literal('refused'), reply }),
  z.strictObject({ ...step, outcome: z.literal('rejected'), reason: words, reply: reply.optional() }),
  z.strictObject({ ...step, outcome: z.literal('failed'), error: words, message: text }),
  z.strictObject({ ...step, outcome: z.literal('closed'), afterReply: reply.optional() }),
  z.strictObject({
    ...step,
    outcome: z.literal('timed-out'),
    afterMilliseconds: count,
    receivedBytes: count,
  }),
  z.strictObject({
    ...step,
    outcome: z.literal('malformed'),
    received: text,
    looksLike: words,
    limitBytes: count.optional(),
  }),
  z.strictObject({ ...step, outcome: z.literal('not-tried'), because: words }),
]);

const alternative = z.strictObject({
  port: count,
  tls: z.enum(['implicit', 'starttls']),
  outcome: z.enum(alternativeOutcomes),
  reason: words.optional(),
  mechanisms: z.array(words).max(100).optional(),
});
const failedAddress = z.discriminatedUnion('outcome', [
  z.strictObject({ address: words, outcome: z.literal('failed'), error: words }),
  z.strictObject({ address: words, outcome: z.literal('timed-out'), afterMilliseconds: count }),
]);

export const session = z.strictObject({
  kind: z.literal('session'),
  request: text,
  mailbox: text,
  direction: z.enum(directions),
  protocol: z.enum([...protocols, 'https']),
  host: text,
  port: count,
  tls: z.enum(tlsModes),
  user: text.optional(),
  at: moment,
  milliseconds: count,
  steps: z.array(stepResult).max(100),
  address: words.optional(),
  failedAddresses: z.array(failedAddress).max(100).optional(),
  greeting: text.optional(),
  capabilities: z.array(text).max(1_000).optional(),
  capabilitiesBeforeTls: z.array(text).max(1_000).optional(),
  mechanisms: z.array(words).max(100).optional(),
  mechanismUsed: words.optional(),
  account: z
    .strictObject({
      enabled: z.boolean().optional(),
      guest: z.boolean().optional(),
      exchangePlan: z.boolean().optional(),
    })
    .optional(),
  token: z
    .strictObject({
      audience: list.optional(),
      issuer: text.optional(),
      tenant: text.optional(),
      application: text.optional(),
      scopes: list.optional(),
      roles: list.optional(),
      user: text.optional(),
      validFrom: moment.optional(),
      validTo: moment.optional(),
    })
    .optional(),
  tokenAsked: z
    .strictObject({
      authority: z.enum(['microsoft', 'google']),
      url: text,
      grant: z.enum(['client-credentials', 'client-certificate', 'refresh-token', 'service-account']),
      scope: text.optional(),
      expected: z.strictObject({
        audiences: list,
        roles: list,
        scopes: list,
        tenant: text.optional(),
        clientId: text.optional(),
        user: text.optional(),
      }),
      standIn: z.literal(true).optional(),
    })
    .optional(),
  autodiscover: z
    .array(
      z.strictObject({
        url: text,
        outcome: z.enum(autodiscoverOutcomes),
        to: text.optional(),
        detail: text.optional(),
      }),
    )
    .max(100)
    .optional(),
  tlsVersion: words.optional(),
  serverTlsVersion: words.optional(),
  cipher: words.optional(),
  certificate: z
    .strictObject({
      subject: text,
      names: z.array(text).max(1_000),
      issuer: text,
      validFrom: words,
      validTo: words,
      fingerprint256: words,
      chain: z
        .array(z.strictObject({ subject: text, issuer: text, validTo: words }))
        .max(100)
        .optional(),
      missingIssuer: text.optional(),
    })
    .optional(),
  http: z
    .strictObject({
      method: z.literal('GET'),
      path: text,
      status: count,
      reason: text,
      authenticate: z.array(text).max(100),
      server: text.optional(),
      location: text.optional(),
      headers: z.record(words, text),
    })
    .optional(),
  answersTo: z.enum(tlsModes).optional(),
  alternatives: z.array(alternative).max(100).optional(),
  queueId: text.optional(),
  messageId: text.optional(),
  sentFrom: text.optional(),
  arrivedFrom: text.optional(),
  arrivedAsJunk: z.boolean().optional(),
  messageLeft: z.boolean().optional(),
  messageInDoubt: z.boolean().optional(),
  besideOthers: z.int().min(1).max(300).optional(),
  transcript: z
    .array(
      z.strictObject({
        milliseconds: count,
        mark: z.enum(['>', '<', '*']),
        encrypted: z.boolean(),
        text,
      }),
    )
    .max(100_000),
});

const local = z.strictObject({
  kind: z.literal('local'),
  request: text,
  mailbox: text,
  direction: z.enum(directions),
  problem: z.enum(['secret-missing', 'secret-command-failed', 'interrupted', 'offline', 'not-supported']),
  detail: text,
});

export const evidenceSchema = z.strictObject({
  version: z.literal(1),
  at: moment,
  observations: z.array(z.discriminatedUnion('kind', [session, local])).max(1_000_000),
});
