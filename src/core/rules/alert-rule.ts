// Knows the frame of a rule about the platform's alerts: which alerts are its own, and how grave each is.
// Each cause is a rule file of its own, with its words and steps; which text means which cause is in alert-table.ts.

import { messageOf, namesOf, whichOne, type AlertNames, type AlertParams } from './alert-words.ts';
import type { Facts } from './facts.ts';
import { nameOf } from './mailbox-questions.ts';
import {
  defineRule,
  type FixStep,
  type Hit,
  type Language,
  type Rule,
  type Severity,
  type Words,
} from './rule.ts';
import type { Stage } from '../delivery/stage.ts';
import type { Example } from './example.ts';

type AlertWords = {
  title: string;
  why: string;
  fix: (names: AlertNames, params: AlertParams) => FixStep[];
};

type PastedAlert = { text?: string; code?: string | number; level?: string; regarding?: string };

export function defineAlertRule(definition: {
  code: `MC${number}`;
  stage: Stage;
  en: AlertWords;
  ja: AlertWords;
  sources: string[];
  /** Alerts that raise it. */
  bad: PastedAlert[];
}): Rule {
  const { code, stage, sources, bad } = definition;
  const words = (language: Language): Words<AlertParams> => {
    const { title, why, fix } = definition[language];
    return {
      title,
      why,
      message: (params) => messageOf(params, title, language),
      fix: (params) => [...whichOne(params, language), ...fix(namesOf(params, language), params)],
    };
  };
  return defineRule({
    code,
    subject: 'alert',
    stage,
    severity: 'error',
    check: (facts) =>
      facts.recognised.meaning?.finding === code ? [alertHit(facts, severityOf(facts))] : [],
    // Made when they are asked for: most runs speak of no alert.
    get en() {
      return words('en');
    },
    get ja() {
      return words('ja');
    },
    sources,
    get examples() {
      return {
        bad: bad.map((alert) => exampleWith(alert)),
        good: [{}, exampleWith({ text: 'The mailbox was tested with success.', level: 'information' })],
      };
    },
  });
}

export function alertHit(facts: Facts['alert'], severity: Severity): Hit<AlertParams> {
  const { alert, recognised, mailbox, profile, at, count, test } = facts;
  const { code, meaning, affects } = recognised;
  return {
    params: {
      ...(mailbox === undefined ? {} : { mailbox: nameOf({ mailbox }) }),
      ...(profile === undefined ? {} : { profile: profile.fields.name ?? profile.id }),
      ...(at === undefined ? {} : { at }),
      ...(alert.fields.level === undefined ? {} : { level: alert.fields.level }),
      ...(code === undefined ? {} : { code }),
      ...(meaning?.name === undefined || meaning.name === code || meaning.name.startsWith('(')
        ? {}
        : { name: meaning.name }),
      ...(meaning?.says === undefined ? {} : { says: meaning.says }),
      ...(meaning?.also === undefined ? {} : { also: meaning.also }),
      count,
      affects,
      transient: recognised.class === 'transient',
      ...(test.result === 'later-success' ? { testedLater: test.at } : {}),
    },
    where: alert.where([alert.fields.text === undefined ? 'code' : 'text']),
    severity,
  };
}

/** An error only where the alert is newer than every success, is about sending, and does not pass by itself. */
function severityOf(facts: Facts['alert']): Severity {
  const { alert, recognised, test, at, mailbox } = facts;
  const { affects, meaning } = recognised;
  if (alert.fields.level === 'information' || test.result === 'later-success') return 'information';
  if (affects !== 'sending' && affects !== 'both') return 'information';
  // The record says the same: its own rule speaks of it.
  const { emailRouterAccessApproval: approval, isEmailAddressApprovedByO365Admin: byTenant } =
    mailbox?.fields ?? {};
  const recorded = (approval !== undefined && approval !== 'approved') || byTenant === false;
  if (meaning?.finding === 'MC350' && recorded) return 'information';
  const sure =
    recognised.class === 'permanent' && meaning?.unconfirmed !== true && meaning?.told !== 'client';
  return sure && at !== undefined && test.result !== 'not-told' && (mailbox ?? facts.profile) !== undefined
    ? 'error'
    : 'warning';
}

function exampleWith(alert: PastedAlert): Example {
  return {
    change: {
      alerts: {
        example: { level: 'error', regarding: 'admin', createdOn: '2026-11-21T08:00:00Z', ...alert },
      },
    },
  };
}
