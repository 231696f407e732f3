// `mailcheck probe` as a person and a program see it: the facts, the findings, the exit codes; servers on loopback, no records.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { session } from '../../src/cli/evidence-schema.ts';
import { widthOf } from '../../src/cli/wrap.ts';
import { languages } from '../../src/core/rules/rule.ts';
import { main } from '../../src/main.ts';
import type { LineServerOptions, Script } from '../line-server.ts';
import { unusedPort } from '../line-server.ts';
import { password } from '../probe-world.ts';
import { blob, certificates, clear, goodLogin, greet, hello, quit, serve } from '../smtp-servers.ts';
import { testWorld } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'probe-'));
const authority = join(folder, 'ca.pem');
writeFileSync(authority, certificates.authority);
writeFileSync(join(folder, 'password'), `${password}\n`);
// Records that would be refused: probe reads none.
writeFileSync(join(folder, 'mailcheck.yaml'), 'mailboxes: {');
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; said: string; err: string }> {
  const world = testWorld({
    cwd: folder,
    env: { PASS: password, WRONG: 'not-the-password' },
    now: () => new Date(),
  });
  const code = await main(['probe', '--ca-file', 'ca.pem', ...argv], world);
  const out = world.printed.join('');
  for (const secret of [password, blob]) expect(out + world.complained.join('')).not.toContain(secret);
  return { code, out, said: out.replaceAll(/\s+/g, ' '), err: world.complained.join('\n') };
}

/** A server with STARTTLS; what it offers before and after. */
const submission = (before: string[], after: string[]): Script => [
  greet,
  {
    answer: [
      hello('STARTTLS', ...before),
      [/^STARTTLS$/, '220 go', ['starttls', { answer: [hello(...after), goodLogin, quit] }]],
    ],
  },
];
const usual = ['PIPELINING', 'SIZE 36700160', 'AUTH PLAIN XOAUTH2'];
const https = (...head: string[]): Script => [{ expect: /^GET / }, { send: [...head, ''] }, 'silence'];
const implicit: LineServerOptions = { implicit: true };

