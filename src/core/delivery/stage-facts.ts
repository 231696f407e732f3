// Knows what is worth showing of each stage in one line of a report: names and values with their places, no sentences.

import type { Observation } from '../mail/evidence.ts';
import type { StepName } from '../mail/step.ts';
import { faultOf } from '../mail/fault.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Entry } from '../records/records.ts';
import type { FactName, StageFact } from '../path-report.ts';
import type { DeliveryPath } from './path.ts';
import { serverKnowledge } from './server-knowledge.ts';
import { isNotRecorded, type SwitchName } from './site-settings.ts';
import type { Stage } from './stage.ts';

export function stageFacts(
  stage: Stage,
  path: DeliveryPath,
  observations: readonly Observation[],
  /** The observations come from a file. */
  saved: boolean,
  now: Date,
): StageFact[] {
  const contact = path.contact.found;
  const process = path.process.found;
  const mailbox = path.mailbox.found;
  const profile = path.profile.found;
  switch (stage) {
    case 'request':
      return settingFacts(path);
    case 'recipient':
      return contact === undefined
        ? []
        : [of(contact, 'contact', 'fullName'), of(contact, 'address', 'emailAddress1')].flat();
    case 'process':
      return process === undefined
        ? []
        : [of(process, 'process', 'name'), of(process, 'state', 'state')].flat();
    case 'sender':
      return [...chainFacts(path)];
    case 'mailbox':
      return mailbox === undefined
        ? []
        : [
            of(mailbox, 'mailbox', 'emailAddress'),
            of(mailbox, 'approval', 'emailRouterAccessApproval'),
            of(mailbox, 'approved-by', 'emailAddressApprovedBy'),
            of(mailbox, 'approved-on', 'emailAddressApprovedOn'),
            of(mailbox, 'outgoing-status', 'outgoingEmailStatus'),
            of(mailbox, 'test-run-by', 'testAndEnableLastAttemptedBy'),
            of(mailbox, 'test-run-on', 'testAndEnableLastAttemptedOn'),
          ].flat();
    case 'profile':
      return profile === undefined
        ? []
        : [fact('profile', profile.fields.name ?? profile.id, profile.where())];
    case 'server':
      return serverFacts(path, observations, saved, now);
    case 'domain':
    case 'arrival':
      return [];
  }
}

const deciding: Partial<Record<DeliveryPath['message']['kind'], SwitchName>> = {
  'email-confirmation': 'Authentication/Registration/EmailConfirmationEnabled',
  'two-factor-code': 'Authentication/Registration/TwoFactorEnabled',
  'password-reset': 'Authentication/Registration/ResetPasswordEnabled',
  invitation: 'Authentication/Registration/InvitationEnabled',
};

function settingFacts(path: DeliveryPath): StageFact[] {
  const name = deciding[path.message.kind];
  if (name === undefined || !path.settings.recorded) return [];
  const setting = path.settings.get(name);
  const shortName = name.slice(name.lastIndexOf('/') + 1);
  if (isNotRecorded(setting)) return [fact('setting', shortName, setting.where)];
  const value = `${shortName} = ${setting.value}`;
  return [fact(setting.source === 'record' ? 'setting' : 'default-setting', value, setting.where)];
}

/** The step that a stage is about, where there are several. */
export function stepFact({ step }: DeliveryPath): StageFact[] {
  return step === undefined ? [] : [fact('step', step.step.name ?? String(step.index + 1), step.where)];
}

function chainFacts(path: DeliveryPath): StageFact[] {
  const facts = path.steps.length > 1 ? stepFact(path) : [];
  for (const hop of path.sender.hops) {
    if (hop.hop === 'from') facts.push(fact('from', hop.value, hop.where));
    if (hop.hop === 'principal') facts.push(fact('sender', hop.name, hop.where));
  }
  return facts;
}

function serverFacts(
  path: DeliveryPath,
  observations: readonly Observation[],
  saved: boolean,
  now: Date,
): StageFact[] {
  const mailbox = path.mailbox.found;
  const profile = path.profile.found;
  if (mailbox === undefined) return [];
  const facts: StageFact[] = [];
  const outgoing = profile === undefined ? undefined : effectiveProfile(profile.fields).outgoing;
  if (profile !== undefined && outgoing?.host !== undefined)
    facts.push(
      fact(
        'server',
        outgoing.port === undefined ? outgoing.host : `${outgoing.host}:${outgoing.port}`,
        profile.where(['outgoingServerLocation']),
      ),
    );
  const knowledge = serverKnowledge(mailbox, path.records, observations, now);
  if (knowledge.source === 'live') {
    facts.push(fact('evidence', saved ? 'saved' : 'live'));
    if (knowledge.at !== undefined) facts.push(fact('seen-on', knowledge.at));
    return facts;
  }
  const reached = reachedFacts(observations, saved);
  facts.push(...reached);
  const { other } = knowledge;
  if (other !== undefined)
    facts.push(
      other.of === 'server' ? fact('evidence', 'other-server') : fact('evidence', 'other-login'),
      fact(other.of === 'server' ? 'tested-server' : 'tested-login', other.name),
    );
  else if (knowledge.source === 'stored')
    facts.push(fact('evidence', reached.length === 0 ? 'stored' : 'login-stored'));
  else if (knowledge.at !== undefined) facts.push(fact('evidence', 'no-verdict'));
  else facts.push(fact('evidence', knowledge.status === 'not-run' ? 'none' : 'not-recorded'));
  if (knowledge.at !== undefined) facts.push(fact('tested-on', knowledge.at));
  return facts;
}

/** A look that ended before the login, as asked: it says nothing of the mailbox, but that the server answers is worth a word. */
function reachedFacts(observations: readonly Observation[], saved: boolean): StageFact[] {
  const session = observations.at(-1);
  const reached = session?.steps.filter(
    ({ step, outcome }) => worthSaying.includes(step) && outcome === 'ok',
  );
  const last = reached?.at(-1);
  if (session === undefined || last === undefined || faultOf(session) !== undefined) return [];
  return [fact('reached', last.step), ...(saved ? [fact('seen-on', session.at)] : [])];
}

const worthSaying: readonly StepName[] = ['connect', 'tls'];

function of(entry: Entry, name: FactName, key: string): StageFact[] {
  const value = (entry.fields as Record<string, string | boolean | number | null | undefined>)[key];
  return value === undefined || value === null ? [] : [fact(name, String(value), entry.where([key]))];
}

function fact(name: FactName, value: string, where?: StageFact['where']): StageFact {
  return where === undefined ? { name, value } : { name, value, where };
}
