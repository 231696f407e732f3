// Who "From" is at run time, for each way that the designer offers, and in whose name the process acts.

import { describe, expect, test } from 'vitest';
import { resolve } from '../../src/core/delivery/path.ts';
import type { Message } from '../../src/core/delivery/message.ts';
import type { SenderEnd } from '../../src/core/delivery/sender-chain.ts';
import { fixWithAlternativeSender, senderFix } from '../../src/core/rules/alternative-sender.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { recordsWith } from './records-of.ts';

const confirmation: Message = { kind: 'email-confirmation', to: 'taro@example.com' };

function pathOf(from: unknown, contact: Record<string, unknown> = {}, change: Change = {}) {
  return resolve(
    recordsWith({
      contacts: { taro: contact },
      ...change,
      processes: {
        confirmation: { sendEmailSteps: [from === undefined ? {} : { from }] },
        ...change.processes,
      },
    }),
    confirmation,
  );
}

/** `user Admin Hanako`, `team Sales`, `unknown owner-not-recorded owner` … */
function text(end: SenderEnd): string {
  switch (end.kind) {
    case 'user':
    case 'portal-identity':
      return `${end.kind} ${end.user.fields.fullName}`;
    case 'queue':
      return `queue ${end.queue.fields.name}`;
    case 'team':
    case 'contact':
      return `${end.kind} ${end.name}`;
    case 'unknown':
      return `unknown ${end.because} ${end.reference ?? ''}`.trim();
    case 'system':
    case 'empty':
      break;
  }
  return end.kind;
}

describe('From is an attribute of the contact', () => {
  test.each([
    ['owner', { owner: 'SYSTEM' }, 'system'],
    ['owner', { owner: 'portal-user' }, 'portal-identity # Portals-Contoso'],
    ['owner', { owner: 'admin@example.com' }, 'user Admin Hanako'],
    ['owner', { owner: 'Sales' }, 'team Sales'],
    ['owner', { owner: undefined }, 'unknown owner-not-recorded owner'],
    ['created-by', { createdBy: 'portal-user' }, 'portal-identity # Portals-Contoso'],
    ['modified-by', { modifiedBy: 'admin-user' }, 'user Admin Hanako'],
    ['modified-by', {}, 'unknown owner-not-recorded modifiedBy'],
    [{ field: 'ownerid' }, { owner: 'admin-user' }, 'user Admin Hanako'],
  ])('%o of %o: %s', (from, contact, expected) => {
    const { sender } = pathOf(from, contact);
    expect(text(sender.end)).toBe(expected);
    expect(sender.through?.record.id).toBe('taro');
  });

  test('the owning user is empty where a team owns the contact, and the owner where a user does', () => {
    expect(text(pathOf('owning-user', { owner: 'sales-team' }).sender.end)).toBe('empty');
    expect(text(pathOf('owning-user', { owner: 'sales-team', owningUser: null }).sender.end)).toBe('empty');
    expect(text(pathOf('owning-user', { owner: 'admin-user' }).sender.end)).toBe('user Admin Hanako');
    expect(text(pathOf('owning-user', { owner: undefined }).sender.end)).toBe(
      'unknown owner-not-recorded owningUser',
    );
  });

  test('without the contact nobody is guessed', () => {
    const records = recordsWith({ processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } } });
    const end = (to?: string) =>
      text(resolve(records, { kind: 'email-confirmation', ...(to === undefined ? {} : { to }) }).sender.end);
    expect(end()).toBe('unknown contact-not-given');
    expect(end('hanako@example.com')).toBe('unknown contact-not-recorded hanako@example.com');
  });

  test('the owner of another table is not the owner of the contact', () => {
    const reminder = { name: 'Reminder', primaryEntity: 'account', sendEmailSteps: [{ from: 'owner' }] };
    const message = { kind: 'workflow', process: 'reminder', to: 'taro' } as const;
    const path = resolve(recordsWith({ processes: { reminder } }), message);
    expect(text(path.sender.end)).toBe('unknown field-not-recorded account.owner');
  });

  test('the owner of an invitation is whoever created it, unless it was assigned to somebody else', () => {
    const invitation = { name: 'Send Invitation', sendEmailSteps: [{ from: 'owner' }] };
    const sentAs = (own: Record<string, unknown>, more: Record<string, Record<string, unknown>> = {}) => {
      const invitations = { welcome: { contact: 'taro', ...own }, ...more };
      const records = recordsWith({ processes: { invitation }, invitations });
      return text(resolve(records, { kind: 'invitation', to: 'taro' }).sender.end);
    };
    expect(sentAs({})).toBe('unknown invitation-not-recorded owner');
    expect(sentAs({ createdBy: 'admin-user' })).toBe('user Admin Hanako');
    expect(sentAs({ createdBy: 'admin-user', owner: 'portal-user' })).toBe(
      'portal-identity # Portals-Contoso',
    );
    // One that is used up is not sent again, and another contact's is not his.
    const others = {
      used: { contact: 'taro', status: 'redeemed', owner: 'portal-user' },
      jiros: { contact: 'jiro', owner: 'portal-user' },
    };
    expect(sentAs({ owner: 'admin-user' }, others)).toBe('user Admin Hanako');
  });
});

