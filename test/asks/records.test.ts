// What users ask of a check of records, and of a text that they paste: each by its number in the list of asks (covered.test.ts).

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolve } from '../../src/core/delivery/path.ts';
import { problemText } from '../../src/core/records/problem.ts';
import { readRecords } from '../../src/core/records/read.ts';
import { exampleNow, type Change } from '../../src/core/rules/example.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { judgePath } from '../../src/core/rules/judge-path.ts';
import { mailboxFindings, profileFindings } from '../../src/core/rules/judge.ts';
import { main } from '../../src/main.ts';
import { testWorld } from '../cli/world.ts';
import { recordsWith } from '../core/records-of.ts';
import { inOrder, theOne } from './findings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-asks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(change: Change, ...argv: string[]) {
  mkdirSync(path.join(folder, 'mailcheck'), { recursive: true });
  writeFileSync(path.join(folder, 'mailcheck.yaml'), 'include: mailcheck/**\n');
  writeFileSync(path.join(folder, 'mailcheck', 'records.json'), JSON.stringify(worldWith(change)));
  const world = testWorld({ cwd: folder, now: () => new Date(exampleNow) });
  const code = await main(argv, world);
  return { code, out: world.printed.join('\n').replaceAll(/\s+/g, ' ') };
}

async function explained(text: string) {
  const [en, ja] = await Promise.all(['en', 'ja'].map((lang) => run({}, 'explain', text, '--lang', lang)));
  return { en: en?.out ?? '', ja: ja?.out ?? '', codes: [en?.code, ja?.code] };
}

function ofProfile(change: Change, code: string, now = exampleNow) {
  const records = recordsWith(change);
  const [profile] = records.profiles;
  if (profile === undefined) throw new Error('no profile');
  return theOne(profileFindings(profile, records, new Date(now)), code);
}

function ofMailbox(change: Change, code: string, purpose: 'send' | 'check' = 'send') {
  const records = recordsWith(change);
  const mailbox = records.mailboxes.find(({ id }) => id === 'admin');
  if (mailbox === undefined) throw new Error('no mailbox');
  return theOne(mailboxFindings(mailbox, records, purpose, new Date(exampleNow)), code);
}

describe('profiles', () => {
  test('#6 passwords for sending through Exchange Online end: a dated warning on every such profile', () => {
    const change = { profiles: { contoso: { outgoingServerLocation: 'smtp.office365.com' } } };
    const said = ofProfile(change, 'MC427');
    expect(said.severity).toBe('warning');
    expect(said.en).toMatch(/may be switched off from \d{4}-\d\d-\d\d on/);
    expect(said.ja).toMatch(/\d{4}-\d\d-\d\d/);
    expect(ofProfile(change, 'MC427', '2029-01-01T00:00:00Z').en).toContain(
      'may have been switched off since',
    );
  });

  test('#9 a key that there is not is an error, with the one that was meant', () => {
    const profiles = { contoso: { outgoingTsl: 'implicit', secureConnection: true } };
    const where = () => ({ file: 'a.yaml', line: 1, column: 1 });
    const { problems } = readRecords([{ value: worldWith({ profiles }), where }]);
    const [meant, other] = problems.map((problem) => problemText(problem, 'en'));
    expect(meant).toBe('unknown key "outgoingTsl". Did you mean "outgoingTls"?');
    expect(other).toContain('unknown key "secureConnection"');
  });

  test.each([
    ['outgoingPortNumber', 465, 'outgoingTls', 'starttls'],
    ['incomingPortNumber', 993, 'incomingUseSsl', false],
  ])('#36 port and TLS mode contradict each other: %s %i with %s %s', (port, number, tls, mode) => {
    const contoso = { serverType: 'imap-smtp', allowClearTextCredentials: true, [port]: number, [tls]: mode };
    const said = ofProfile({ profiles: { contoso } }, 'MC419');
    expect(said.en).toContain(String(number));
    expect(said.ja).toContain(String(number));
    expect(said.who).toContain('system-administrator');
  });
});