describe('facts', () => {
  test('of a submission server: everything that it shows of itself', async () => {
    const server = await serve(submission(['PIPELINING', 'SIZE 36700160'], usual));
    const { code, out, said } = await run(`smtp://localhost:${server.port}`);
    expect(code).toBe(0);
    expect(out).toContain(`✓ smtp://localhost:${server.port} nothing wrong was found`);
    for (const step of ['host name', 'connected', 'greeting', 'encrypted', 'capabilities'])
      expect(out).toMatch(new RegExp(`✓ ${step} +\\d+ ms`));
    expect(out).toMatch(/Address +127\.0\.0\.1\n/);
    expect(out).toMatch(/Greeting +mx\.example\.com ESMTP\n/);
    expect(out).toMatch(/TLS +TLS 1\.3, TLS_AES_\w+, after STARTTLS\n/);
    expect(out).toMatch(/Certificate +CN=localhost\n/);
    expect(out).toMatch(/Names +localhost, 127\.0\.0\.1\n/);
    expect(out).toMatch(/Issuer +CN=mailcheck test authority\n/);
    expect(out).toMatch(/Valid +2020-01-01 to 2098-01-01 \(\d+ days left\)\n/);
    expect(out).toMatch(/SHA-256 +(?:[0-9A-F]{2}:){16}\n +(?:[0-9A-F]{2}:){15}[0-9A-F]{2}\n/);
    expect(said).toContain(
      '1. CN=localhost ← CN=mailcheck test authority 2. CN=mailcheck test authority (self-signed)',
    );
    expect(said).toContain('Before TLS STARTTLS, PIPELINING, SIZE 36700160 Capabilities');
    expect(out).toMatch(/Login methods +PLAIN, XOAUTH2\n/);
    expect(out).toMatch(/Size limit +35 MiB \(36700160 bytes\)\n/);
    expect(out).toMatch(/Login +not tried; add --user NAME/);
    expect(out).toMatch(/Time in all +\d+ ms/);
    expect(server.received.flat().join(' ')).not.toContain('AUTH');
  });

  test('a size limit of bytes is said in bytes, once', async () => {
    const server = await serve(submission([], ['SIZE 1000', 'AUTH PLAIN']));
    const { out } = await run(`smtp://localhost:${server.port}`);
    expect(out).toMatch(/Size limit +1000 bytes\n/);
  });

  test('what is the same before and after TLS is said once; a login before TLS is pointed out', async () => {
    const alike = await serve(submission(usual.slice(0, 2), usual.slice(0, 2)));
    expect((await run(`smtp://localhost:${alike.port}`)).out).not.toContain('Before TLS');
    const early = await serve(submission(['AUTH PLAIN'], usual));
    const { said } = await run(`smtp://localhost:${early.port}`);
    expect(said).toContain('a login is offered before TLS');
    const late = await serve(submission([], usual));
    expect((await run(`smtp://localhost:${late.port}`)).said).not.toContain('a login is offered before TLS');
  });

  test('login methods that are told only after TLS are not called missing where TLS failed', async () => {
    const server = await serve(submission(usual.slice(0, 2), usual), { certificate: certificates.expired });
    const { code, said } = await run(`smtp://localhost:${server.port}`);
    expect(code).toBe(1);
    expect(said).toContain('Login methods not seen (told only after TLS) ');
    const { said: japanese } = await run(`smtp://localhost:${server.port}`, '--lang', 'ja');
    expect(japanese).toContain('ログイン方法 未確認(TLSの後で示されます) ');
    const open = await serve(submission([], ['PIPELINING']));
    expect((await run(`smtp://localhost:${open.port}`)).said).toContain('Login methods none offered ');
  });

  test('of POP3 and IMAP', async () => {
    const capa = (...lines: string[]) => [/^CAPA$/, ['+OK', ...lines, '.']] as const;
    const pop3 = await serve([
      { send: '+OK ready' },
      {
        answer: [
          capa('STLS', 'UIDL'),
          [/^STLS$/, '+OK', ['starttls', { answer: [capa('UIDL', 'USER', 'SASL PLAIN'), [/^QUIT/, '+OK']] }]],
        ],
      },
    ]);
    const imap = await serve(
      [
        { send: '* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2 APPENDLIMIT=26214400] ready' },
        { answer: [[/./, (line: string) => `${line.split(' ')[0]} OK`]] },
      ],
      implicit,
    );
    const { code, out } = await run(`pop3://localhost:${pop3.port}`, `imaps://localhost:${imap.port}`);
    expect(code).toBe(0);
    expect(out).toMatch(/Before TLS +STLS, UIDL\n/);
    expect(out).toMatch(/Login methods +PLAIN, USER\n/);
    expect(out).toMatch(/Login methods +XOAUTH2\n/);
    expect(out).toMatch(/Size limit +25 MiB/);
    expect(out).toContain('2 without a fault, 0 with a fault, 0 not determined.');
    expect(pop3.received.flat()).toEqual(['CAPA', 'STLS', 'CAPA', 'QUIT']);
    expect(out).toMatch(/TLS +TLS 1\.3, TLS_AES_\w+, after STLS\n/);
  });

  test('of an Exchange address', async () => {
    const server = await serve(
      https(
        'HTTP/1.1 401 Unauthorized',
        'Server: Microsoft-IIS/10.0',
        'WWW-Authenticate: Negotiate',
        'WWW-Authenticate: NTLM',
        'X-FEServer: EX01',
      ),
      implicit,
    );
    const { code, out, said } = await run(`https://localhost:${server.port}`);
    expect(code).toBe(0);
    expect(out).toMatch(/✓ HTTP answer +\d+ ms/);
    expect(out).toContain('401 Unauthorized (GET /EWS/Exchange.asmx)');
    expect(said).toContain('Server Microsoft-IIS/10.0 Sign-in Negotiate NTLM Headers x-feserver: EX01');
    const { out: json } = await run(`https://localhost:${server.port}`, '--format', 'json');
    const { hosts } = JSON.parse(json) as { hosts: { observation: unknown }[] };
    expect(hosts).toMatchObject([{ verdict: 'fine', observation: { http: { status: 401 } } }]);
    expect(session.safeParse(hosts[0]?.observation).error).toBeUndefined();
  });

  test('to a program: an observation as in saved evidence, and the size in bytes', async () => {
    const server = await serve(submission(['AUTH PLAIN'], usual));
    const { out } = await run(`smtp://localhost:${server.port}`, '--format', 'json');
    const report = JSON.parse(out) as { hosts: { observation: unknown }[] };
    expect(report).toMatchObject({
      version: 1,
      command: 'probe',
      hosts: [
        {
          url: `smtp://localhost:${server.port}`,
          assumed: false,
          verdict: 'fine',
          sizeLimit: 36_700_160,
          findings: [],
          observation: { capabilitiesBeforeTls: ['STARTTLS', 'AUTH PLAIN'], capabilities: usual },
        },
      ],
    });
    expect(session.safeParse(report.hosts[0]?.observation).error).toBeUndefined();
  });
});

