// Knows how the arrival rules (MC7xx) find their case, and which message it is about. Builds parameters, no words.

import type { Observation } from '../mail/evidence.ts';
import type { StepResult } from '../mail/step.ts';
import { stepOf } from '../mail/evidence.ts';
import { replyWords } from '../mail/reply-words.ts';
import type { Facts } from './facts.ts';
import type { Hit } from './rule.ts';
import { paramsOf, type SessionParams } from './session-hit.ts';

type ArrivalCase =
  | 'seen' // whether or not it could be taken out again
  | 'not-seen'
  | 'taken'
  | 'not-told' // our message cannot be told from others, or the looking itself broke off
  | 'left'; // seen, and not taken out again

type ArrivalParams = SessionParams & {
  /** Random, with its angle brackets; undefined where the sending side is not in this run. */
  messageId?: string;
  /** The sending server got the whole message and did not answer: it may have taken it. */
  inDoubt?: true;
};

export function arrivalHit<Extra extends object>(
  facts: Facts['session'],
  wanted: ArrivalCase,
  extra: (step: StepResult) => Extra,
): Hit<ArrivalParams & Extra>[] {
  const { observation, mailbox } = facts;
  const step = stepOf(observation, 'arrived');
  if (step === undefined) return [];
  if (wanted === 'seen' ? step.outcome !== 'ok' : arrivalCaseOf(observation, step) !== wanted) return [];
  const messageId = messageIdOf(facts);
  const params = {
    ...paramsOf(facts, 'arrived'),
    ...(messageId === undefined ? {} : { messageId }),
    ...(observation.messageInDoubt === true ? { inDoubt: true as const } : {}),
    ...('reply' in step && step.reply !== undefined ? { words: replyWords(step.reply) } : {}),
    ...extra(step),
  };
  return [{ params, where: mailbox?.where(['emailAddress']) }];
}

function arrivalCaseOf(observation: Observation, step: StepResult): ArrivalCase | undefined {
  const left = observation.messageLeft === true;
  if (step.outcome === 'ok') return left ? 'left' : undefined;
  if (step.outcome === 'not-tried') return left ? 'not-told' : undefined;
  if (step.outcome === 'timed-out') return 'not-seen';
  return step.outcome === 'rejected' && step.reason === 'taken-by-another-reader' ? 'taken' : 'not-told';
}

function messageIdOf({ observation, observations }: Facts['session']): string | undefined {
  return (
    observation.messageId ??
    observations.find((other) => other.mailbox === observation.mailbox && other.messageId !== undefined)
      ?.messageId
  );
}
