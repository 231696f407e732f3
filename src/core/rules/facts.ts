// Knows what a rule is shown, by subject. Built by judge.ts from records, path and evidence; rules read it only.

import type { Message, MessageKind } from '../delivery/message.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import type { SiteSettings } from '../delivery/site-settings.ts';
import type { EffectiveProfile } from '../records/profile-defaults.ts';
import type { Entry, Records } from '../records/records.ts';
import type { Observation } from '../mail/evidence.ts';
import type { Trace } from '../path-report.ts';
import type { RecognisedAlert } from './alert-match.ts';
import type { Language } from './rule.ts';

export type Facts = {
  /** All records together. */
  records: { records: Records; now: Date };
  /** One message on its way: rules of the stages request, recipient, process and sender. */
  path: {
    path: DeliveryPath;
    records: Records;
    now: Date;
    /** Which Send E-mail steps cannot send (their indexes), where that has been judged. */
    failingSteps?: readonly number[];
    /** A password reset that waits for a confirmed address: why the confirmation mail does not come, if it does not. */
    confirmationStoppedBy?: { code: string; title: Record<Language, string> };
  };
  /** The settings of one portal site. */
  settings: {
    settings: SiteSettings;
    /** The message on whose path they are read; absent: every setting is judged. */
    message?: MessageKind;
    records: Records;
    now: Date;
  };
  /** One mailbox with what surrounds it. */
  mailbox: MailboxFacts;
  /** One server profile. */
  profile: {
    profile: Entry<'profiles'>;
    effective: EffectiveProfile;
    environment: Entry<'environment'> | undefined;
    records: Records;
    now: Date;
  };
  /** One guest of Microsoft Entra B2B, and the tenant that sends the passcodes. */
  guest: GuestFacts;
  /** One session with a live server. */
  session: {
    observation: Observation;
    /** All sessions of the run: a rule may compare. */
    observations: Observation[];
    mailbox: Entry<'mailboxes'> | undefined;
    profile: Entry<'profiles'> | undefined;
    /** The server was looked at by itself, without records: the command that looks again. */
    again?: string;
    now: Date;
  };
  /** One e-mail row. */
  email: {
    email: Entry<'emails'>;
    /** The mailbox that it waits for, as far as recorded. */
    mailbox: Entry<'mailboxes'> | undefined;
    /** Where it is looked at for one message: what that message's path says without it. */
    path?: {
      to: string;
      kind: DeliveryPath['message']['kind'];
      predicted: Trace;
      /** The code of what stops the message. */
      blockedBy?: string;
    };
    records: Records;
    now: Date;
  };
  /** One of the platform's alerts; of several that say the same of one mailbox, the newest. */
  alert: {
    alert: Entry<'alerts'>;
    recognised: RecognisedAlert;
    at: string | undefined;
    count: number;
    /** What it is about, as far as recorded. */
    mailbox: Entry<'mailboxes'> | undefined;
    profile: Entry<'profiles'> | undefined;
    /** The newest successful test of sending, beside the alert's time. */
    test: { result: 'none' | 'not-told' } | { result: 'later-success' | 'earlier-success'; at: string };
    records: Records;
    now: Date;
  };
};
export type Subject = keyof Facts;

export type GuestFacts = {
  guest: Entry<'guests'> | undefined;
  tenant: Entry<'tenants'> | undefined;
  /** What was asked about; undefined: all records are checked, and this guest is one of many. */
  message: Message | undefined;
  records: Records;
  now: Date;
};

export type MailboxFacts = {
  mailbox: Entry<'mailboxes'>;
  /** The user or queue that it belongs to, as far as recorded. */
  owner: Entry<'users'> | Entry<'queues'> | undefined;
  profile: Entry<'profiles'> | undefined;
  effective: EffectiveProfile | undefined;
  environment: Entry<'environment'> | undefined;
  /** "send": it stands on the path of a message. "test": it is about to be tested, so "not run yet" is no fault. */
  purpose: 'send' | 'test' | 'check';
  /** "send": what was seen of its server as the records name it now, in this run or as evidence. */
  sessions: readonly Observation[];
  /** The message on whose path it stands. */
  message?: MessageKind;
  records: Records;
  now: Date;
};
