// The frame of a rule; read this first. A rule is one file: code, severity, stage, check, the words in English and Japanese,
// who can do the fix, the sources of the fact, a bad and a good example. Everything else is derived from it.
// May not look at the world: a rule sees only its facts.

import type { Facts, Subject } from './facts.ts';
import type { Stage } from '../delivery/stage.ts';
import type { Where } from '../records/where.ts';
import type { ChosenSeverity } from './rule-settings.ts';
import type { Example } from './example.ts';
import { concernsText, type OfProfile } from './of-profile.ts';

/**
 * error        this stops the mail;
 * warning      this may stop it, or will;
 * information  worth knowing, changes no verdict;
 * unknown      the stage cannot be judged: something is missing, and the fix says what supplies it;
 * not-requested no mail is due, and rightly so.
 */
export type Severity = 'error' | 'warning' | 'information' | 'unknown' | 'not-requested';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** Who can do a step; the words are in who.ts. */
export type Who =
  | 'system-administrator' // of the Dataverse environment
  | 'tenant-administrator' // global or Exchange administrator
  | 'process-owner' // or whoever may act on behalf of another user
  | 'entra-administrator' // of the tenant that invites guests
  | 'mailbox-user'
  | 'mail-server-administrator'
  | 'network-administrator'
  | 'portal-administrator'
  | 'portal-visitor' // the person who waits for the mail
  | 'mailcheck-user' // whoever typed the command
  | 'records-keeper'; // whoever maintains the records that mailcheck reads

export type FixStep = { who: Who; do: string };

export type Words<P> = {
  /** A few words; no parameters. */
  title: string;
  /** Why this stops the mail: the mechanism, two or three sentences. */
  why: string;
  /** One sentence about this very case. */
  message(params: P): string;
  /** Steps in order; labels are the admin centre's own. */
  fix(params: P): FixStep[];
};

/** One match of a rule. `severity` overrides the rule's where the case decides. */
export type Hit<P> = {
  params: P;
  where?: Where | undefined;
  severity?: Severity;
  /** The Send E-mail steps that it is about, where the process has others, or where they run under a condition. */
  steps?: StepName[];
};

export type Finding = {
  code: string;
  severity: Severity;
  stage: Stage;
  params: unknown;
  where?: Where;
  /** Id of the mailbox or other record that it is about, where the report covers several. */
  subject?: string;
  /** `rules:` of mailcheck.yaml gave it another severity than the rule did. */
  changed?: SeverityChange;
  /** The Send E-mail steps that it is about, where the process has others, or where they run under a condition. */
  steps?: StepName[];
  /** A live test showed that its cause lies in a server profile, not in one mailbox. */
  profile?: OfProfile;
};

/** `from`: as the rule found it. `where`: the line of mailcheck.yaml. */
export type SeverityChange = { from: Severity; to: ChosenSeverity; reason: string; where: Where };

/** A Send E-mail step, as a sentence names it. */
export type StepName = {
  /** Counted from 1. */
  number: number;
  name?: string;
  conditional: boolean;
};

export type Rule = {
  code: string;
  severity: Severity;
  stage: Stage;
  subject: Subject;
  sources: string[];
  examples: { bad: Example[]; good: Example[] };
  run(facts: Facts[Subject]): Finding[];
  title(language: Language): string;
  why(language: Language): string;
  message(finding: Finding, language: Language): string;
  fix(finding: Finding, language: Language): FixStep[];
};

/** Declares a rule. `check` stands before the words, so that their parameters are inferred from it. */
export function defineRule<S extends Subject, P>(definition: {
  /** MC and three digits; for ever: never reused, retired codes stay explained. */
  code: `MC${number}`;
  subject: S;
  stage: Stage;
  severity: Severity;
  check: (facts: Facts[S]) => Hit<P>[];
  en: Words<P>;
  ja: Words<P>;
  /** Product page, RFC section, or "derived: …" when the fact is a conclusion. */
  sources: string[];
  examples: { bad: Example[]; good: Example[] };
}): Rule {
  const { code, subject, stage, severity, check, sources } = definition;
  // The only cast: params were made by this rule's own check.
  const own = (finding: Finding) => finding.params as P;
  return {
    code,
    subject,
    stage,
    severity,
    sources,
    // Only `explain` and the tests read them: not before they are asked for.
    get examples() {
      return definition.examples;
    },
    run: (facts) =>
      check(facts as Facts[S]).map((hit) => ({
        code,
        severity: hit.severity ?? severity,
        stage,
        params: hit.params,
        ...(hit.where === undefined ? {} : { where: hit.where }),
        ...(hit.steps === undefined ? {} : { steps: hit.steps }),
      })),
    title: (language) => definition[language].title,
    why: (language) => definition[language].why,
    message: (finding, language) =>
      stepPrefix(finding.steps, language) +
      definition[language].message(own(finding)) +
      (finding.profile === undefined ? '' : concernsText(finding.profile, language)),
    fix: (finding, language) => definition[language].fix(own(finding)),
  };
}

/** Which step a sentence is about, before the sentence; nothing where there is only one and it always runs. */
function stepPrefix(steps: StepName[] | undefined, language: Language): string {
  return steps === undefined || steps.length === 0 ? '' : `${stepWords(steps, language)}: `;
}

/** `Send E-mail step 2 "Reminder" (under a condition)`. */
export function stepWords(steps: readonly StepName[], language: Language): string {
  const names = steps.map(({ number, name, conditional }) =>
    language === 'en'
      ? `${number}${name === undefined ? '' : ` "${name}"`}${conditional ? ' (under a condition)' : ''}`
      : `${number}${name === undefined ? '' : `「${name}」`}${conditional ? '(条件付き)' : ''}`,
  );
  return language === 'en'
    ? `Send E-mail step${steps.length > 1 ? 's' : ''} ${names.join(' and ')}`
    : `「電子メールの送信」ステップ${names.join('と')}`;
}
