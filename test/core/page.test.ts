// What a visitor sees while the mail is stopped, as the portal's last public source has it: the confirmation page hides a
// failure, sign-in does not, and where nothing was asked for no page claims anything.

import { describe, expect, test } from 'vitest';
import { resolve } from '../../src/core/delivery/path.ts';
import type { MessageKind } from '../../src/core/delivery/message.ts';
import { pageWords } from '../../src/cli/reporters/page-words.ts';
import { exampleNow, type Change } from '../../src/core/rules/example.ts';
import { judgePath } from '../../src/core/rules/judge-path.ts';
import { recordsWith } from './records-of.ts';

const of: Record<'email-confirmation' | 'two-factor-code' | 'password-reset', [string, string]> = {
  'email-confirmation': ['confirmation', 'taro'],
  'two-factor-code': ['two-factor', 'jiro'],
  'password-reset': ['reset', 'jiro'],
};
type PortalMessage = keyof typeof of;

function shown(kind: PortalMessage, change: (process: string, contact: string) => Change) {
  const [process, contact] = of[kind];
  const local = { 'Authentication/Registration/LocalLoginEnabled': { value: 'true' } };
  const changed = change(process, contact);
  const records = recordsWith({ ...changed, siteSettings: { ...local, ...changed.siteSettings } });
  const report = judgePath(resolve(records, { kind, to: contact }), undefined, new Date(exampleNow));
  expect(report.verdict).toBe('stopped');
  return { trace: report.trace, page: report.page };
}

describe('a process that is off', () => {
  const draft = (process: string): Change => ({ processes: { [process]: { state: 'draft' } } });
  test.each(Object.keys(of) as PortalMessage[])('%s: the call fails', (kind) => {
    expect(shown(kind, draft)).toEqual({ trace: 'no-row', page: 'fails' });
  });
  test('only the confirmation page says "sent" all the same', () => {
    expect(pageWords.en['email-confirmation'].fails).toContain('says that a mail was sent all the same');
    expect(pageWords.en['two-factor-code'].fails).toContain('error page');
    expect(pageWords.en['password-reset'].fails).toContain('general error');
  });
});

test('a process without a Send E-mail step runs to its end: every page looks as usual', () => {
  const empty = (process: string): Change => ({ processes: { [process]: { sendEmailSteps: [] } } });
  expect(shown('two-factor-code', empty)).toEqual({ trace: 'no-row', page: 'as-usual' });
});

test('a sender who cannot send: it fails or the mail waits, which is not confirmed', () => {
  const system = (process: string): Change => ({
    processes: { [process]: { sendEmailSteps: [{ from: { user: 'SYSTEM' } }] } },
  });
  expect(shown('password-reset', system)).toEqual({ trace: 'no-row-or-pending-send', page: 'may-fail' });
});

test.each<[PortalMessage, string]>([
  ['email-confirmation', 'not-offered'],
  ['password-reset', 'as-usual'],
])('%s to a contact without an address: nothing is asked for', (kind, page) => {
  const without = (_: string, contact: string): Change => ({
    contacts: { [contact]: { emailAddress1: null } },
  });
  expect(shown(kind, without)).toEqual({ trace: 'no-row', page });
});

test('a setting that is off: no page and no button, so none says that a mail was sent', () => {
  const off = (name: string) => (): Change => ({
    siteSettings: { [`Authentication/Registration/${name}`]: { value: 'false' } },
  });
  expect(shown('email-confirmation', off('EmailConfirmationEnabled')).page).toBe('not-offered');
  expect(shown('password-reset', off('ResetPasswordEnabled')).page).toBe('not-offered');
  for (const kind of Object.keys(of) as MessageKind[]) {
    expect(pageWords.en[kind]['not-offered']).not.toContain('sent');
    expect(pageWords.ja[kind]['not-offered']).not.toContain('送信');
  }
});