describe('a login, only where a user name is given', () => {
  test.each([
    ['--password-env', 'PASS'],
    ['--password-file', 'password'],
  ])('%s', async (...reference) => {
    const server = await serve(submission([], usual));
    const argv = [`smtp://localhost:${server.port}`, '--user', 'admin', ...reference, '--verbose'];
    const { code, out } = await run(...argv);
    expect(code).toBe(0);
    expect(out).toMatch(/Login +works \(PLAIN\)\n/);
    expect(out).toContain('> AUTH PLAIN ***');
  });

  test('a wrong password is a fault, and says what to do without speaking of records', async () => {
    const server = await serve(submission([], usual));
    const argv = [`smtp://localhost:${server.port}`, '--user', 'admin', '--password-env', 'WRONG'];
    const { code, said } = await run(...argv);
    expect(code).toBe(1);
    expect(said).toContain('MC517');
    expect(said).toContain('Give --user and the password');
    expect(said).toContain(
      `Look again: mailcheck probe smtp://localhost:${server.port} --user admin --password-env WRONG`,
    );
    expect(said).not.toMatch(/\brecord/);
  });

  test('a password that cannot be read: nobody is contacted, and nothing is determined', async () => {
    const server = await serve(submission([], usual));
    const argv = [`smtp://localhost:${server.port}`, '--user', 'admin'];
    const missing = await run(...argv, '--password-env', 'NOWHERE');
    expect(missing.code).toBe(3);
    expect(missing.said).toContain(
      'not looked at (the password could not be read: env NOWHERE (not set)) Set the environment variable NOWHERE to the password,',
    );
    const noFile = await run(...argv, '--password-file', 'nowhere.txt');
    expect(noFile.said).toContain('Write the password into the file nowhere.txt, or name another one with');
    for (const { said } of [missing, noFile]) expect(said).not.toMatch(/\brecord|outgoing/);
    const japanese = await run(...argv, '--password-env', 'NOWHERE', '--lang', 'ja');
    expect(japanese.out.replaceAll(/\s+/g, '')).toContain('環境変数NOWHEREにパスワードを設定するか');
    expect(japanese.out).not.toMatch(/設定ファイル|送信/);
    expect(server.received).toEqual([]);
  });

  test('never without TLS', async () => {
    const server = await serve(clear(hello('AUTH PLAIN', 'STARTTLS'), goodLogin));
    const argv = [
      `smtp://localhost:${server.port}`,
      '--tls',
      'none',
      '--user',
      'admin',
      '--password-env',
      'PASS',
    ];
    const { code, said } = await run(...argv);
    expect(code).toBe(1);
    expect(said).toContain('MC528');
    expect(said).not.toContain('allowClearTextCredentials');
    // Looking again as before would end as before.
    expect(said).toContain(`Look again: mailcheck probe smtp://localhost:${server.port} --user`);
    expect(server.received.flat().join(' ')).not.toContain('AUTH');
  });
});

describe('certificates', () => {
  test.each([
    ['expired', 'MC508', 'expired on 2020-02-01', '2020-02-01 00:00:00 UTC に期限が切れています'],
    ['notYetValid', 'MC508', 'valid only from 2098-01-01', '2098-01-01 00:00:00 UTC から有効です'],
    ['otherHost', 'MC509', 'not for "localhost", but for another.example', '証明書の名前: another.example。'],
    ['selfSigned', 'MC510', 'CN=localhost (self-signed)', 'CN=localhost(自己署名)'],
    [
      'withoutIntermediate',
      'MC510',
      '← O=mailcheck, CN=mailcheck test intermediate (missing: not sent by the server and not known here)',
      '← O=mailcheck, CN=mailcheck test intermediate(不足: サーバーから届かず、ここでも知られていない)',
    ],
  ] as const)('%s', async (which, code, english, japanese) => {
    const server = await serve(['silence'], { certificate: certificates[which], implicit: true });
    const url = `smtps://localhost:${server.port}`;
    const en = await run(url);
    expect(en.code).toBe(1);
    expect(en.said).toContain(code);
    expect(en.said).toContain(english);
    expect(en.said).toMatch(/Valid from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d\. Chain: CN=/);
    expect(en.said).toContain(
      code === 'MC509' ? 'is not for "localhost"' : 'Host asked for: localhost. Names in',
    );
    const ja = await run(url, '--lang', 'ja');
    expect(ja.code).toBe(1);
    // Lines are broken between any two Japanese letters.
    expect(ja.out.replaceAll(/\s+/g, '')).toContain(japanese.replaceAll(' ', ''));
  });

  test('TLS 1.0 only: the version is named', async () => {
    const server = await serve(['silence'], { implicit: true, maxVersion: 'TLSv1' });
    const url = `imaps://localhost:${server.port}`;
    const en = await run(url);
    expect(en.code).toBe(1);
    expect(en.said).toContain(
      `MC511 localhost:${server.port} has TLS 1.0 at most; TLS 1.2 or newer is needed.`,
    );
    expect(en.out).toMatch(/TLS +TLS 1\.0 at most/);
    expect((await run(url, '--lang', 'ja')).said).toContain('対応しているのは TLS 1.0 までです');
  });
});

