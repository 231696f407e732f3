// What a transcript shows and, above all, what it never shows.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTranscript } from '../../src/io/probes/transcript.ts';

const publicWords = ['mail.contoso.com', 'taro@contoso.com', 'taro'];

function masked(secret: string, text: string): string {
  const transcript = createTranscript(publicWords);
  transcript.hide(secret);
  return transcript.mask(text);
}

describe('mask', () => {
  const secret = fc.string({ minLength: 8, maxLength: 40 }).filter((text) => /^[\x21-\x7e]{8,}$/.test(text));
  const around = fc.string({ maxLength: 20 });

  test('no form of a secret survives, wherever it stands', () => {
    fc.assert(
      fc.property(secret, around, around, fc.string({ maxLength: 10 }), (secret, before, after, user) => {
        const base64 = (text: string): string => Buffer.from(text).toString('base64');
        const forms = [
          secret,
          secret.toUpperCase(),
          encodeURIComponent(secret),
          new URLSearchParams({ secret }).toString(),
          base64(secret),
          base64(`\0${user}\0${secret}`),
          base64(`user=${user}\u0001auth=Bearer ${secret}\u0001\u0001`),
          JSON.stringify({ secret }),
        ];
        for (const form of forms) {
          const shown = masked(secret, `${before} ${form} ${after}`);
          expect(shown).toContain('***');
          // Decoded, too: no token that is left gives it back.
          const decoded = shown
            .split(/[^A-Za-z0-9+/=]/)
            .map((token) => Buffer.from(token, 'base64').toString());
          const everything = [shown, ...decoded].join('\n').toLowerCase();
          if (!`${before} ${after}`.toLowerCase().includes(secret.toLowerCase())) {
            expect(everything).not.toContain(secret.toLowerCase());
          }
        }
      }),
    );
  });

  test.each([
    ['a command cut short', 'Xk29!vmPq77z', 'bad command: PASS Xk29!vmP', 'bad command: PASS ***'],
    ['its end', 'Xk29!vmPq77z', '…vmPq77z?', '…***?'],
    ['twice', 'Xk29!vmPq77z', 'Xk29!vmPq77z/Xk29!vmPq77z', '***/***'],
    ['a short one, standing alone', 'ab1', 'PASS ab1 in slab12', 'PASS *** in slab12'],
    ['a short one in SASL PLAIN', 'ab1', 'AUTH PLAIN AHRhcm8AYWIx', 'AUTH PLAIN ***'],
    ['not in Latin letters', 'パスワード秘密', 'PASS パスワード秘密!', 'PASS ***!'],
  ])('%s', (_what, secret, text, shown) => {
    expect(masked(secret, text)).toBe(shown);
  });

  test('no half of a secret survives, wherever it stands', () => {
    const place = fc.nat({ max: 40 });
    fc.assert(
      fc.property(secret, place, place, (secret, before, cut) => {
        const length = Math.max(6, Math.min(16, Math.ceil(secret.length / 2)));
        const from = cut % (secret.length - length + 1);
        const half = secret.slice(from, from + length);
        expect(masked(secret, `${' '.repeat(before)}${half} `)).toBe(`${' '.repeat(before)}*** `);
        // The same in base64, where the server wrapped the line.
        const encoded = Buffer.from(secret).toString('base64').replace(/=*$/, '');
        const piece = encoded.slice(0, Math.max(12, Math.min(24, Math.ceil(encoded.length / 2))));
        expect(masked(secret, `${' '.repeat(before)}${piece} `)).toBe(`${' '.repeat(before)}*** `);
      }),
    );
  });

  test('what a password has in common with host and address stays readable', () => {
    const text = '550 5.1.1 taro@contoso.com is unknown to mail.contoso.com';
    expect(masked('contoso2024!', text)).toBe(text);
    expect(masked('contoso2024!', 'PASS contoso2024!')).toBe('PASS ***');
  });

  test('ordinary words of a reply stay', () => {
    const text =
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';
    expect(masked('correct horse battery', text)).toBe(text);
  });
});

describe('lines', () => {
  test('a secret that becomes known later is hidden in what came before', () => {
    const transcript = createTranscript([]);
    transcript.add('<', '+OK hello Xk29!vmPq77z', false);
    transcript.hide('Xk29!vmPq77z');
    expect(transcript.lines()).toMatchObject([{ mark: '<', encrypted: false, text: '+OK hello ***' }]);
  });

  test('a long session keeps its beginning and its end, and says what is missing', () => {
    const transcript = createTranscript([]);
    for (let number = 0; number < 100_000; number += 1) transcript.add('<', `line ${number}`, true);
    const lines = transcript.lines();
    expect(lines[0]?.text).toBe('line 0');
    expect(lines.at(-1)?.text).toBe('line 99999');
    expect(lines.filter((line) => line.mark === '*').map((line) => line.text)).toEqual([
      '99500 lines left out',
    ]);
    expect(lines).toHaveLength(501);
  });

  test('a long line is shortened after masking, so that no half of a secret is left at the cut', () => {
    const transcript = createTranscript([]);
    transcript.hide('Xk29!vmPq77z');
    transcript.add('<', `${'x'.repeat(995)} Xk29!vmPq77z`, false);
    expect(transcript.lines()[0]?.text).toBe(`${'x'.repeat(995)} ***`);
  });
});
