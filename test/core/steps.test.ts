// A process with several Send E-mail steps: each is followed, planned and judged, and they are weighed together.

import { describe, expect, test } from 'vitest';
import { pathsOfSteps, pathsToCheck, resolve } from '../../src/core/delivery/path.ts';
import type { Message } from '../../src/core/delivery/message.ts';
import { plan } from '../../src/core/delivery/plan.ts';
import type { Evidence } from '../../src/core/mail/evidence.ts';
import { exampleNow, type Change } from '../../src/core/rules/example.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { judgePath } from '../../src/core/rules/judge-path.ts';
import { judgeRecords } from '../../src/core/rules/judge-records.ts';
import { ruleOf } from '../../src/core/rules/judge.ts';
import { recordsWith } from './records-of.ts';

const confirmation: Message = { kind: 'email-confirmation', to: 'taro@example.com' };
const now = new Date(exampleNow);

const user = { name: 'To the visitor', from: { user: 'admin-user' } };
const queue = { name: 'Copy', from: { queue: 'support-queue' } };
const owner = { name: 'By owner', from: 'owner' };

function withSteps(...sendEmailSteps: object[]): Change {
  return { processes: { confirmation: { sendEmailSteps } } };
}

function judged(change: Change, evidence?: Evidence) {
  const report = judgePath(resolve(recordsWith(change), confirmation), evidence, now);
  return {
    report,
    verdict: report.verdict,
    cause: report.cause?.code,
    found: report.findings.map(({ code, severity }) => `${code} ${severity}`),
  };
}

test('every step leads to its own sender, mailbox and profile', () => {
  const path = resolve(recordsWith(withSteps(user, queue, owner)), confirmation);
  expect(pathsOfSteps(path).map(({ sender, mailbox }) => [sender.end.kind, mailbox.found?.id])).toEqual([
    ['user', 'admin'],
    ['queue', 'support'],
    ['system', undefined],
  ]);
  expect(path.mailbox.found?.id).toBe('admin');
});

test('each sender is looked at once, however many steps it has', () => {
  const path = resolve(recordsWith(withSteps(user, queue, user)), confirmation);
  expect(plan(path, 'login').requests.map(({ mailbox }) => mailbox)).toEqual(['admin', 'support']);
  const unknown = resolve(recordsWith(withSteps(user, owner)), confirmation);
  expect(plan(unknown, 'connect').skipped).toEqual([{ direction: 'outgoing', because: 'mailbox-not-known' }]);
});

describe('weighed together', () => {
  test.each<[string, Change, string, string | undefined, string[]]>([
    [
      'a later step that always runs stops the mail',
      withSteps(user, owner),
      'stopped',
      'MC201',
      ['MC201 error'],
    ],
    [
      'under a condition it may',
      withSteps(user, { ...owner, conditional: true }),
      'nothing-stops-it',
      undefined,
      ['MC201 warning'],
    ],
    [
      'the step that always runs decides, whatever the others do',
      withSteps(owner, { ...user, conditional: true }),
      'stopped',
      'MC201',
      ['MC201 error'],
    ],
    [
      'of steps under conditions it is not known which runs',
      withSteps({ ...user, conditional: true }, { ...owner, conditional: true }),
      'unknown',
      undefined,
      ['MC219 unknown', 'MC201 warning'],
    ],
    [
      'none of them can send: no condition saves the mail',
      withSteps({ ...owner, conditional: true }),
      'stopped',
      'MC201',
      ['MC219 warning', 'MC201 error'],
    ],
    [
      'all of them can: what remains is that none may run',
      withSteps({ ...user, conditional: true }, { ...queue, conditional: true }),
      'nothing-stops-it',
      undefined,
      ['MC219 warning'],
    ],
    [
      'what a step under a condition leaves unknown is no warning',
      withSteps(user, { from: { field: 'new_senderid' }, conditional: true }),
      'unknown',
      undefined,
      ['MC209 unknown'],
    ],
  ])('%s', (_, change, verdict, cause, found) => {
    expect(judged(change)).toMatchObject({ verdict, cause, found });
  });

  test('a login refused to the second sender stops the mail, and the first one counts as well', () => {
    const refused = sessionThat(
      { login: { outcome: 'refused', reply: { code: '535', enhanced: '5.7.8', text: 'no' } } },
      { mailbox: 'support', request: 'support:outgoing' },
    );
    const evidence: Evidence = { version: 1, at: exampleNow, observations: [sessionThat({}), refused] };
    const { report, verdict } = judged(withSteps(user, queue), evidence);
    expect(verdict).toBe('stopped');
    expect(report.cause).toMatchObject({ stage: 'server', steps: [{ number: 2, name: 'Copy' }] });
    expect(report.steps.map(({ status, shown }) => [status, shown])).toEqual([
      ['passes', false],
      ['stops', true],
    ]);
  });

  test('the common case, one step that always runs, names no step', () => {
    const { report } = judged(withSteps(owner));
    expect(report.findings.map(({ steps }) => steps)).toEqual([undefined]);
    expect(report.chain).toEqual(report.steps[0]?.chain);
  });
});

test('a sentence names the step, in both languages', () => {
  const { report } = judged(withSteps(user, { ...owner, conditional: true }));
  const [finding] = report.findings;
  const say = (language: 'en' | 'ja') => finding && ruleOf(finding.code).message(finding, language);
  expect(say('en')).toMatch(/^Send E-mail step 2 "By owner" \(under a condition\): "/);
  expect(say('ja')).toMatch(/^「電子メールの送信」ステップ2「By owner」\(条件付き\): 「/);
});

describe('check', () => {
  test('follows the From of every step, for each distinct owner', () => {
    const records = recordsWith({
      contacts: { jiro: { owner: 'admin-user' } },
      ...withSteps(user, owner),
    });
    const contacts = pathsToCheck(records)
      .filter(({ kind }) => kind === 'email-confirmation')
      .map(({ to }) => to);
    expect(contacts).toEqual(['taro', 'jiro']);
    expect(judgeRecords(records, now).map(({ code, severity }) => [code, severity])).toEqual([
      ['MC201', 'error'],
    ]);
  });

  test('takes the fault of a mailbox for a warning where only a step under a condition uses it', () => {
    const broken = { mailboxes: { support: { emailRouterAccessApproval: 'rejected' } } };
    const severities = (change: Change) =>
      judgeRecords(recordsWith({ ...broken, ...change }), now)
        .filter(({ subject }) => subject === 'support')
        .map(({ severity }) => severity);
    expect(severities(withSteps(user, queue))).toEqual(['error']);
    expect(severities(withSteps(user, { ...queue, conditional: true }))).toEqual(['warning']);
    expect(severities(withSteps(user))).toEqual(['information']);
  });
});

test('with mailbox delegation on, the mailbox of the process owner is named', () => {
  const { report } = judged({
    environment: { enableMailboxDelegationForOutgoingEmail: true },
    profiles: { contoso: { serverType: 'exchange-online' } },
    users: { service: { fullName: 'Service', internalEmailAddress: 'support@example.com' } },
    queues: { 'support-queue': { defaultMailbox: 'support' } },
    mailboxes: { support: { regarding: 'service' } },
    processes: { confirmation: { owner: 'service' } },
  });
  const found = report.findings.find(({ code }) => code === 'MC220');
  expect(found?.params).toMatchObject({ owner: 'Service', mailbox: 'support@example.com' });
});
