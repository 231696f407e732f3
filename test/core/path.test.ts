// The path of a message through the records: which process, which mailbox, which profile, which site; what is missing and why.

import { describe, expect, test } from 'vitest';
import { pathsToCheck, resolve } from '../../src/core/delivery/path.ts';
import type { Message } from '../../src/core/delivery/message.ts';
import { traceOf } from '../../src/core/delivery/trace.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { recordsOf, recordsWith } from './records-of.ts';

const confirmation: Message = { kind: 'email-confirmation', to: 'taro@example.com' };
const twoFactor: Message = { kind: 'two-factor-code', to: 'jiro@example.com' };

function idOf(place: { found?: { id: string } | undefined }): string | undefined {
  return place.found?.id ?? (place as { missing?: string }).missing;
}

describe('the process behind a message', () => {
  test.each([
    [{ uniqueName: 'adx_SENDEMAILTWOFACTORCODETOCONTACT', name: '2要素認証コード' }],
    [{ uniqueName: undefined, name: 'Send Email Two-Factor Code to Contact' }],
    [{ uniqueName: undefined, name: 'Send Email TwoFactor Code To Contatct' }],
  ])('is found by %o', (fields) => {
    const records = recordsWith({ processes: { 'two-factor': fields } });
    expect(idOf(resolve(records, twoFactor).process)).toBe('two-factor');
  });

  test('is the action, where a workflow bears the same display name', () => {
    const records = recordsWith({
      processes: {
        confirmation: { uniqueName: undefined },
        namesake: { name: 'Send Email Confirmation To Contact', category: 'workflow' },
      },
    });
    expect(idOf(resolve(records, confirmation).process)).toBe('confirmation');
  });

  test('is none of several that answer equally well, and none where none is recorded', () => {
    const twice = recordsWith({ processes: { copy: { uniqueName: 'adx_SendEmailConfirmationToContact' } } });
    expect(idOf(resolve(twice, confirmation).process)).toBe('several');
    expect(resolve(twice, confirmation).sender.end).toEqual({
      kind: 'unknown',
      because: 'process-not-recorded',
    });
    expect(idOf(resolve(recordsWith({ processes: { confirmation: null } }), confirmation).process)).toBe(
      'not-recorded',
    );
  });

  test.each([
    'reset',
    'SendPasswordResetToContact',
    'adx_sendpasswordresettocontact',
    'send password reset to contact',
  ])('of kind workflow is found by "%s"', (process) => {
    expect(idOf(resolve(recordsWith(), { kind: 'workflow', process }).process)).toBe('reset');
  });
});

describe('the mailbox of the sender', () => {
  test.each<[string, Change, string]>([
    ['the one the user names', {}, 'admin'],
    ['the one that names the user', { users: { 'admin-user': { defaultMailbox: undefined } } }, 'admin'],
    [
      'the one with the address, where it names nobody',
      {
        users: { 'admin-user': { defaultMailbox: undefined } },
        mailboxes: { admin: { regarding: undefined } },
      },
      'admin',
    ],
    [
      'not the one with the address that belongs to somebody else',
      {
        users: { 'admin-user': { defaultMailbox: undefined } },
        mailboxes: { admin: { regarding: 'support-queue' } },
        queues: { 'support-queue': { defaultMailbox: 'support' } },
      },
      'not-recorded',
    ],
    ['none, where the user says so', { users: { 'admin-user': { defaultMailbox: null } } }, 'none'],
    [
      'the active one of two',
      {
        users: { 'admin-user': { defaultMailbox: undefined } },
        mailboxes: { old: { regarding: 'admin-user', state: 'inactive', emailAddress: 'old@example.com' } },
      },
      'admin',
    ],
    [
      'neither of two active ones',
      {
        users: { 'admin-user': { defaultMailbox: undefined } },
        mailboxes: { second: { regarding: 'admin-user', emailAddress: 'second@example.com' } },
      },
      'several',
    ],
  ])('is %s', (_, change, expected) => {
    expect(idOf(resolve(recordsWith(change), confirmation).mailbox)).toBe(expected);
  });

  test('leads to its profile, or says that there is none', () => {
    expect(idOf(resolve(recordsWith(), confirmation).profile)).toBe('contoso');
    const without = recordsWith({ mailboxes: { admin: { profile: null } } });
    expect(idOf(resolve(without, confirmation).profile)).toBe('none');
  });
});