describe('what works today and is a warning all the same', () => {
  const at = async (now: string, ...argv: string[]) => {
    const world = testWorld({ cwd: folder, now: () => new Date(now) });
    const code = await main(['probe', '--ca-file', 'ca.pem', ...argv], world);
    return { code, said: world.printed.join('').replaceAll(/\s+/g, ' ') };
  };

  test.each([
    ['2097-12-18T12:00:00Z', 'MC582', '(13 days left)', '(残り13日)'],
    ['2097-12-31T12:00:00Z', 'MC582', '(0 days left)', '(残り0日)'],
    ['2097-11-01T12:00:00Z', undefined, 'nothing wrong was found', '問題は見つかりませんでした'],
  ])('a certificate that ends soon: on %s', async (now, finding, english, japanese) => {
    const server = await serve(submission([], usual));
    const url = `smtp://localhost:${server.port}`;
    const en = await at(now, url);
    expect(en.code).toBe(0);
    expect(en.said).toContain(english);
    expect(en.said.includes('MC582')).toBe(finding !== undefined);
    if (finding !== undefined) expect(en.said).toContain(`! ${url} no fault, but something to look into`);
    expect((await at(now, url, '--lang', 'ja')).said).toContain(japanese);
  });

  test.each([
    ['SIZE 500', 'MC583 localhost'],
    ['SIZE 10240000', undefined],
  ])('a limit of size that ordinary mail exceeds: %s', async (size, finding) => {
    const server = await serve(submission([], ['PIPELINING', size]));
    const { code, said } = await run(`smtp://localhost:${server.port}`);
    expect(code).toBe(0);
    expect(said).toContain(finding ?? 'nothing wrong was found');
    if (finding !== undefined) expect(said).toContain('at most 500 bytes (SIZE 500)');
  });
});

describe('what else is found', () => {
  test('another TLS mode: the command that fits is given', async () => {
    const server = await serve(submission([], usual));
    const { code, said } = await run(`smtps://localhost:${server.port}`);
    expect(code).toBe(1);
    expect(said).toContain('MC505');
    expect(said).toContain('it was asked for TLS at once');
    expect(said).toContain(`mailcheck probe smtp://localhost:${server.port} --tls starttls`);
  });

  test.each([
    [{ send: '+OK ready' }, {}, 'smtp', 'pop3'],
    [{ send: '* OK ready' }, implicit, 'smtps', 'imaps'],
    [{ send: '* OK ready' }, {}, 'smtps', 'imap'],
  ] as const)('another protocol: its URL is given %j', async (greeting, options, typed, meant) => {
    const server = await serve([greeting, 'silence'], options);
    const { code, said } = await run(`${typed}://localhost:${server.port}`);
    expect(code).toBe(1);
    expect(said).toContain('MC512');
    expect(said).toContain(`Look again: mailcheck probe ${meant}://localhost:${server.port} --ca-file`);
  });

  test('mail where Exchange was looked for: its URL is given without the path, which probe would refuse', async () => {
    const server = await serve([{ send: '220 mx.example.com ESMTP' }, 'silence'], implicit);
    const { code, said } = await run(`https://localhost:${server.port}`);
    expect(code).toBe(1);
    expect(said).toContain(`Look again: mailcheck probe smtps://localhost:${server.port} --ca-file`);
  });

  test.each([
    ['HTTP/1.1 404 Not Found', 1, 'there is nothing at this path'],
    ['HTTP/1.1 503 Service Unavailable', 1, 'MSExchangeServicesAppPool'],
    ['HTTP/1.1 429 Too Many Requests', 3, 'it asks to come back later'],
    ['HTTP/1.1 302 Found', 0, 'it sends the request elsewhere'],
  ])('%s', async (status, expected, words) => {
    const server = await serve(https(status), implicit);
    const { code, said } = await run(`https://localhost:${server.port}`);
    expect(code).toBe(expected);
    expect(said).toContain('MC545');
    expect(said).toContain(words);
    if (expected === 0) expect(said).toContain('! https://localhost');
  });

  test('of several the worst counts, each is told', async () => {
    const good = await serve(submission([], usual));
    const closed = await unusedPort();
    const { code, said } = await run(`smtp://localhost:${good.port}`, `smtp://localhost:${closed}`);
    expect(code).toBe(1);
    expect(said).toContain(`✓ smtp://localhost:${good.port}`);
    expect(said).toContain(`✗ smtp://localhost:${closed}`);
    expect(said).toContain('MC503');
    expect(said).toContain('1 without a fault, 1 with a fault, 0 not determined.');
  });

  test('the same server twice is looked at once', async () => {
    const server = await serve(submission([], usual));
    await run(`smtp://localhost:${server.port}`, `smtp://localhost:${server.port}/`);
    expect(server.received).toHaveLength(1);
  });
});

