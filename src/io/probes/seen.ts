// Knows what is seen of a connection, whatever is spoken on it, and how a problem and TLS are noted in the transcript.

import type { Certificate } from '../../core/mail/certificate.ts';
import type { Observation, TranscriptLine } from '../../core/mail/evidence.ts';
import type { Problem } from './line-stream.ts';

/** What the session and its protocol's probe fill in; masked when the session is finished. */
export type Seen = Partial<
  Pick<
    Observation,
    | 'address'
    | 'failedAddresses'
    | 'greeting'
    | 'capabilities'
    | 'capabilitiesBeforeTls'
    | 'mechanisms'
    | 'mechanismUsed'
    | 'account'
    | 'tlsVersion'
    | 'serverTlsVersion'
    | 'cipher'
    | 'certificate'
    | 'http'
    | 'answersTo'
    | 'queueId'
    | 'messageId'
    | 'sentFrom'
    | 'messageLeft'
  >
>;

/** A line of the transcript. */
export type Note = (mark: TranscriptLine['mark'], text: string) => void;

export function noteProblem(problem: Problem, note: Note): void {
  if (problem.outcome === 'malformed') note('<', problem.received);
  if (problem.outcome === 'failed') note('*', `${problem.error}: ${problem.message}`);
  else if (problem.outcome === 'rejected') note('*', `not going on: ${problem.reason}`);
  else note('*', problem.outcome);
}

export function noteTls(
  seen: Seen,
  { version, cipher, certificate }: { version: string; cipher: string; certificate?: Certificate },
  note: Note,
): void {
  seen.tlsVersion = version;
  seen.cipher = cipher;
  if (certificate !== undefined) seen.certificate = certificate;
  note('*', `TLS established: ${version}, ${cipher}`);
}