test('of several sites one has to be named; its settings are in force then', () => {
  const records = recordsWith({
    sites: { partner: { name: 'Partner Portal', identity: 'SYSTEM' } },
    siteSettings: {
      'Authentication/Registration/EmailConfirmationEnabled': { value: 'false', site: 'partner' },
    },
  });
  expect(idOf(resolve(records, confirmation).site)).toBe('several');
  const enabled = (site: string) =>
    resolve(records, confirmation, { site }).settings.get(
      'Authentication/Registration/EmailConfirmationEnabled',
    ).value;
  expect(enabled('Partner Portal')).toBe(false);
  expect(enabled('customer-portal')).toBe(true);
});

describe('the paths that check looks at', () => {
  test('show each distinct sender once, however many contacts lead to it', () => {
    const world = worldWith({ processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } } });
    const contacts = Array.from({ length: 20_000 }, (_, index) => ({
      id: `contact-${index}`,
      emailAddress1: `contact-${index}@example.com`,
      owner: ['SYSTEM', 'admin-user', 'sales-team', 'system'][index % 4],
    }));
    const records = recordsOf({ ...world, contacts });
    const paths = pathsToCheck(records);
    const ends = paths
      .filter(({ kind }) => kind === 'email-confirmation')
      .map((path) => resolve(records, path).sender.end.kind);
    expect(ends).toEqual(['system', 'user', 'team']);
    expect(paths.filter(({ kind }) => kind === 'two-factor-code')).toHaveLength(1);
  });

  test('leave out what is switched off, unless the portal calls it, and what sends no mail', () => {
    const records = recordsWith({
      processes: {
        reset: { state: 'draft' },
        draft: { name: 'Draft', state: 'draft', sendEmailSteps: [{ from: { queue: 'support-queue' } }] },
        silent: { name: 'Silent', state: 'activated', sendEmailSteps: [] },
        welcome: {
          name: 'Welcome',
          state: 'activated',
          sendEmailSteps: [{ from: { queue: 'support-queue' } }],
        },
      },
    });
    expect(pathsToCheck(records).map(({ kind, process }) => process ?? kind)).toEqual([
      'email-confirmation',
      'two-factor-code',
      'password-reset',
      'welcome',
    ]);
  });

  test('are there for every site where several act in their own names', () => {
    const records = recordsWith({ sites: { partner: { name: 'Partner', identity: 'SYSTEM' } } });
    const actors = pathsToCheck(records)
      .filter(({ kind }) => kind === 'email-confirmation')
      .map((path) => resolve(records, path, path).sender.actsAs?.id);
    expect(actors).toEqual(['portal-user', 'SYSTEM']);
  });
});

describe('what a support person finds after a stopped mail', () => {
  test.each<[string, Change, ReturnType<typeof traceOf>]>([
    ['no row: the action is off', { processes: { confirmation: { state: 'draft' } } }, 'no-row'],
    [
      'no row: the send failed and was rolled back',
      { contacts: { taro: { emailAddress1: null } } },
      'no-row',
    ],
    [
      'one or the other: SYSTEM has no mailbox',
      { processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } } },
      'no-row-or-pending-send',
    ],
    [
      'one or the other: the contact allows no mail',
      { contacts: { taro: { doNotEmail: true } } },
      'no-row-or-pending-send',
    ],
  ])('%s', (_, change, expected) => {
    expect(traceOf(resolve(recordsWith(change), { kind: 'email-confirmation', to: 'taro' }))).toBe(expected);
  });

  test('a row that waits, where the server is what stops it', () => {
    expect(traceOf(resolve(recordsWith(), confirmation), 'server')).toBe('pending-send');
  });
});
