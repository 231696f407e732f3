// Knows which fields of an Observation hold words of a server. Each of them goes through the transcript's mask here.
// May not change anything else: enumerations, numbers and our own ids stay as they are.

import type { BearerChallenge, Reply } from '../../core/mail/reply.ts';
import type { Certificate } from '../../core/mail/certificate.ts';
import type { HttpAnswer } from '../../core/mail/http-answer.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepResult } from '../../core/mail/step.ts';
import type { Transcript } from './transcript.ts';

/** A reply may have a megabyte; a finding needs its first lines, and patterns are matched against it. */
const longestText = 4_000;
const mostCapabilities = 200;

export function maskedObservation(transcript: Transcript, raw: Observation): Observation {
  // Cut after masking: half a secret at the cut would not be recognised.
  const mask: Mask = (text) => {
    const masked = transcript.mask(text);
    return masked.length <= longestText ? masked : `${masked.slice(0, longestText)}…`;
  };
  const masked: Observation = { ...raw, steps: raw.steps.map((step) => maskedStep(mask, step)) };
  for (const field of ['greeting', 'mechanismUsed', 'queueId', 'cipher'] as const) {
    const text = raw[field];
    if (text !== undefined) masked[field] = mask(text);
  }
  if (raw.capabilities !== undefined)
    masked.capabilities = raw.capabilities.slice(0, mostCapabilities).map(mask);
  if (raw.capabilitiesBeforeTls !== undefined)
    masked.capabilitiesBeforeTls = raw.capabilitiesBeforeTls.slice(0, mostCapabilities).map(mask);
  if (raw.mechanisms !== undefined) masked.mechanisms = raw.mechanisms.slice(0, mostCapabilities).map(mask);
  if (raw.certificate !== undefined) masked.certificate = maskedCertificate(mask, raw.certificate);
  if (raw.http !== undefined) masked.http = maskedAnswer(mask, raw.http);
  masked.transcript = transcript.lines();
  return masked;
}

type Mask = (text: string) => string;

function maskedStep(mask: Mask, step: StepResult): StepResult {
  switch (step.outcome) {
    case 'ok':
    case 'rejected':
      return step.reply === undefined ? step : { ...step, reply: maskedReply(mask, step.reply) };
    case 'refused':
      return { ...step, reply: maskedReply(mask, step.reply) };
    case 'failed':
      return { ...step, message: mask(step.message) };
    case 'closed':
      return step.afterReply === undefined
        ? step
        : { ...step, afterReply: maskedReply(mask, step.afterReply) };
    case 'malformed':
      return { ...step, received: mask(step.received) };
    case 'timed-out':
    case 'not-tried':
      break;
  }
  return step;
}

function maskedReply(mask: Mask, reply: Reply): Reply {
  const { enhanced, challenge } = reply;
  return {
    ...reply,
    text: mask(reply.text),
    ...(enhanced === undefined ? {} : { enhanced: mask(enhanced) }),
    ...(challenge === undefined ? {} : { challenge: maskedChallenge(mask, challenge) }),
  };
}

function maskedChallenge(mask: Mask, challenge: BearerChallenge): BearerChallenge {
  const { status, scope, schemes } = challenge;
  return {
    status: mask(status),
    ...(scope === undefined ? {} : { scope: mask(scope) }),
    ...(schemes === undefined ? {} : { schemes: mask(schemes) }),
  };
}

function maskedAnswer(mask: Mask, answer: HttpAnswer): HttpAnswer {
  const { server, location } = answer;
  return {
    ...answer,
    reason: mask(answer.reason),
    authenticate: answer.authenticate.map(mask),
    ...(server === undefined ? {} : { server: mask(server) }),
    ...(location === undefined ? {} : { location: mask(location) }),
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, mask(value)])),
  };
}

function maskedCertificate(mask: Mask, certificate: Certificate): Certificate {
  return {
    ...certificate,
    subject: mask(certificate.subject),
    issuer: mask(certificate.issuer),
    names: certificate.names.map(mask),
    ...(certificate.chain === undefined
      ? {}
      : {
          chain: certificate.chain.map(({ subject, issuer, validTo }) => ({
            subject: mask(subject),
            issuer: mask(issuer),
            validTo,
          })),
        }),
    ...(certificate.missingIssuer === undefined ? {} : { missingIssuer: mask(certificate.missingIssuer) }),
  };
}