describe('mailboxes', () => {
  const relay = { mailboxes: { admin: { userName: 'relay@example.com' } } };

  test('#30 what was sent shows up with the account that logs in: where to look', () => {
    const said = ofMailbox(relay, 'MC332');
    expect(said.en).toContain('"Sent Items" of relay@example.com, and not of admin@example.com');
    expect(said.ja).toContain('relay@example.com の「送信済みアイテム」');
    expect(said.who).toContain('mailbox-user');
  });

  test('#46 Pending Send: method, approval, test and switch of the sender, and which of them it is', () => {
    const pending = { to: 'taro@example.com', isWorkflowCreated: true, statusCode: 'pending-send' };
    const emails = { row: { ...pending, createdOn: '2026-11-21T07:00:00Z' } };
    for (const [fields, code] of [
      [{ outgoingEmailDeliveryMethod: 'none' }, 'MC305'],
      [{ emailRouterAccessApproval: 'pending-approval' }, 'MC303'],
      [{ outgoingEmailStatus: 'not-run' }, 'MC306'],
      [{ enabledForOutgoingEmail: false }, 'MC308'],
    ] as const) {
      const records = recordsWith({ emails, mailboxes: { admin: fields } });
      const message = { kind: 'email-confirmation', to: 'taro@example.com' } as const;
      const report = judgePath(resolve(records, message), undefined, new Date(exampleNow));
      expect(report.cause?.code).toBe(code);
      const row = theOne(report.findings, 'MC711');
      expect(row.en).toContain(`${code} says why`);
      expect(row.ja).toContain(`理由は${code}のとおり`);
    }
  });

  test('#50 Gmail over POP3 tests green and nothing comes in: recent mode', () => {
    const change = { profiles: { contoso: { incomingServerLocation: 'pop.gmail.com' } } };
    const said = ofMailbox(change, 'MC440', 'check');
    expect(said.en).toContain('recent:admin@example.com');
    expect(said.ja).toContain('recent:admin@example.com');
    expect(said.who).toEqual(['system-administrator']);
  });

  test('#53 who approved, who ran the test, and when', async () => {
    const admin = {
      emailAddressApprovedBy: 'Ito Ken',
      emailAddressApprovedOn: '2026-11-01T00:00:00Z',
      testAndEnableLastAttemptedBy: 'Mori Aya',
      testAndEnableLastAttemptedOn: '2026-11-20T00:00:00Z',
    };
    const asked = ['diagnose', 'email-confirmation', '--to', 'taro@example.com'];
    const { code, out } = await run({ mailboxes: { admin } }, ...asked);
    expect(code).toBe(0);
    expect(out).toContain('approved by Ito Ken, approved on 2026-11-01 00:00 UTC');
    expect(out).toContain('test run by Mori Aya, test run on 2026-11-20 00:00 UTC');
    const japanese = await run({ mailboxes: { admin } }, ...asked, '--lang', 'ja');
    expect(japanese.out).toMatch(/Ito Ken.*Mori Aya/);
  });
});

test('#39 said before it is done: from which mailbox, to whom, through which server', async () => {
  const { code, out } = await run({}, 'test-mailbox', 'admin', '--dry-run');
  expect(code).toBe(0);
  expect(out).toContain(
    'admin@example.com: SMTP smtp.example.com:587 STARTTLS, log in as admin@example.com, one test message to itself',
  );
  const japanese = await run({}, 'test-mailbox', 'admin', '--dry-run', '--lang', 'ja');
  expect(japanese.out).toContain('自分宛てのテストメール1通');
});

describe('a text that is pasted', () => {
  test('#47 "Syntax error, command unrecognized": the outgoing port does not fit the encryption', async () => {
    const { en, ja, codes } = await explained(
      'An unknown error occurred while sending the email message. Syntax error, command unrecognized',
    );
    expect(codes).toEqual([0, 0]);
    expect(en).toContain('MC364');
    expect(en).toContain('set "Outgoing Port" to the one for the encryption in use');
    expect(ja).toContain('「送信ポート」');
  });

  test('#48 MailboxDisabled: the user is disabled or without a licence, and the mailbox with them', async () => {
    const { en, ja } = await explained('MailboxDisabled');
    expect(en).toContain('MC360');
    expect(inOrder(en, 'is enabled and has a licence', 'System Administrator')).toBe(true);
    expect(ja).toContain('ライセンス');
  });

  test('#49 "Test Connection" says 401 while mail flows: a real login tells, with the principal name', async () => {
    const { en, ja } = await explained('The remote server returned an error: (401) Unauthorized.');
    expect(inOrder(en, 'not always reliable', 'mailcheck test-mailbox', 'not domain\\user')).toBe(true);
    expect(inOrder(ja, '必ずしも正確ではない', 'mailcheck test-mailbox', 'ユーザー プリンシパル名')).toBe(
      true,
    );
  });

  test('#52 switched off again and again: permanent at once, transient after ten tries, and how many there were', async () => {
    const permanent = await explained('MailboxDisabled');
    expect(permanent.en).toContain('Permanent: the mailbox is stopped as soon as it happens');
    const transient = await explained('ErrorServerBusy');
    expect(transient.en).toContain(
      'Temporary: the platform tries again by itself, up to ten times, five minutes apart',
    );
    const emails = {
      row: {
        to: 'taro@example.com',
        isWorkflowCreated: true,
        statusCode: 'pending-send',
        deliveryAttempts: 9,
      },
    };
    const message = { kind: 'email-confirmation', to: 'taro@example.com' } as const;
    const report = judgePath(resolve(recordsWith({ emails }), message), undefined, new Date(exampleNow));
    const said = theOne(report.findings, 'MC719');
    expect(said.en).toContain('tried 9 times; after ten the platform gives up');
    expect(said.ja).toContain('9回試行');
    const stopped = ofMailbox({ mailboxes: { admin: { enabledForOutgoingEmail: false } } }, 'MC308');
    expect(stopped.en).toContain('otherwise the mailbox is switched off again');
  });
});