describe('From is fixed, empty or something else', () => {
  test.each([
    [{ user: 'admin-user' }, 'user Admin Hanako'],
    [{ user: 'system' }, 'system'],
    [{ queue: 'support@example.com' }, 'queue Support'],
    [{ team: 'sales-team' }, 'team Sales'],
    [{ contact: 'jiro' }, 'contact Sato Jiro'],
    [{ field: 'new_senderid' }, 'unknown field-not-recorded new_senderid'],
    ['empty', 'empty'],
    [undefined, 'unknown from-not-recorded'],
    // The portal calls the action, so the calling user is the portal's identity.
    ['calling-user', 'portal-identity # Portals-Contoso'],
  ])('%o: %s', (from, expected) => {
    expect(text(pathOf(from).sender.end)).toBe(expected);
  });

  test('SYSTEM is known by its name, whatever its id', () => {
    const path = pathOf({ user: 'b2f1' }, {}, { users: { b2f1: { fullName: 'System' } } });
    expect(text(path.sender.end)).toBe('system');
  });
});

test('the chain tells every hop with its place, down to the mailbox', () => {
  const { sender } = pathOf('owner', { owner: 'admin-user' });
  expect(sender.hops.map((hop) => ({ ...hop, where: 'where' in hop }))).toEqual([
    { hop: 'from', value: 'owner', where: true },
    { hop: 'attribute', record: 'taro', attribute: 'owner', where: true },
    { hop: 'principal', kind: 'user', name: 'Admin Hanako', where: true },
    { hop: 'mailbox', address: 'admin@example.com', where: true },
  ]);
  expect(pathOf('owner').sender.hops.at(-1)).toMatchObject({ hop: 'nothing', because: 'no-mailbox' });
});

describe('in whose name the process acts', () => {
  const other = (fields: Record<string, unknown>) =>
    resolve(
      recordsWith({
        processes: {
          other: { name: 'Other', owner: 'admin-user', sendEmailSteps: [{ from: 'owner' }], ...fields },
        },
      }),
      { kind: 'workflow', process: 'other', to: 'taro' },
    ).sender.actsAs?.id;

  test("the portal's own actions: the identity of the site", () => {
    expect(pathOf('owner').sender.actsAs?.id).toBe('portal-user');
    const system = pathOf('owner', {}, { sites: { 'customer-portal': { identity: 'SYSTEM' } } });
    expect(system.sender.actsAs?.id).toBe('SYSTEM');
    const unsaid = pathOf('owner', {}, { sites: { 'customer-portal': { identity: undefined } } });
    expect(unsaid.sender.actsAs).toBeUndefined();
  });

  test.each([
    ['a background workflow: its owner', { category: 'workflow', mode: 'background' }, 'admin-user'],
    [
      'a real-time workflow executed as its owner',
      { category: 'workflow', mode: 'real-time', runAs: 'owner' },
      'admin-user',
    ],
    [
      'a real-time workflow executed as the calling user: not known',
      { category: 'workflow', mode: 'real-time', runAs: 'calling-user' },
      undefined,
    ],
    [
      'a workflow run on demand: whoever runs it',
      { category: 'workflow', mode: 'background', onDemand: true },
      undefined,
    ],
    ["an action that is not the portal's own: whoever calls it", { category: 'action' }, undefined],
  ])('%s', (_, fields, expected) => {
    expect(other(fields)).toBe(expected);
  });
});

describe('the way to another sender', () => {
  const notReady = { emailRouterAccessApproval: 'pending-approval', outgoingEmailStatus: 'not-run' };
  const steps = (change: Change) => {
    const path = pathOf('owner', {}, change);
    return fixWithAlternativeSender(senderFix(path, path.records), 'en').map(({ who, do: step }) => [
      who,
      step,
    ]);
  };

  test('prepares the mailbox first, then changes the process while it is deactivated', () => {
    expect(
      steps({ mailboxes: { admin: notReady, support: null }, queues: { 'support-queue': null } }),
    ).toEqual([
      ['system-administrator', expect.stringContaining('mailcheck approve admin@example.com')],
      ['system-administrator', expect.stringContaining('mailcheck test-mailbox admin@example.com')],
      ['process-owner', expect.stringContaining('"Deactivate"')],
      ['process-owner', expect.stringContaining('set From to Admin Hanako in place of Owner')],
      ['process-owner', expect.stringContaining('"Activate"')],
    ]);
  });

  test('on Exchange Online the approval is the tenant administrator’s', () => {
    const profiles = { contoso: { serverType: 'exchange-online' } };
    expect(steps({ mailboxes: { admin: notReady }, profiles })[0]?.[0]).toBe('tenant-administrator');
  });

  test('needs no preparation where the mailbox works, and names a queue as well', () => {
    const [first, second] = steps({});
    expect(first?.[1]).toContain('"Deactivate"');
    expect(second?.[1]).toContain('or to the queue Support');
  });
});
