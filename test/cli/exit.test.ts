// The promise of the exit codes: which result a caller gets when several apply.

import { describe, expect, it } from 'vitest';
import { exitCode, worst } from '../../src/cli/exit.ts';
import type { MailboxReport } from '../../src/core/mailbox-report.ts';
import type { PathReport } from '../../src/core/path-report.ts';
import type { Report } from '../../src/core/report.ts';
import type { Finding, Severity } from '../../src/core/rules/rule.ts';

const finding = (severity: Severity): Finding => ({ code: 'MC201', severity, stage: 'sender', params: {} });

const report = (differences: Partial<Report>): Report => ({
  version: 1,
  command: 'diagnose',
  at: '2026-11-22T09:00:00.000Z',
  paths: [],
  mailboxes: [],
  profiles: [],
  alerts: [],
  findings: [],
  todos: [],
  records: {},
  probed: [],
  skipped: [],
  written: [],
  ...differences,
});

const path = (verdict: PathReport['verdict'], ...severities: Severity[]): PathReport => ({
  message: { kind: 'email-confirmation' },
  verdict,
  earliestKnown: false,
  findings: severities.map(finding),
  stages: [],
  chain: [],
  steps: [],
  trace: 'not-known',
  page: 'not-known',
});

const mailbox = (verdict: MailboxReport['verdict'], ...severities: Severity[]): MailboxReport => ({
  mailbox: 'admin',
  address: 'admin@example.com',
  where: { file: 'mailboxes.yaml', line: 1, column: 1 },
  verdict,
  directions: [],
  arrival: 'not-tried',
  findings: severities.map(finding),
  changes: [],
});

describe('precedence', () => {
  it('is 130, 2, 1, 3, 0', () => {
    expect(worst([0, 3, 1, 2, 130])).toBe(130);
    expect(worst([0, 3, 1, 2])).toBe(2);
    expect(worst([0, 3, 1])).toBe(1);
    expect(worst([0, 3])).toBe(3);
    expect(worst([0])).toBe(0);
    expect(worst([])).toBe(0);
  });
});

describe('diagnose', () => {
  it('is 1 when something stops the mail, even when an earlier stage is unknown', () => {
    expect(exitCode(report({ paths: [path('stopped', 'unknown', 'error')] }), 'error')).toBe(1);
  });

  it('is 3 when a stage could not be judged, 0 when nothing stops it or no mail is due', () => {
    expect(exitCode(report({ paths: [path('unknown', 'unknown')] }), 'error')).toBe(3);
    expect(exitCode(report({ paths: [path('nothing-stops-it')] }), 'error')).toBe(0);
    expect(exitCode(report({ paths: [path('not-requested', 'not-requested', 'error')] }), 'error')).toBe(0);
  });

  it('counts a warning only where --fail-on asks for it', () => {
    const warned = report({ paths: [path('nothing-stops-it', 'warning')] });
    expect(exitCode(warned, 'error')).toBe(0);
    expect(exitCode(warned, 'warning')).toBe(1);
    expect(exitCode(warned, 'information')).toBe(1);
  });
});

describe('check', () => {
  it('is 3 for values still to be filled in, and 1 when there is an error besides', () => {
    const todos = [{ where: { file: 'a.yaml', line: 1, column: 1 }, path: 'x', hint: '' }];
    expect(exitCode(report({ command: 'check', todos }), 'error')).toBe(3);
    expect(exitCode(report({ command: 'check', todos, findings: [finding('error')] }), 'error')).toBe(1);
    expect(exitCode(report({ command: 'check', findings: [finding('information')] }), 'error')).toBe(0);
    expect(exitCode(report({ command: 'check', findings: [finding('unknown')] }), 'error')).toBe(3);
  });
});

describe('test-mailbox', () => {
  it('lets the worst of many mailboxes count', () => {
    expect(exitCode(report({ mailboxes: [mailbox('success'), mailbox('failure')] }), 'error')).toBe(1);
    expect(exitCode(report({ mailboxes: [mailbox('success'), mailbox('unknown')] }), 'error')).toBe(3);
    expect(exitCode(report({ mailboxes: [mailbox('unknown'), mailbox('failure')] }), 'error')).toBe(1);
    expect(exitCode(report({ mailboxes: [mailbox('success')] }), 'error')).toBe(0);
  });

  it('counts what is said on a server profile as if each of its mailboxes said it', () => {
    const profile = (severity: Severity) => ({
      profile: 'contoso',
      name: 'Contoso',
      where: { file: 'profiles.yaml', line: 1, column: 1 },
      mailboxes: ['admin', 'support'],
      findings: [finding(severity)],
      problems: [],
    });
    const mailboxes = [mailbox('success'), mailbox('success')];
    expect(exitCode(report({ mailboxes, profiles: [profile('warning')] }), 'error')).toBe(0);
    expect(exitCode(report({ mailboxes, profiles: [profile('warning')] }), 'warning')).toBe(1);
    expect(exitCode(report({ mailboxes, profiles: [profile('unknown')] }), 'error')).toBe(3);
  });

  it('does not call a mailbox fine that has an unknown finding', () => {
    expect(exitCode(report({ mailboxes: [mailbox('success', 'unknown')] }), 'error')).toBe(3);
  });
});
