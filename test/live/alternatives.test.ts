// Shows through the public command what is said when another port of the host would do, and the faults of TLS that have
// their own finding. Scripted servers on the real standard ports of a loopback address; Dovecot and Postfix are not needed.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startLineServer, type LineServer, type LineServerOptions, type Script } from '../line-server.ts';
import { openSilentPort } from '../silent-port.ts';
import { makeAuthority, makeCertificate } from './certificates.mjs';
import { done, expectFault, meet, untouched, type Fault, type Met, type World } from './fault-world.ts';
import { writeWorkspace } from './portal.ts';
import { installProgram, type Program } from './program.ts';

/** An address of our own, so that two runs at once do not take the ports from each other. */
const host = `127.${50 + Math.floor(Math.random() * 100)}.${process.pid % 250}.50`;
const mayListen = await new Promise<boolean>((resolve) => {
  const server = createServer().once('error', () => resolve(false));
  server.listen(587, host, () => server.close(() => resolve(true)));
});
if (!mayListen) {
  if (process.env['MAILCHECK_LIVE'] === 'required')
    throw new Error(`Live tests are required here, but port 587 of ${host} may not be listened on`);
  console.log(
    `Live tests of standard ports skipped: port 587 of ${host} may not be listened on (run as root)`,
  );
}

const account = { address: 'admin@example.com', password: 'secret-of-admin' };
const blob = Buffer.from(`\0${account.address}\0${account.password}`).toString('base64');
const smtpHello = (...capabilities: string[]) =>
  [
    /^EHLO/,
    ['mx.example.com', ...capabilities].map(
      (line, index) => `250${index === capabilities.length ? ' ' : '-'}${line}`,
    ),
  ] as const;
const login = [
  /^AUTH PLAIN /,
  (line: string) => (line.endsWith(blob) ? '235 2.7.0 ok' : '535 5.7.8 no'),
] as const;
const quit = [/^QUIT/, '221 Bye', ['close']] as const;
/** Port 587 as it should be. */
const submission = (...mechanisms: string[]): Script => [
  { send: '220 mx.example.com ESMTP' },
  {
    answer: [
      smtpHello('STARTTLS'),
      [
        /^STARTTLS/,
        '220 Ready',
        ['starttls', { answer: [smtpHello(`AUTH ${mechanisms.join(' ')}`), login, quit] }],
      ],
    ],
  },
];
/** Port 465 as it should be. */
const submissions = (...mechanisms: string[]): Script => [
  { send: '220 mx.example.com ESMTP' },
  { answer: [smtpHello(`AUTH ${mechanisms.join(' ')}`), login, quit] },
];
const pop3s: Script = [
  { send: '+OK' },
  {
    answer: [
      [/^CAPA/, ['+OK', 'SASL PLAIN', 'UIDL', 'TOP', '.']],
      [/^AUTH PLAIN/, (line: string) => (line.endsWith(blob) ? '+OK' : '-ERR [AUTH] no')],
      [/^STAT/, '+OK 0 0'],
      quit,
    ],
  },
];

