// How an access token is put on the wire over SMTP, POP3 and IMAP: which mechanism, on which line, and what becomes of an
// error challenge, from the honest one to the hostile.

import { describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import { parseBearerChallenge } from '../../src/core/mail/bearer-challenge.ts';
import { replyWords } from '../../src/core/mail/reply-words.ts';
import { openImap } from '../../src/io/probes/imap.ts';
import { openPop3 } from '../../src/io/probes/pop3.ts';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import type { Answer, LineServer, Script } from '../line-server.ts';
import { probeContext, probeRequest, stepLines, theStep, tokenNamed } from '../probe-world.ts';
import { clear, hello, serve, trusting } from '../smtp-servers.ts';
import { capability, examine, logout, namespace, tagged } from './imap-script.ts';

const shortToken = 'ya29.short-token_of~the+admin/==';
const longToken = `eyJ0eXAi.${'long'.repeat(600)}.signature-of-the-token`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const json = (fields: object): string => base64(JSON.stringify(fields));
const xoauth2 = (token: string, user = 'admin'): string =>
  base64(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`);
const oauthBearer = (token: string, port: number, user = 'admin'): string =>
  base64(`n,a=${user},\u0001host=localhost\u0001port=${port}\u0001auth=Bearer ${token}\u0001\u0001`);
const google = json({ status: '401', schemes: 'bearer', scope: 'https://mail.google.com/' });

const implicit = { implicit: true } as const;
const withToken = (value: string) =>
  probeContext({
    ...trusting,
    token: () => Promise.resolve({ outcome: { outcome: 'ok' }, milliseconds: 0, value }),
  });
const asking = (server: LineServer, changes: Partial<ProbeRequest> = {}): ProbeRequest =>
  probeRequest(server.port, {
    tls: 'implicit',
    credentials: { kind: 'bearer', user: 'admin', token: tokenNamed('one') },
    ...changes,
  });
const asPop3 = { protocol: 'pop3', direction: 'incoming' } as const;
const asImap = { protocol: 'imap', direction: 'incoming' } as const;

/** What came; a farewell is not waited for and may come later. */
const said = (server: LineServer): string[] => (server.received[0] ?? []).filter((line) => line !== 'QUIT');

/** The server asks for the response, then answers it. */
const askingFor = (command: RegExp, ...after: Answer[]): Answer => [command, '334 ', [{ answer: after }]];
const bye: Answer = [/^QUIT$/, '221 2.0.0 Bye', ['close']];

describe('SMTP', () => {
  test('a short token goes with the command, a long one on a line of its own', async () => {
    const ok: Answer = [/^/, '235 2.7.0 Accepted', [{ answer: [bye] }]];
    for (const [token, lines] of [
      [shortToken, [`AUTH XOAUTH2 ${xoauth2(shortToken)}`]],
      [longToken, ['AUTH XOAUTH2', xoauth2(longToken)]],
    ] as const) {
      const login: Answer[] = [askingFor(/^AUTH XOAUTH2$/, ok), [/^AUTH XOAUTH2 /, '235 2.7.0 Accepted']];
      const server = await serve(clear(hello('AUTH OAUTHBEARER PLAIN XOAUTH2'), ...login), implicit);
      const seen = await probeSmtp(asking(server), withToken(token));
      expect(theStep(seen, 'login').outcome).toBe('ok');
      expect(seen.mechanismUsed).toBe('XOAUTH2');
      expect(said(server).slice(1)).toEqual(lines);
      expectNotShown(seen, token);
    }
  });

  test('OAUTHBEARER where it is the only one; names with "," and "=" are written as GS2 wants them', async () => {
    const server = await serve(
      clear(hello('AUTH OAUTHBEARER'), [/^AUTH OAUTHBEARER /, '235 2.7.0 Accepted']),
      implicit,
    );
    const request = asking(server, {
      credentials: { kind: 'bearer', user: 'a=b,c@example.com', token: tokenNamed('one') },
    });
    const seen = await probeSmtp(request, withToken(shortToken));
    expect(seen.mechanismUsed).toBe('OAUTHBEARER');
    const response = oauthBearer(shortToken, server.port, 'a=3Db=2Cc@example.com');
    expect(server.received[0]?.[1]).toBe(`AUTH OAUTHBEARER ${response}`);
  });

  test.each([
    ['XOAUTH2', '', google, { status: '401', schemes: 'bearer', scope: 'https://mail.google.com/' }],
    ['OAUTHBEARER', 'AQ==', json({ status: 'invalid_token' }), { status: 'invalid_token' }],
  ] as const)(
    '%s: the challenge is answered with "%s", and kept with the refusal',
    async (mechanism, surrender, challenge, read) => {
      const refusal: Answer = [/^/, '535 5.7.8 Not accepted', [{ answer: [bye] }]];
      const server = await serve(
        clear(hello(`AUTH ${mechanism}`), [/^AUTH /, `334 ${challenge}`, [{ answer: [refusal] }]]),
        implicit,
      );
      const seen = await probeSmtp(asking(server), withToken(shortToken));
      expect(server.received[0]?.[2]).toBe(surrender);
      expect(theStep(seen, 'login')).toMatchObject({
        outcome: 'refused',
        reply: { code: '535', enhanced: '5.7.8', challenge: read },
      });
    },
  );

  test('a server that is gone after its challenge', async () => {
    const login: Answer = [/^AUTH /, `334 ${google}`, [{ expect: /^$/ }, 'close']];
    const server = await serve(clear(hello('AUTH XOAUTH2'), login), implicit);
    const seen = await probeSmtp(asking(server), withToken(shortToken));
    expect(theStep(seen, 'login').outcome).toBe('closed');
  });

  test('a token that comes back in the challenge is masked there too', async () => {
    const challenge = json({ status: shortToken, scope: `scope ${shortToken}` });
    const refusal: Answer = [/^/, `535 5.7.8 ${shortToken}`, [{ answer: [bye] }]];
    const login: Answer = [/^AUTH /, `334 ${challenge}`, [{ answer: [refusal] }]];
    const server = await serve(clear(hello('AUTH XOAUTH2'), login), implicit);
    const seen = await probeSmtp(asking(server), withToken(shortToken));
    expect(theStep(seen, 'login')).toMatchObject({ reply: { challenge: { status: '***' } } });
    expectNotShown(seen, shortToken);
  });

  test.each([
    ['AUTH PLAIN LOGIN', shortToken, 'rejected:no-common-mechanism'],
    ['SIZE', shortToken, 'rejected:authentication-not-offered'],
    ['AUTH XOAUTH2', 'to\u0001ken', 'rejected:unsafe-characters'],
    ['AUTH XOAUTH2', 'to\r\nken', 'rejected:unsafe-characters'],
  ])('offered %s: %s is not sent', async (capabilities, token, outcome) => {
    const server = await serve(clear(hello(capabilities)), implicit);
    const seen = await probeSmtp(asking(server), withToken(token));
    expect(stepLines(seen)).toContain(`login ${outcome}`);
    expect(said(server)).toEqual([expect.stringContaining('EHLO')]);
  });
});

describe('POP3', () => {
  const capa = (...lines: string[]): Answer => [/^CAPA$/, ['+OK', ...lines, '.']];
  const quit: Answer = [/^QUIT$/, '+OK', ['close']];
  const stat: Answer = [/^STAT$/, '+OK 0 0'];
  const talk = (...answers: Answer[]): Script => [{ send: '+OK ready' }, { answer: [...answers, quit] }];

  test('a token of any length goes on a line of its own', async () => {
    const ok: Answer = [/^/, '+OK Logged in.', [{ answer: [stat, quit] }]];
    const login: Answer = [/^AUTH XOAUTH2$/, '+ ', [{ answer: [ok] }]];
    const server = await serve(talk(capa('SASL PLAIN XOAUTH2', 'PIPELINING'), login), implicit);
    const { observation } = await openPop3(asking(server, asPop3), withToken(longToken), false);
    expect(stepLines(observation)).toContain('inbox ok');
    expect(said(server)).toEqual(['CAPA', 'AUTH XOAUTH2', xoauth2(longToken), 'STAT']);
    expectNotShown(observation, longToken);
  });

  test('the challenge is read, and answered before the refusal comes', async () => {
    const no: Answer = [/^AQ==$/, '-ERR [AUTH] No.', [{ answer: [quit] }]];
    const challenge: Answer = [/^/, `+ ${json({ status: 'insufficient_scope' })}`, [{ answer: [no] }]];
    const login: Answer = [/^AUTH OAUTHBEARER$/, '+', [{ answer: [challenge] }]];
    const server = await serve(talk(capa('SASL OAUTHBEARER'), login), implicit);
    const { observation } = await openPop3(asking(server, asPop3), withToken(shortToken), false);
    expect(theStep(observation, 'login')).toMatchObject({
      outcome: 'refused',
      reply: { code: '-ERR', enhanced: 'AUTH', challenge: { status: 'insufficient_scope' } },
    });
    expect(server.surprises).toEqual([]);
  });

  test.each([[capa('USER', 'UIDL')], [[/^CAPA$/, '-ERR unknown'] as Answer]])(
    'a token is no password: USER and PASS never get it',
    async (answer) => {
      const server = await serve(talk(answer), implicit);
      const { observation } = await openPop3(asking(server, asPop3), withToken(shortToken), false);
      expect(stepLines(observation)).toContain('login rejected:no-common-mechanism');
      expect(said(server)).toEqual(['CAPA']);
    },
  );
});

describe('IMAP', () => {
  const after: Answer[] = [capability('NAMESPACE'), namespace, examine(), logout];
  const ready = (...names: string[]): string => `* OK [CAPABILITY IMAP4rev1 ${names.join(' ')}] ready`;
  /** The tag is the command's, however many lines later the answer comes. */
  function inTurns(mechanism: string, turns: readonly string[], result: string, then: Answer[]): Answer {
    let tag = '';
    const last: Script = [{ answer: [[/^/, () => `${tag} ${result}`, [{ answer: then }]]] }];
    const script = turns.reduceRight<Script>((next, turn) => [{ answer: [[/^/, `+ ${turn}`, next]] }], last);
    return [
      new RegExp(`^\\S+ AUTHENTICATE ${mechanism}$`),
      (line) => {
        tag = line.split(' ')[0] ?? '';
        return '+ ';
      },
      script,
    ];
  }

  test.each([
    ['with SASL-IR in the command', ['SASL-IR', 'AUTH=XOAUTH2', 'AUTH=OAUTHBEARER']],
    ['without SASL-IR on a line of its own', ['AUTH=XOAUTH2', 'AUTH=OAUTHBEARER']],
  ])('the token goes %s', async (_where, offered) => {
    const server = await serve(
      [
        { send: ready(...offered) },
        {
          answer: [
            tagged(/AUTHENTICATE XOAUTH2 \S+$/, 'OK in'),
            inTurns('XOAUTH2', [], 'OK in', after),
            ...after,
          ],
        },
      ],
      implicit,
    );
    const { observation } = await openImap(asking(server, asImap), withToken(longToken), false);
    expect(stepLines(observation)).toContain('inbox ok');
    expect(observation.mechanismUsed).toBe('XOAUTH2');
    expect(server.received[0]?.join(' ')).toContain(xoauth2(longToken));
    expect(server.received[0]?.[0]?.includes(xoauth2(longToken))).toBe(offered.includes('SASL-IR'));
    expectNotShown(observation, longToken);
  });

  test.each([
    ['XOAUTH2', '', google, { status: '401', schemes: 'bearer', scope: 'https://mail.google.com/' }],
    ['OAUTHBEARER', 'AQ==', json({ status: 'invalid_token' }), { status: 'invalid_token' }],
  ] as const)(
    '%s: the challenge is answered with "%s", and kept',
    async (mechanism, surrender, challenge, read) => {
      const refusal = 'NO [AUTHENTICATIONFAILED] No.';
      const login = inTurns(mechanism, [challenge], refusal, [logout]);
      const server = await serve(
        [{ send: ready(`AUTH=${mechanism}`) }, { answer: [login, logout] }],
        implicit,
      );
      const { observation } = await openImap(asking(server, asImap), withToken(shortToken), false);
      expect(theStep(observation, 'login')).toMatchObject({
        outcome: 'refused',
        reply: { code: 'NO', enhanced: 'AUTHENTICATIONFAILED', challenge: read },
      });
      expect(server.received[0]?.[2]).toBe(surrender);
      expectNotShown(observation, shortToken);
    },
  );

  test.each([
    [['AUTH=PLAIN'], 'rejected:no-common-mechanism'],
    [['SASL-IR'], 'rejected:no-common-mechanism'],
    [['LOGINDISABLED'], 'rejected:authentication-not-offered'],
  ])('offered %s: the token is not sent', async (offered, outcome) => {
    const server = await serve([{ send: ready(...offered) }, { answer: [logout] }], implicit);
    const { observation } = await openImap(asking(server, asImap), withToken(shortToken), false);
    expect(stepLines(observation)).toContain(`login ${outcome}`);
    expect(server.received[0]?.join(' ')).not.toContain('AUTHENTICATE');
  });

  test('a mailbox that is open before anybody logged in proves nothing of the token', async () => {
    const script: Script = [
      { send: '* PREAUTH [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] hello' },
      { answer: after },
    ];
    const server = await serve(script, implicit);
    const { observation } = await openImap(asking(server, asImap), withToken(shortToken), false);
    expect(stepLines(observation)).toContain('login rejected:authentication-not-offered');
  });
});

describe('what a challenge says', () => {
  test.each([
    [google, { status: '401', schemes: 'bearer', scope: 'https://mail.google.com/' }],
    [json({ status: 401 }), { status: '401' }],
    [json({ status: 'x'.repeat(500), scope: '' }), { status: 'x'.repeat(200) }],
    ['', undefined],
    ['not base64!', undefined],
    [base64('no json'), undefined],
    [base64('null'), undefined],
    [json(['status']), undefined],
    [json({ scope: 'mail' }), undefined],
    [json({ status: { nested: true } }), undefined],
    [json({ status: 'x', pad: 'y'.repeat(20_000) }), undefined],
  ])('%.40s', (text, read) => {
    expect(parseBearerChallenge(text)).toEqual(read);
  });

  test('stands behind the server’s words, also where those are long', () => {
    const reply = { code: '535', enhanced: '5.7.8', text: 'x'.repeat(1_000) };
    const words = replyWords({ ...reply, challenge: { status: 'invalid_token', scope: 'mail' } });
    expect(words).toMatch(/^535 5\.7\.8 x+… \{status: invalid_token, scope: mail\}$/);
  });
});

/** Neither as it is nor as it went over the wire. */
function expectNotShown(seen: unknown, token: string): void {
  const text = JSON.stringify(seen);
  for (const form of [token, xoauth2(token), base64(token), token.slice(-20)])
    expect(text).not.toContain(form);
}