describe('on a terminal', () => {
  const steering = '\u001b]0;owned\u0007\u001b[2J\u009b31m\b\bred \u202egnp';

  test.each(languages)(
    'nothing a server says steers it, and 80 columns are enough (%s)',
    async (language) => {
      const many = Array.from({ length: 150 }, (_, index) => `X-CAPABILITY-${index} ${steering}`);
      const server = await serve([
        { send: `220 ${steering} ${'long '.repeat(200)}` },
        { answer: [hello('STARTTLS', ...many), [/^STARTTLS$/, `454 ${steering}`], quit] },
      ]);
      const web = await serve(
        https('HTTP/1.1 403 Forbidden', 'Server: \u00e9\u00ff', 'Location: /x'),
        implicit,
      );
      const urls = [`smtp://localhost:${server.port}`, `https://localhost:${web.port}`];
      for (const options of [[], ['--verbose']]) {
        const { code, out } = await run(...urls, '--lang', language, ...options);
        expect(code).toBe(1);
        // oxlint-disable-next-line no-control-regex -- what steers a terminal is what must not be there
        expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
        const lines = out.split('\n').filter((line) => !/^ +\d+ [<>*] /.test(line));
        for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(80);
      }
      const { out } = await run(...urls, '--format', 'json');
      // oxlint-disable-next-line no-control-regex -- what steers a terminal is what must not be there
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    },
  );

  test.each([
    ['en', 'Assumed: smtps://localhost:465'],
    ['ja', 'smtps://localhost:465 とみなしました'],
  ])('what was assumed is said (%s)', async (language, words) => {
    const { said } = await run('localhost:465', '--timeout', '1', '--lang', language);
    expect(said).toContain(words);
  });
});

describe('misuse', () => {
  const url = 'smtp://localhost:1';
  test.each([
    [[], '<urls> is missing'],
    [[url, '--user', 'admin'], '--user needs its password: --password-env VARIABLE'],
    [[url, '--password-env', 'PASS'], 'add --user NAME'],
    [[url, '--user', 'a', '--password-env', 'P', '--password-file', 'f'], 'not both'],
    [['https://localhost:1', '--user', 'a', '--password-env', 'P'], 'no login is sent there'],
    [[url, '--tls', 'maybe'], '--tls cannot be "maybe"'],
    [['smtp://a:b@localhost'], 'does not belong in a URL'],
    [Array.from({ length: 21 }, (_, index) => `smtp://localhost:${index + 1}`), 'At most 20 servers'],
  ])('%j', async (argv, words) => {
    const { code, out, err } = await run(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect((await run(...argv, '--lang', 'ja')).err).toMatch(/[\u3040-\u30ff]/);
  });

  test('an authority that cannot be read', async () => {
    const { code, err } = await run(url, '--ca-file', 'nowhere.pem');
    expect(code).toBe(2);
    expect(err).toContain('nowhere.pem');
  });

  test('a password as an option is refused and not repeated', async () => {
    const { code, err } = await run(url, '--password=Pa55word');
    expect(code).toBe(2);
    expect(err).toContain('There is no option --password.');
    expect(err).not.toContain('Pa55word');
  });
});