describe.skipIf(!mayListen)('the ports of a mail server', () => {
  let folder: string;
  let world: World;
  let program: Program;
  const pairs = new Map<string, { key: string; cert: string }>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailcheck-standard-ports-'));
    const authority = await makeAuthority(folder);
    program = await installProgram();
    for (const kind of ['good', 'expired'] as const) {
      const made = await makeCertificate(authority, kind, [host]);
      const [key, cert] = await Promise.all([readFile(made.key, 'utf8'), readFile(made.certificate, 'utf8')]);
      pairs.set(kind, { key, cert });
    }
    world = {
      ports: { submission: 587, pop3s: 995, imaps: 993 },
      accounts: { admin: account },
      certificateAuthority: authority.certificateAuthority,
    };
  });
  const servers: LineServer[] = [];
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    for (const close of closing.splice(0)) await close();
  });
  afterAll(async () => {
    await program?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  async function listen(
    port: number,
    script: Script,
    options: LineServerOptions & { kind?: 'good' | 'expired' } = {},
  ): Promise<LineServer> {
    const certificate = pairs.get(options.kind ?? 'good');
    const server = await startLineServer(script, {
      host,
      port,
      ...(certificate === undefined ? {} : { certificate }),
      ...options,
    });
    servers.push(server);
    return server;
  }
  const tlsPort = { implicit: true };

  /** Both hosts are this one; what the fault says of the profile comes on top. */
  function run(profile: Fault['profile'], fault: Omit<Fault, 'profile'> = {}): Promise<Met> {
    return meet(world, program, {
      ...fault,
      profile: { outgoingServerLocation: host, incomingServerLocation: host, ...profile },
    });
  }
  /** Japanese has no spaces: where a line ends, something may be missing or not. */
  const tight = (text: string): string => text.replaceAll(/\s/g, '');
  const probed = ({ out }: Met): string[] => (JSON.parse(out) as { probed: string[] }).probed;

  test('a closed port: which ones work, what they offer, which fields to change; and that this is so', async () => {
    const [smtp, pop3] = [
      await listen(587, submission('PLAIN', 'XOAUTH2')),
      await listen(995, pop3s, tlsPort),
    ];
    const wrong = { outgoingPortNumber: 588, incomingPortNumber: 996 };
    const met = await run(wrong);
    expectFault(met, 'MC503', 'network', untouched);
    expect(met.said).toContain(
      `${host}:588 refused the connection. Other ways to this host, tried without logging in: 587 with STARTTLS ` +
        'works and offers PLAIN, XOAUTH2; 465 and 25 are closed.',
    );
    expect(met.said).toContain('995 with TLS works and offers PLAIN; 110 is closed.');
    expect(met.said).toContain('set "Outgoing Port" to 587 and "Use SSL for Outgoing Connection" to Yes');
    expect(met.said).toContain('outgoingPortNumber: 587, outgoingUseSsl: true, outgoingTls: starttls');
    expect(met.said).toContain('incomingPortNumber: 995, incomingUseSsl: true, incomingTls: implicit');
    // One look each, and nobody logged in.
    expect([smtp.received.length, pop3.received.length]).toEqual([1, 1]);
    expect([...smtp.received, ...pop3.received].flat().join('\n')).not.toMatch(/AUTH|USER|PASS/);

    const ja = await run(wrong, { argv: ['--lang', 'ja'] });
    expect(tight(ja.out)).toContain(tight('587(STARTTLS)は使える(ログイン方法は PLAIN・XOAUTH2)'));
    expect(tight(ja.out)).toContain(
      tight('「送信ポート」を 587、「送信接続に SSL を使用する」を「はい」にする'),
    );

    // As advised, word for word.
    const right = await run(
      {
        outgoingPortNumber: 587,
        outgoingUseSsl: true,
        outgoingTls: 'starttls',
        incomingPortNumber: 995,
        incomingUseSsl: true,
        incomingTls: 'implicit',
      },
      { argv: ['--no-send'] },
    );
    expect(right).toMatchObject({ code: 0, codes: [] });
  });

  test('the report names every port that was contacted, and --no-alternatives keeps to those planned', async () => {
    const smtp = await listen(587, submission('PLAIN'));
    const wrong = { outgoingPortNumber: 588, incomingPortNumber: 996 };
    const planned = [
      `${account.address}: POP3 ${host}:996 TLS`,
      `${account.address}: SMTP ${host}:588 STARTTLS`,
    ];
    const met = await run(wrong, { argv: ['--format', 'json'] });
    expect(probed(met).toSorted()).toEqual(
      [
        ...planned,
        `alternative: SMTP ${host}:587 STARTTLS`,
        `alternative: SMTP ${host}:465 TLS`,
        `alternative: SMTP ${host}:25 STARTTLS`,
        `alternative: POP3 ${host}:995 TLS`,
        `alternative: POP3 ${host}:110 STARTTLS`,
      ].toSorted(),
    );
    expect(smtp.received).toHaveLength(1);

    const strict = await run(wrong, { argv: ['--format', 'json', '--no-alternatives'] });
    expect(probed(strict).toSorted()).toEqual(planned);
    expect(strict.evidence).not.toContain('alternatives');
    expect(smtp.received).toHaveLength(1);

    const dry = await run(wrong, { argv: ['--dry-run'] });
    expect(dry.said).toContain('without logging in (--no-alternatives: never):');
    expect(dry.said).toContain(`SMTP ${host}:465 TLS`);
    expect((await run(wrong, { argv: ['--dry-run', '--no-alternatives'] })).said).not.toContain(':465');
    expect(smtp.received).toHaveLength(1);
  });

  test('many mailboxes of one profile ask each port once, and it is told once, on the profile', async () => {
    const smtp = await listen(587, submission('PLAIN'));
    await listen(995, pop3s, tlsPort);
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const workspace = await writeWorkspace({
      'mailcheck/portal.yaml': portal(host, 2525),
      'mailcheck/more.json': JSON.stringify({
        mailboxes: numbers.map((number) => ({
          id: `user${number}`,
          emailAddress: `user${number}@example.com`,
          state: 'active',
          profile: 'contoso',
          incomingEmailDeliveryMethod: 'none',
          outgoingEmailDeliveryMethod: 'server-side-synchronization',
          actDeliveryMethod: 'none',
          emailRouterAccessApproval: 'approved',
          allowEmailConnectorToUseCredentials: true,
          password: { env: 'PASSWORD' },
        })),
      }),
    });
    try {
      const options = ['--ca-file', world.certificateAuthority, '--no-send', '--no-save'];
      const { code, out } = await program.run({ ...workspace, env: { PASSWORD: account.password } }, [
        'test-mailbox',
        ...numbers.map((number) => `user${number}`),
        ...options,
      ]);
      expect(code).toBe(1);
      expect(out.replaceAll(/\s+/g, ' ').match(/587 with STARTTLS works/g)).toHaveLength(1);
      expect(smtp.received).toHaveLength(1);
    } finally {
      await workspace.remove();
    }
  });

  test('diagnose --depth connect says it as well', async () => {
    await listen(465, submissions('LOGIN', 'XOAUTH2'), tlsPort);
    const workspace = await writeWorkspace({
      'mailcheck/portal.yaml': portal(host, 2525),
    });
    try {
      const argv = [
        'diagnose',
        '--workflow',
        'Order received',
        '--to',
        'taro@example.com',
        '--depth',
        'connect',
      ];
      const options = ['--ca-file', world.certificateAuthority];
      const { code, out } = await program.run(workspace, [...argv, ...options]);
      const said = out.replaceAll(/\s+/g, ' ');
      expect(code).toBe(1);
      expect(said).toContain('465 with TLS works and offers LOGIN, XOAUTH2');
      expect(said).toContain('outgoingPortNumber: 465, outgoingUseSsl: true, outgoingTls: implicit');
      expect(said).toContain(`alternative: SMTP ${host}:465 TLS`);
      const strict = await program.run(workspace, [...argv, '--no-alternatives', ...options]);
      expect(strict.code).toBe(1);
      expect(strict.out).not.toContain('465 with TLS works');
      const dry = await program.run(workspace, [...argv, '--dry-run', '--format', 'json']);
      expect(JSON.parse(dry.out)).toMatchObject({
        wouldContact: [`admin@example.com: SMTP ${host}:2525 STARTTLS`],
        mayContact: [
          `alternative: SMTP ${host}:587 STARTTLS`,
          `alternative: SMTP ${host}:465 TLS`,
          `alternative: SMTP ${host}:25 STARTTLS`,
        ],
      });
    } finally {
      await workspace.remove();
    }
  });

  test('TLS on a port that begins in clear text, and the other way round', async () => {
    await listen(587, submission('LOGIN'));
    await listen(995, pop3s, tlsPort);
    const met = await run({ outgoingPortNumber: 587, outgoingTls: 'implicit', incomingTls: 'starttls' });
    expect(met.codes).toEqual(['MC419', 'MC505', 'MC506']);
    expect(met.said).toContain('587 with STARTTLS works and offers LOGIN; 465 and 25 are closed.');
    expect(met.said).toContain('leave "Outgoing Port" at 587');
    expect(met.said).toContain('outgoingTls: starttls');
    expect(met.said).toContain('995 with TLS works and offers PLAIN; 110 is closed');
    expect(met.said).toContain('incomingTls: implicit');
  });

  test('STARTTLS taken out on the way: never in clear text, and the port that has TLS at once', async () => {
    const stripped = await listen(587, [
      { send: '220 ****************' },
      { answer: [smtpHello('SIZE 10240000', 'XXXXXXXA', 'AUTH PLAIN'), quit] },
    ]);
    await listen(465, submissions('PLAIN'), tlsPort);
    await listen(995, pop3s, tlsPort);
    const met = await run({});
    expect(met.codes).toEqual(['MC507']);
    expect(met.said).toContain(
      `${host}:587 does not offer STARTTLS; no password was sent. In its list stands "XXXXXXXA": a firewall`,
    );
    expect(met.said).toContain('465 with TLS works and offers PLAIN');
    expect(met.said).toContain('outgoingPortNumber: 465, outgoingUseSsl: true, outgoingTls: implicit');
    expect(stripped.received.flat().join('\n')).not.toContain('AUTH');
  });

  test('the other port has a certificate that has expired: said, and not advised', async () => {
    await listen(465, submissions('PLAIN'), { ...tlsPort, kind: 'expired' });
    await listen(995, pop3s, tlsPort);
    const met = await run({ outgoingPortNumber: 588 });
    expect(met.codes).toEqual(['MC503']);
    expect(met.said).toContain('465 with TLS answers, but its certificate has expired');
    expect(met.said).not.toContain('seen to work');
  });

  test('a port that is silent on a host that is not, and a host that is silent altogether', async () => {
    const silent = async (port: number) => {
      const opened = await openSilentPort({ host, port });
      closing.push(() => opened.close());
    };
    await silent(25);
    await listen(587, submission('PLAIN'));
    await listen(995, pop3s, tlsPort);
    const met = await run({ outgoingPortNumber: 25 });
    expect(met.codes).toEqual(['MC504']);
    expect(met.said).toContain('587 with STARTTLS works and offers PLAIN');
    expect(met.said).toContain('it may be that port 25 alone is blocked on the way from here');

    const [one] = servers.splice(0, 1);
    await one?.close();
    for (const port of [587, 465]) await silent(port);
    const nothing = await run({ outgoingPortNumber: 25 });
    expect(nothing.codes).toEqual(['MC504']);
    expect(nothing.said).toContain('Nothing on this host answers from here: 587 and 465 were tried as well.');
    const ja = await run({ outgoingPortNumber: 25 }, { argv: ['--lang', 'ja'] });
    expect(tight(ja.out)).toContain(
      tight('587、465 も試しましたが、ここからはこのホストのどのポートにもつながりません。'),
    );
  });

  describe('bytes before TLS are thrown away, and nothing is said after them', () => {
    const injection = 'injected-by-somebody';
    test('SMTP and POP3', async () => {
      const smtp = await listen(587, [
        { send: '220 mx' },
        {
          answer: [
            smtpHello('STARTTLS'),
            [/^STARTTLS/, ['220 Ready', `250-${injection}`, '250 AUTH PLAIN'], ['starttls', 'silence']],
          ],
        },
      ]);
      const pop3 = await listen(110, [
        { send: '+OK' },
        { answer: [[/^STLS/, ['+OK', `+OK ${injection}`], ['starttls', 'silence']]] },
      ]);
      const met = await run({ incomingPortNumber: 110, incomingTls: 'starttls' });
      expectFault(met, 'MC525', 'network', untouched);
      expect(met.said).toContain(
        `${host}:587, or something on the way to it, sent bytes between STARTTLS and TLS.`,
      );
      expect(met.out + met.evidence).not.toContain(injection);
      expect([...smtp.received, ...pop3.received].flat().join('\n')).not.toMatch(/AUTH|USER|PASS/);
    });

    test('IMAP', async () => {
      await listen(587, submission('PLAIN'));
      const imap = await listen(143, [
        { send: '* OK ready' },
        {
          answer: [
            [/^\S+ CAPABILITY/, (line) => ['* CAPABILITY IMAP4rev1 STARTTLS', done(line)]],
            [
              /^\S+ STARTTLS/,
              (line) => [done(line), `* CAPABILITY IMAP4rev1 AUTH=PLAIN ${injection}`],
              ['starttls', 'silence'],
            ],
          ],
        },
      ]);
      const met = await run(
        { incomingPortNumber: 143, incomingTls: 'starttls' },
        { preset: 'imap-smtp', argv: ['--no-send'] },
      );
      expect(met).toMatchObject({ code: 1, codes: ['MC525'] });
      expect(imap.received.flat().join('\n')).not.toMatch(/LOGIN|AUTHENTICATE/);
    });
  });

  test.each(['pop3-smtp', 'imap-smtp'] as const)('a server with TLS 1.0 only (%s)', async (preset) => {
    const old = { maxVersion: 'TLSv1' } as const;
    const smtp = await listen(587, submission('PLAIN'), old);
    const incoming = preset === 'pop3-smtp' ? 995 : 993;
    await listen(incoming, pop3s, { ...old, ...tlsPort });
    const met = await run({}, { preset });
    expectFault(met, 'MC511', 'network', untouched);
    // Both servers are too old: one sentence, which names the other one, too.
    expect(met.said.match(/✗ MC511/g)).toHaveLength(1);
    expect(met.said).toContain('The same holds for incoming (');
    expect(smtp.received.flat().join('\n')).not.toContain('AUTH');
  });
});

