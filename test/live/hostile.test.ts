// Shows that a hostile server gets no secret, no terminal and no more time than it is given: silence, drips, floods, escape
// sequences, echoes; all through the public command.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothOff, done, expectFault, hello, meetHostile, untouched } from './fault-world.ts';
import { describeLive } from './live.ts';
import { installProgram, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

const drip = (text: string) => [{ drip: text, everyMilliseconds: 100, forever: true }] as const;
const steering = '\u001b]0;owned\u0007\u001b[2J\u009b31m\b\bred';
const password = 'Pa55-word-nobody-else-has';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describeLive('hostile servers', () => {
  let servers: LiveServers;
  let program: Program;
  beforeAll(async () => {
    // For their certificates: the scripted servers are to be trusted as the real ones are.
    [servers, program] = await Promise.all([startServers({ numberedAccounts: 0 }), installProgram()]);
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  describe.concurrent('whatever they say', () => {
    test('one that never greets, in clear text and behind TLS', async () => {
      const silent = { smtp: ['silence'], incoming: ['silence'], protocol: 'pop3' } as const;
      for (const clearText of [true, false]) {
        const met = await meetHostile(servers, program, silent, { clearText });
        expectFault(met, 'MC513', 'network', untouched);
        // Of the two seconds, a busy machine may need some for the handshake.
        expect(met.said).toMatch(/sent no SMTP greeting within (?:1\.\d|2) s/);
      }
    });

    test('one that drips', async () => {
      const met = await meetHostile(servers, program, {
        smtp: [{ send: '220 hello' }, { answer: [hello.smtp, [/^AUTH/, [], drip('235-')]] }],
        incoming: drip('* OK '),
        protocol: 'imap',
      });
      expectFault(met, 'MC526', 'network', untouched);
      expect(met.said).toMatch(/gave no whole answer within \S+ s at the login \(\d+ bytes came\)/);
      expect(met.said).toMatch(/gave no whole answer within \S+ s at the greeting \(\d+ bytes came\)/);
    });

    test('one that closes, and one that resets, in the middle', async () => {
      const met = await meetHostile(servers, program, {
        smtp: [{ send: '220 hello' }, { answer: [hello.smtp, [/^AUTH/, [], ['close']]] }],
        incoming: [{ send: '+OK' }, { answer: [hello.pop3, [/^AUTH/, [], ['reset']]] }],
        protocol: 'pop3',
      });
      expectFault(met, 'MC514', 'network', untouched);
      expect(met.said).toContain('closed the connection during the login.');
      // The last thing that it said was yes to EHLO: not its words on this.
      expect(met.record).not.toHaveProperty('lastTest.outgoing.reply');
    });

    test.each([
      ['pop3', [{ send: '+OK' }, { answer: [[/^CAPA/, '+OK', [{ flood: 'X'.repeat(70), bytes: 8e6 }]]] }]],
      ['imap', [{ raw: `* OK ${'x'.repeat(4e6)}` }]],
    ] as const)('megabytes in a reply (%s)', async (protocol, incoming) => {
      const smtp = [
        { send: '220 hello' },
        { answer: [[/^EHLO/, [], [{ flood: `250-${'x'.repeat(60)}`, bytes: 8e6 }]]] },
      ] as const;
      const met = await meetHostile(servers, program, { smtp, incoming, protocol });
      expectFault(met, 'MC515', 'network', untouched);
      expect(met.said).toMatch(/sent more than \d+ bytes in one answer/);
      expect(met.evidence.length).toBeLessThan(200_000);
    });

    test.each([
      ['pop3', [{ send: `+OK ${steering}` }, { answer: [[/^CAPA/, `-ERR ${steering}`, ['close']]] }]],
      ['imap', [{ send: `* BYE ${steering}` }]],
    ] as const)('escape sequences, to a person and to a program (%s)', async (protocol, incoming) => {
      const smtp = [
        { send: `220 ${steering}` },
        { answer: [hello.smtp, [/^AUTH/, `535 5.7.8 ${steering}`]] },
      ] as const;
      const hostile = { smtp, incoming, protocol } as const;
      const met = await meetHostile(servers, program, hostile, { argv: ['--verbose'] });
      expect(met.code).toBe(1);
      expect(met.said).toContain('535 5.7.8 \\x1b]0;owned\\x07\\x1b[2J\\x9b31m\\x08\\x08red');
      expect(JSON.stringify(met.record)).toContain('5.7.8 \\\\x1b]0;owned');

      const { code, out } = await meetHostile(servers, program, hostile, { argv: ['--format', 'json'] });
      expect(code).toBe(1);
      expect(out).toContain('\\u001b]0;owned');
    });

    test.each(['pop3', 'imap'] as const)('the password echoed in every form (%s)', async (protocol) => {
      const echo = (line: string): string => `${line} = ${password} = ${base64(password)} = ${line}`;
      const met = await meetHostile(
        servers,
        program,
        {
          smtp: [
            { send: '220 hello' },
            { answer: [hello.smtp, [/^AUTH/, (line) => `535 5.7.8 ${echo(line)}`]] },
          ],
          incoming:
            protocol === 'pop3'
              ? [{ send: '+OK' }, { answer: [hello.pop3, [/^AUTH/, (line) => `-ERR [AUTH] ${echo(line)}`]] }]
              : [
                  { send: '* OK hello' },
                  {
                    answer: [
                      hello.imap,
                      [/^\S+ ID/, (line) => done(line)],
                      [/^\S+ AUTH/, (line) => done(line, `NO [AUTHENTICATIONFAILED] ${echo(line)}`)],
                    ],
                  },
                ],
          protocol,
        },
        { password, argv: ['--verbose'] },
      );
      // That nothing of it is shown or saved is checked for every run; here, that there was something to hide.
      expect(met.received.join('\n')).toContain(base64(`\0admin@example.com\0${password}`));
      expectFault(met, 'MC517', 'credential', bothOff);
      expect(met.said).toContain('535 5.7.8 AUTH PLAIN *** = *** = *** = AUTH PLAIN ***');
    });
  });
});
