// The commands on a workspace of files, without network: what they print, what they write, how they end.

import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '../../src/cli/context.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { rules } from '../../src/core/rules/index.ts';
import { main } from '../../src/main.ts';
import { testWorld } from './world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailcheck-commands-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

/** The healthy environment with a difference, as one JSON file beside mailcheck.yaml. */
async function workspace(change: Change = {}): Promise<void> {
  await mkdir(path.join(folder, 'mailcheck'), { recursive: true });
  await writeFile(path.join(folder, 'mailcheck.yaml'), 'include: mailcheck/**\n');
  await writeFile(recordsFile(), JSON.stringify(worldWith(change), undefined, 2));
}
const recordsFile = (): string => path.join(folder, 'mailcheck', 'records.json');

async function run(argv: string[], differences: Partial<World> = {}) {
  const world = testWorld({ cwd: folder, now: () => new Date('2026-11-21T09:00:00Z'), ...differences });
  const code = await main(argv, world);
  const out = world.printed.join('\n');
  return { code, out, flat: out.replaceAll(/\s+/g, ' '), err: world.complained.join('\n') };
}

const notApproved: Change = { mailboxes: { admin: { emailRouterAccessApproval: 'pending-approval' } } };
const sentByOwner: Change = { processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } } };

describe('check', () => {
  it('finds nothing in the healthy environment', async () => {
    await workspace();
    const { code, out } = await run(['check']);
    expect({ code, last: out.split('\n').at(-1) }).toEqual({ code: 0, last: '✓ Nothing found.' });
  });

  it('lists values still to be filled in and ends with 3', async () => {
    await workspace({ contacts: { taro: { fullName: 'TODO: his name' } } });
    const { code, out } = await run(['check']);
    expect(code).toBe(3);
    expect(out).toMatch(/mailcheck\/records\.json:\d+:\d+: contacts taro: fullName/);
  });

  it('says everything that is wrong with the files, with its place, and ends with 2', async () => {
    await workspace({ mailboxes: { admin: { stat: 'active' }, support: { profile: 'nowhere' } } });
    const { code, out, err } = await run(['check']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/mailcheck\/records\.json:\d+:\d+: .*"stat"/);
    expect(err).toMatch(/mailcheck\/records\.json:\d+:\d+: profile: .*"nowhere"/);
    expect(err).toContain('2 things in the records cannot be used; nothing was judged.');
  });

  it('keeps a complaint in one line for a pipe, and wraps it on a terminal', async () => {
    await workspace({ mailboxes: { admin: { stat: 'active' } } });
    const piped = await run(['check']);
    const shown = await run(['check'], { stderr: { isTTY: true, columns: 60 } });
    expect(piped.err.split('\n')).toHaveLength(2);
    for (const line of shown.err.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    expect(shown.err.replaceAll(/\s+/g, ' ')).toBe(piped.err.replaceAll(/\s+/g, ' '));
  });

  it('says that there is no workspace', async () => {
    const { code, err } = await run(['check']);
    expect(code).toBe(2);
    expect(err).toContain('mailcheck.yaml');
  });

  it('speaks the language of the workspace unless the person asked for another', async () => {
    await workspace();
    await writeFile(path.join(folder, 'mailcheck.yaml'), 'language: ja\n');
    expect((await run(['check'])).out).toContain('指摘はありません。');
    expect((await run(['check', '--lang', 'en'])).out).toContain('Nothing found.');
  });
});

describe('diagnose', () => {
  it('names the sender as the cause and ends with 1', async () => {
    await workspace(sentByOwner);
    const { code, out } = await run(['diagnose', 'email-confirmation', '--to', 'taro@example.com']);
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ The confirmation e-mail to taro@example\.com is stopped/);
    expect(out).toContain('MC201');
  });

  it('ends with 0 when nothing stops the mail, and when none is due', async () => {
    await workspace();
    expect((await run(['diagnose', 'email-confirmation', '--to', 'taro@example.com'])).code).toBe(0);
    const { code, out } = await run(['diagnose', 'two-factor-code', '--to', 'taro@example.com']);
    expect(code).toBe(0);
    expect(out).toMatch(/^– The two-factor code to taro@example\.com was not requested, and rightly so: the/);
  });

  it('ends with 3 for a contact that nobody recorded', async () => {
    await workspace();
    const { code, flat } = await run(['diagnose', 'email-confirmation', '--to', 'hana@example.com']);
    expect(code).toBe(3);
    expect(flat).toContain('cannot be determined; unknown: request, recipient');
  });

  it('prints with --dry-run what it would contact, and contacts nothing with --offline', async () => {
    await workspace();
    const asked = ['diagnose', 'email-confirmation', '--to', 'taro@example.com', '--depth', 'login'];
    const planned = await run([...asked, '--dry-run']);
    expect(planned.code).toBe(0);
    expect(planned.out).toContain('admin@example.com: SMTP smtp.example.com:587 STARTTLS');
    const offline = await run([...asked, '--offline']);
    expect(offline.out).toContain('--offline was given');
    expect(offline.out).toContain('No server was contacted.');
  });

  it('saves evidence that it can read again, and refuses a file that is none', async () => {
    await workspace();
    const asked = ['diagnose', 'email-confirmation', '--to', 'taro@example.com'];
    const saved = path.join(folder, 'evidence.json');
    expect((await run([...asked, '--save-evidence', 'evidence.json'])).code).toBe(0);
    expect(JSON.parse(await readFile(saved, 'utf8'))).toMatchObject({ version: 1, observations: [] });
    expect((await run([...asked, '--evidence', 'evidence.json'])).code).toBe(0);

    await writeFile(
      saved,
      JSON.stringify({ version: 1, at: '2026-11-21T09:00:00Z', observations: [{ kind: 'x' }] }),
    );
    const refused = await run([...asked, '--evidence', 'evidence.json']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('observations.0');
    expect((await run([...asked, '--evidence', 'missing.json'])).err).toContain('ENOENT');
  });

  it('prints nothing but JSON on stdout with --format json', async () => {
    await workspace(sentByOwner);
    const { code, out } = await run(['diagnose', 'email-confirmation', '--to', 'taro', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      paths: [{ verdict: 'stopped', cause: { code: 'MC201' } }],
    });
  });

  it('takes a site that is not recorded for a slip of the pen', async () => {
    await workspace();
    const { code, err } = await run(['diagnose', 'invitation', '--to', 'taro', '--site', 'Custmer']);
    expect(code).toBe(2);
    expect(err).toContain('No site "Custmer" is recorded; there is customer-portal.');
  });
});

describe('approve', () => {
  it('writes the approval, says where, and that the environment was not changed', async () => {
    await workspace(notApproved);
    const { code, out } = await run(['approve', 'admin@example.com']);
    expect(code).toBe(0);
    expect(out).toContain('emailRouterAccessApproval: Pending Approval → Approved');
    expect(out).toMatch(/Recorded in mailcheck\/records\.json:\d+; the environment itself was not changed\./);
    const { mailboxes } = JSON.parse(await readFile(recordsFile(), 'utf8')) as {
      mailboxes: { emailRouterAccessApproval: string }[];
    };
    expect(mailboxes[0]?.emailRouterAccessApproval).toBe('approved');

    const again = await run(['approve', 'admin@example.com']);
    expect(again.code).toBe(0);
    expect(again.out).toContain('already approved');
  });

  it('writes nothing with --dry-run', async () => {
    await workspace(notApproved);
    const before = await readFile(recordsFile(), 'utf8');
    const { out } = await run(['approve', 'admin', '--dry-run']);
    expect(out).toContain('Pending Approval → Approved');
    expect(await readFile(recordsFile(), 'utf8')).toBe(before);
  });

  it('names every mailbox that it does not know', async () => {
    await workspace();
    const { code, err } = await run(['approve', 'amdin@example.com', 'nobody']);
    expect(code).toBe(2);
    expect(err).toContain(
      'There is no mailbox "amdin@example.com" in the records. Did you mean admin@example.com?',
    );
    expect(err).toContain('There is no mailbox "nobody" in the records. Recorded: admin@example.com');
  });
});

const withDefaults: Change = {
  environment: {
    defaultProfile: 'Contoso POP3-SMTP',
    defaultIncomingEmailDeliveryMethod: 'server-side-synchronization',
    defaultOutgoingEmailDeliveryMethod: 'server-side-synchronization',
    defaultActDeliveryMethod: 'none',
  },
  mailboxes: { admin: { profile: null, outgoingEmailDeliveryMethod: 'none' } },
};

describe('apply-defaults', () => {
  it('previews every change from what to what, and writes nothing', async () => {
    await workspace(withDefaults);
    const before = await readFile(recordsFile(), 'utf8');
    const { code, out, flat } = await run(['apply-defaults', '--all', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/^admin@example\.com\n +profile +\(none\) → contoso$/m);
    expect(out).toMatch(/^ +outgoingEmailDeliveryMethod +None → Server-Side Synchronization$/m);
    expect(flat).toContain("Already as the environment's defaults; nothing to change: support@example.com");
    expect(out).toContain('Nothing was written (--dry-run).');
    expect(await readFile(recordsFile(), 'utf8')).toBe(before);
    expect((await run(['apply-defaults', '--all', '--dry-run', '--lang', 'ja'])).out).toMatch(
      /outgoingEmailDeliveryMethod +なし → サーバー側同期/,
    );
  });

  it('writes profile and methods, says where and what to do in the environment, and a second time changes nothing', async () => {
    await workspace(withDefaults);
    const { code, flat } = await run(['apply-defaults', 'admin@example.com']);
    expect(code).toBe(0);
    expect(flat).toMatch(
      /Recorded in mailcheck\/records\.json:\d+; the environment itself was not changed\./,
    );
    expect(flat).toContain('"Apply Default Email Settings"');
    expect(flat).toContain('Test again: mailcheck test-mailbox admin@example.com');
    const { mailboxes } = JSON.parse(await readFile(recordsFile(), 'utf8')) as { mailboxes: object[] };
    expect(mailboxes[0]).toMatchObject({
      profile: 'contoso',
      outgoingEmailDeliveryMethod: 'server-side-synchronization',
      outgoingEmailStatus: 'success',
    });
    const written = await readFile(recordsFile(), 'utf8');
    const again = await run(['apply-defaults', 'admin@example.com']);
    expect(again.code).toBe(0);
    expect(again.out).toContain('nothing to change: admin@example.com');
    expect(await readFile(recordsFile(), 'utf8')).toBe(written);
  });

  it('a test made before no longer counts for certain', async () => {
    await workspace(withDefaults);
    await run(['apply-defaults', 'admin@example.com']);
    const { code, out } = await run(['diagnose', 'email-confirmation', '--to', 'taro@example.com']);
    expect(code).toBe(0);
    expect(out).toContain('MC315');
  });

  it('leaves what the environment does not record, and forward mailboxes, and says so', async () => {
    await workspace({
      environment: { defaultOutgoingEmailDeliveryMethod: 'server-side-synchronization' },
      mailboxes: {
        admin: { profile: null },
        support: { isForwardMailbox: true, outgoingEmailDeliveryMethod: 'none' },
      },
    });
    const { code, flat } = await run(['apply-defaults', '--all']);
    expect(code).toBe(0);
    expect(flat).toContain(
      'would apply it as well): defaultProfile, defaultIncomingEmailDeliveryMethod, defaultActDeliveryMethod',
    );
    expect(flat).toContain('must not send: support@example.com');
    expect(flat).not.toContain('Recorded in');
  });

  it('refuses where the environment has no defaults, with the keys to add', async () => {
    await workspace();
    const { code, err } = await run(['apply-defaults', '--all']);
    expect(code).toBe(2);
    expect(err).toContain('defaultOutgoingEmailDeliveryMethod: server-side-synchronization or none');
    expect((await run(['apply-defaults', '--all', '--lang', 'ja'])).err).toContain('適用できません');
  });

  it('asks which mailboxes, and names those that it does not know', async () => {
    await workspace(withDefaults);
    expect((await run(['apply-defaults'])).err).toContain('Which mailboxes?');
    expect((await run(['apply-defaults', 'amdin@example.com'])).err).toContain(
      'Did you mean admin@example.com?',
    );
  });
});

describe('a password that cannot be read', () => {
  it('is said once for both directions, with what supplies it', async () => {
    await workspace();
    const { code, flat } = await run(['test-mailbox', 'admin@example.com']);
    expect(code).toBe(3);
    expect(flat.match(/could not be read/g)).toHaveLength(1);
    expect(flat).toContain('incoming, outgoing: not looked at (the password could not be read: env');
    expect(flat).toContain('Put the password there, or correct in the record where it is kept');
  });

  it('leaves the server alone, and the diagnosis does not say that it was contacted', async () => {
    await workspace();
    const argv = ['diagnose', 'email-confirmation', '--to', 'taro@example.com', '--depth', 'login'];
    const { flat } = await run(argv);
    expect(flat).toContain('the password could not be read');
    expect(flat).toContain('No server was contacted.');
  });
});

describe('test-mailbox', () => {
  it('contacts nobody where a precondition is not met', async () => {
    await workspace(notApproved);
    const { code, out } = await run(['test-mailbox', 'admin@example.com']);
    expect(code).toBe(1);
    expect(out).toContain('MC303');
    expect(out).toContain('admin@example.com: a precondition is not met');
    expect(out).toContain('The records stay as they are.');
  });

  it('prints with --dry-run what would be contacted and written, and writes nothing', async () => {
    await workspace(notApproved);
    const before = await readFile(recordsFile(), 'utf8');
    const { code, flat } = await run(['test-mailbox', 'admin', '--approve', '--dry-run', '--no-send']);
    expect(code).toBe(0);
    expect(flat).toContain('SMTP smtp.example.com:587 STARTTLS, log in as admin@example.com');
    expect(flat).toContain('POP3 pop.example.com:995 TLS, log in as admin@example.com');
    expect(flat).toContain('emailRouterAccessApproval: Pending Approval → Approved');
    expect(await readFile(recordsFile(), 'utf8')).toBe(before);
  });

  it('records nothing of a mailbox whose password is not to be had: nothing was learnt about it', async () => {
    await workspace();
    const before = await readFile(recordsFile(), 'utf8');
    const { code, out } = await run(['test-mailbox', 'admin'], { env: {} });
    expect(code).toBe(3);
    expect(out).toContain('ADMIN_PASSWORD');
    expect(out).toContain('outgoing: could not be determined');
    expect(await readFile(recordsFile(), 'utf8')).toBe(before);
  });

  it('asks which mailbox', async () => {
    await workspace();
    const { code, err } = await run(['test-mailbox']);
    expect(code).toBe(2);
    expect(err).toContain('--all');
  });

  it.each([
    [['test-mailbox', 'admin@example.com', '--all'], 'mailcheck test-mailbox admin@example.com'],
    [['test-mailbox', '--all', '--profile', 'My mail'], "mailcheck test-mailbox --profile 'My mail'"],
    [['apply-defaults', 'admin@example.com', '--all'], 'mailcheck apply-defaults admin@example.com'],
  ])('%j means some or all: neither is done, and what to type for some is said', async (argv, typed) => {
    await workspace();
    const before = await readFile(recordsFile(), 'utf8');
    const english = await run(argv);
    expect({ code: english.code, out: english.out }).toEqual({ code: 2, out: '' });
    expect(english.err).toContain(`For these alone: ${typed}`);
    expect((await run([...argv, '--lang', 'ja'])).err).toContain(`入力してください: ${typed}`);
    expect(await readFile(recordsFile(), 'utf8')).toBe(before);
  });
});

describe('sender', () => {
  it('shows every hop and why the last one cannot send', async () => {
    await workspace(sentByOwner);
    const { code, out } = await run(['sender', 'SendEmailConfirmationToContact', '--for', 'taro']);
    expect(code).toBe(1);
    expect(out).toMatch(/From is Owner {2}mailcheck\/records\.json:\d+:\d+/);
    expect(out).toContain('→ user SYSTEM');
    expect(out).toContain('MC201');
  });

  it('says that nothing stops a sender who can', async () => {
    await workspace();
    const { code, out } = await run(['sender', 'SendEmailConfirmationToContact', '--for', 'taro']);
    expect(code).toBe(0);
    expect(out).toContain('→ mailbox admin@example.com');
  });
});

describe('explain', () => {
  it.each(['en', 'ja'])('lists every code (%s)', async (language) => {
    const { code, out } = await run(['explain', '--lang', language]);
    expect(code).toBe(0);
    for (const rule of rules) expect(out).toContain(rule.code);
  });

  it.each(rules.map(({ code }) => code))(
    '%s comes with an example, its steps and its sources',
    async (code) => {
      for (const [language, ...titles] of [
        ['en', 'Why', 'An example, and what to do', 'Where this is known from'],
        ['ja', '理由', '例と対処方法', '根拠'],
      ] as const) {
        const { out } = await run(['explain', code.toLowerCase(), '--lang', language]);
        for (const title of titles) expect(out.split('\n')).toContain(title);
      }
    },
  );

  it.each(['en', 'ja'])('prints the manual, every anchor of its contents once (%s)', async (language) => {
    const { code, out } = await run(['explain', '--all', '--format', 'markdown', '--lang', language]);
    expect(code).toBe(0);
    const links = [...out.matchAll(/\]\(#(.+?)\)/g)].map((match) => match[1]);
    const anchors = [...out.matchAll(/<a id="(.+?)">/g)].map((match) => match[1]);
    expect(new Set(links)).toEqual(new Set(anchors));
    expect(links).toHaveLength(anchors.length);
    for (const rule of rules) expect(anchors).toContain(rule.code.toLowerCase());
  });

  it('refuses a code that there is not', async () => {
    expect(await run(['explain', 'MC999'])).toMatchObject({ code: 2, out: '' });
    // As a Japanese input method types it.
    expect((await run(['explain', 'ＭＣ２０１'])).out).toContain('MC201');
  });
});

describe('the end of a run', () => {
  it('is 130 when it was interrupted, whatever was found', async () => {
    await workspace(sentByOwner);
    const interrupted = AbortSignal.abort();
    const { code, out } = await run(['check'], { signal: interrupted });
    expect(code).toBe(130);
    expect(out).toContain('MC201');
  });

  it('is 2 with the stack for a fault of mailcheck itself', async () => {
    await workspace();
    const out = (): never => {
      throw new TypeError('a fault of ours');
    };
    const { code, err } = await run(['check'], { out });
    expect(code).toBe(2);
    expect(err).toContain('TypeError: a fault of ours');
    expect(err).toContain('This is a bug in mailcheck 1.2.3');
  });
});