/** A process that sends as a user whose mailbox has this server. */
function portal(server: string, port: number): string {
  return `
environment: { cloud: public, deployment: online, requireApprovalForUserEmail: true, requireApprovalForQueueEmail: true }
profiles:
  - { id: contoso, name: Contoso, preset: pop3-smtp, state: active, incomingServerLocation: ${server}, outgoingServerLocation: ${server}, outgoingPortNumber: ${port}, outgoingTls: starttls }
mailboxes:
  - id: admin
    emailAddress: admin@example.com
    regarding: admin-user
    state: active
    profile: contoso
    incomingEmailDeliveryMethod: server-side-synchronization
    outgoingEmailDeliveryMethod: server-side-synchronization
    actDeliveryMethod: none
    emailRouterAccessApproval: approved
    outgoingEmailStatus: success
    enabledForOutgoingEmail: true
    allowEmailConnectorToUseCredentials: true
    password: { env: PASSWORD }
users:
  - { id: admin-user, fullName: Admin, internalEmailAddress: admin@example.com, isDisabled: false, isLicensed: true, accessMode: read-write, defaultMailbox: admin }
contacts:
  - { id: taro, fullName: Yamada Taro, emailAddress1: taro@example.com, doNotEmail: false, state: active, owner: admin-user }
processes:
  - id: order
    name: Order received
    category: workflow
    state: activated
    mode: background
    primaryEntity: contact
    owner: admin-user
    sendEmailSteps: [{ name: Send, from: { user: admin-user } }]
`;
}
