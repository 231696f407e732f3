// What the e-mail rows show of one message: a mail that surely was not sent is never called fine.

import { describe, expect, test } from 'vitest';
import { resolve } from '../../src/core/delivery/path.ts';
import type { Message } from '../../src/core/delivery/message.ts';
import { exampleNow, type Change } from '../../src/core/rules/example.ts';
import { judgePath } from '../../src/core/rules/judge-path.ts';
import { recordsWith } from './records-of.ts';

const confirmation: Message = { kind: 'email-confirmation', to: 'taro@example.com' };
const code: Message = { kind: 'two-factor-code', to: 'jiro@example.com' };

function judged(change: Change, message: Message) {
  const report = judgePath(resolve(recordsWith(change), message), undefined, new Date(exampleNow));
  const { verdict, cause, page, trace, earliestKnown } = report;
  return { verdict, cause: cause?.code, page, trace, earliestKnown, report };
}

const row = (fields: Record<string, unknown>): Change => ({
  emails: { row: { to: 'taro@example.com', createdOn: '2026-11-21T08:00:00Z', ...fields } },
});
const byProcess = { process: 'confirmation' };
const tomorrow = '2026-11-22T09:00:00Z';
const inTenMinutes = '2026-11-21T09:10:00Z';

describe('a row that surely is of this mail, and was not sent', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['a Draft', { statusCode: 'draft' }, 'MC710', 'not-known'],
    ['canceled', { statusCode: 'canceled' }, 'MC716', 'as-usual'],
    [
      'put off to tomorrow',
      { statusCode: 'pending-send', postponeEmailProcessingUntil: tomorrow },
      'MC717',
      'as-usual',
    ],
    [
      'to be sent tomorrow',
      { statusCode: 'pending-send', delayedEmailSendTime: tomorrow },
      'MC718',
      'as-usual',
    ],
  ])('%s: stopped', (_name, fields, cause, page) => {
    expect(judged(row({ ...fields, ...byProcess }), confirmation)).toMatchObject({
      verdict: 'stopped',
      cause,
      page,
    });
    expect(judged(row({ ...fields, isWorkflowCreated: true }), confirmation)).toMatchObject({ cause });
    // Whose row it is cannot be told: a warning.
    const maybe = judged(row(fields), confirmation);
    expect(maybe.verdict).toBe('nothing-stops-it');
    expect(maybe.report.findings.map(({ code: of, severity }) => [of, severity])).toEqual([
      [cause, 'warning'],
    ]);
  });

  test('a few minutes are no matter', () => {
    for (const column of ['postponeEmailProcessingUntil', 'delayedEmailSendTime'])
      expect(
        judged(row({ statusCode: 'pending-send', [column]: inTenMinutes, ...byProcess }), confirmation)
          .verdict,
      ).toBe('nothing-stops-it');
  });

  test('a row dated in the future has not waited for any time', () => {
    const { report } = judged(
      row({ statusCode: 'pending-send', createdOn: tomorrow, ...byProcess }),
      confirmation,
    );
    const [finding] = report.findings;
    expect([finding?.code, finding?.severity]).toEqual(['MC711', 'warning']);
    expect(finding?.params).not.toHaveProperty('minutes');
  });

  test('what the records say comes first', () => {
    const { report, cause } = judged(
      {
        ...row({ statusCode: 'canceled', ...byProcess }),
        mailboxes: { admin: { emailRouterAccessApproval: 'pending-approval' } },
      },
      confirmation,
    );
    expect(cause).toBe('MC303');
    expect(report.findings.find(({ code: of }) => of === 'MC716')?.severity).toBe('information');
  });
});

describe('no row at all, although somebody looked after the mail was asked for', () => {
  const asked: Message = { ...confirmation, since: '2026-11-21T08:00:00Z' };
  const looked = (change: Change): Change => ({
    ...change,
    environment: { emailsReadOn: '2026-11-21T08:30:00Z', ...change.environment },
  });

  test('the records show nothing: cannot be told', () => {
    expect(judged(looked({}), asked)).toMatchObject({ verdict: 'unknown', trace: 'no-row' });
  });

  test.each<[string, Change, Record<string, unknown>]>([
    [
      'a fault that leaves no row explains it',
      { processes: { confirmation: { state: 'draft' } } },
      { cause: 'MC212', earliestKnown: false },
    ],
    [
      'a sender that cannot send explains it',
      { users: { 'admin-user': { isDisabled: true } } },
      { cause: 'MC205', earliestKnown: false },
    ],
    [
      'a fault that would leave a waiting row does not',
      { profiles: { contoso: { state: 'inactive' } } },
      { cause: 'MC401', earliestKnown: true },
    ],
    [
      'no mail is due',
      { contacts: { taro: { identityEmailAddress1Confirmed: true } } },
      { verdict: 'not-requested' },
    ],
  ])('%s', (_name, change, expected) => {
    expect(judged(looked(change), asked)).toMatchObject(expected);
  });
});

describe('sending from the mailbox is postponed for days', () => {
  const until = (moment: string): Change => ({ mailboxes: { admin: { postponeSendingUntil: moment } } });

  test('a code is void by then', () => {
    expect(judged(until('2026-11-25T09:00:00Z'), code)).toMatchObject({ verdict: 'stopped', cause: 'MC316' });
    expect(judged(until('2026-11-21T09:05:00Z'), code).verdict).toBe('nothing-stops-it');
  });

  test('another mail only comes late', () => {
    expect(judged(until('2026-11-25T09:00:00Z'), confirmation).verdict).toBe('nothing-stops-it');
  });
});
