// The table of server replies, row by row: each is reachable by its own example and by each of its ways to be recognised, none
// takes what is another's, both languages are complete, and what no row knows stays unknown.

import { describe, expect, test } from 'vitest';
import { httpRefusalOf } from '../../src/core/mail/http-refusal.ts';
import { replySources, serverReplies } from '../../src/core/mail/server-replies/index.ts';
import { knownReply, type SeenReply } from '../../src/core/mail/server-replies/known-reply.ts';
import { readPasted } from '../../src/core/mail/server-replies/read-pasted.ts';
import type { ReplyRow, ReplyText } from '../../src/core/mail/server-replies/row.ts';
import { vendorOf } from '../../src/core/mail/server-replies/vendor.ts';
import { printable } from '../../src/core/mail/printable.ts';
import { languages } from '../../src/core/rules/rule.ts';

const rows = serverReplies.map((row) => [row.id, row] as const);

function exampleOf(row: ReplyRow): SeenReply {
  const seen = readPasted(row.example);
  if (seen === undefined) throw new Error(`not read: ${row.example}`);
  return seen;
}

/** Where a session would see it: the vendor and the stage are known. */
function inSession(row: ReplyRow, seen: SeenReply): SeenReply {
  const [vendor] = row.vendors ?? [];
  const [step] = row.at ?? [];
  const [grant] = row.grants ?? [];
  return {
    ...seen,
    ...(vendor === undefined ? {} : { vendor }),
    ...(step === undefined ? {} : { step }),
    ...(grant === undefined ? {} : { grant }),
    ...(row.afterLogin === undefined ? {} : { loggedIn: true }),
  };
}

const idOf = (seen: SeenReply) => knownReply(seen)?.id;

describe('the table', () => {
  test('has at least 120 rows, every source its own, no id twice', () => {
    expect(serverReplies.length).toBeGreaterThanOrEqual(120);
    expect(new Set(serverReplies.map(({ id }) => id)).size).toBe(serverReplies.length);
    for (const [source, own] of Object.entries(replySources)) expect(own.length, source).toBeGreaterThan(0);
  });

  test.each(rows)('%s is what its own example is', (id, row) => {
    expect(idOf(inSession(row, exampleOf(row)))).toBe(id);
  });

  test.each(rows)('%s is reached with the least that tells it', (id, row) => {
    const [grant] = row.grants ?? [];
    const seen = {
      ...exampleOf(row),
      ...(grant === undefined ? {} : { grant }),
      ...(row.afterLogin === undefined ? {} : { loggedIn: true }),
    };
    const [vendor] = row.vendors ?? [];
    const vendorTells =
      row.vendors !== undefined && (row.telltales === undefined || row.needsVendor === true);
    // Without the vendor a reply that is only the vendor's by its host must not be taken for it.
    const least =
      vendorTells && idOf(seen) !== id ? { ...seen, ...(vendor === undefined ? {} : { vendor }) } : seen;
    expect(idOf(least)).toBe(id);
  });

  test.each(rows)(
    '%s is reached by each of its codes, statuses, telltales, vendors and stages',
    (id, row) => {
      const seen = inSession(row, exampleOf(row));
      for (const variant of variantsOf(row, seen)) expect(idOf(variant), JSON.stringify(variant)).toBe(id);
    },
  );

  test('no row takes the example of another, whoever of its vendors says it', () => {
    for (const row of serverReplies)
      for (const vendor of row.vendors ?? [undefined])
        expect(idOf({ ...inSession(row, exampleOf(row)), vendor }), `${row.id} at ${vendor}`).toBe(row.id);
  });

  test.each(rows)('%s speaks both languages, and what no source confirms is worded so', (_, row) => {
    const texts: ReplyText[] = [row.cause, ...row.fix.map((fix) => ('enter' in fix ? fix.enter : fix.do))];
    expect(row.fix.length).toBeGreaterThan(0);
    for (const text of texts)
      for (const language of languages) {
        expect(text[language].length).toBeGreaterThan(3);
        expect(printable(text[language], 2_000)).toBe(text[language]);
        expect(text[language]).not.toMatch(
          /\{(?!(?:mailbox|host|profile|login|application|permission|or token)\}| )|(?<![a-z ])\}/,
        );
      }
    expect(row.cause.en).toMatch(/^[\w"'].*[.]$/s);
    expect(row.cause.ja).toMatch(/[\u3041-\u3096].*[。)]$/su);
    if (row.unconfirmed === true) {
      expect(row.cause.en).toMatch(/\b(?:may|usually|often)\b/);
      expect(row.cause.ja).toContain('可能性');
    }
  });

  test('telltales are written as they are compared', () => {
    for (const telltale of serverReplies.flatMap(({ telltales = [] }) => telltales)) {
      expect(telltale).toBe(telltale.toLowerCase().replaceAll(/\s+/g, ' '));
      expect(telltale.length, telltale).toBeGreaterThan(3);
    }
  });
});

// Which problem a service's code is stands in http-refusal.ts, what it means in the table: they agree on what it does to a record.
const decided = replySources['exchange-api'].flatMap(({ statuses = [], ...row }) =>
  statuses.flatMap((enhanced) => {
    const reply = { code: '', enhanced, text: '' };
    const refusal = httpRefusalOf('login', reply, { protocol: 'graph', bearer: true });
    // A code that decides nothing is judged by the HTTP status.
    return refusal.problem === 'other' ? [] : [[enhanced, refusal.class, row.class] as const];
  }),
);
test.each(decided)('%s is of the same class for a session and in the table', (_, ofSession, ofRow) => {
  expect(ofSession).toBe(ofRow);
});

/** The example with one value exchanged for each other value that the row names. */
function* variantsOf(row: ReplyRow, seen: SeenReply): Generator<SeenReply> {
  const { reply } = seen;
  for (const code of row.codes ?? []) yield { ...seen, reply: { ...reply, code } };
  for (const each of row.statuses ?? [])
    if (each !== 'none')
      for (const enhanced of endsOf(each)) yield { ...seen, reply: fitting(row, { ...reply, enhanced }) };
  for (const telltale of row.telltales ?? []) yield { ...seen, reply: { ...reply, text: `x ${telltale} y` } };
  for (const vendor of row.vendors ?? []) yield { ...seen, vendor };
  for (const grant of row.grants ?? []) yield { ...seen, grant };
  for (const step of row.at ?? []) yield { ...seen, step };
  for (const protocol of row.protocols ?? []) yield { ...seen, protocol };
}

function endsOf(status: string): string[] {
  const [, head, first, last] = /^(.+\.)(\d+)-(\d+)$/.exec(status) ?? [];
  return head === undefined ? [status] : [`${head}${first}`, `${head}${last}`];
}

/** A row without codes is about its status: the digits go along with it. */
function fitting(row: ReplyRow, reply: SeenReply['reply']): SeenReply['reply'] {
  const [digit] = /^[45](?=\.)/.exec(reply.enhanced ?? '') ?? [];
  return row.codes === undefined && digit !== undefined && /^\d/.test(reply.code)
    ? { ...reply, code: `${digit}50` }
    : reply;
}

test('what a session shows decides: after a login nobody is told that there was none', () => {
  const relay = { code: '554', text: 'Relay access denied' };
  expect(idOf({ reply: relay })).toBe('relay-denied');
  expect(idOf({ reply: relay, loggedIn: false })).toBe('relay-denied');
  expect(idOf({ reply: relay, loggedIn: true })).toBe('relay-denied-after-login');
  const exchange = { code: '530', enhanced: '5.7.57', text: 'Client not authenticated to send mail' };
  expect(idOf({ reply: exchange, host: 'smtp.office365.com' })).toBe('exchange-anonymous-sender');
  expect(idOf({ reply: exchange, host: 'smtp.office365.com', loggedIn: true })).toBe(
    'login-required-after-login',
  );
});

describe('what no row knows', () => {
  test.each([
    ['550', '5.7.1', 'the stars are not right'],
    ['599', undefined, 'no idea'],
    ['-ERR', undefined, 'no'],
    ['NO', 'ODDITY', 'well'],
    ['', undefined, 'some words'],
    ['toString', 'valueOf', 'constructor'],
  ] as const)('%s %s %s', (code, enhanced, text) => {
    expect(
      knownReply({ reply: enhanced === undefined ? { code, text } : { code, enhanced, text } }),
    ).toBeUndefined();
  });

  test('an enhanced status of another class silences the bare code', () => {
    const at = { protocol: 'smtp', step: 'login' } as const;
    expect(idOf({ ...at, reply: { code: '535', enhanced: '5.7.99', text: 'x' } })).toBe(
      'smtp-credentials-invalid-bare',
    );
    expect(idOf({ ...at, reply: { code: '535', enhanced: '4.7.99', text: 'x' } })).toBeUndefined();
  });

  test('a reply that is known of one vendor is not taken for that of another', () => {
    const reply = { code: 'NO', text: 'LOGIN failed.' };
    expect(idOf({ protocol: 'imap', host: 'outlook.office365.com', reply })).toBe('exchange-login-failed');
    expect(idOf({ protocol: 'imap', host: 'imap.example.com', reply })).toBeUndefined();
  });
});

describe('the vendor', () => {
  test.each([
    [{ host: 'smtp.gmail.com' }, 'gmail'],
    [{ host: 'SMTP.Office365.com.' }, 'exchange-online'],
    [{ host: 'contoso-com.mail.protection.outlook.com' }, 'exchange-online'],
    [{ host: 'smtp-mail.outlook.com' }, 'outlook-com'],
    [{ host: 'notgmail.com' }, undefined],
    [{ host: 'smtp.mail.yahoo.co.jp' }, 'yahoo'],
    [{ host: 'imap.mail.me.com' }, 'icloud'],
    [{ host: 'pop.gmx.net' }, 'gmx'],
    [{ host: 'mail.example.com', greeting: '220 mail.example.com ESMTP Postfix (Debian/GNU)' }, 'postfix'],
    [{ host: 'mail.example.com', greeting: '* OK [CAPABILITY IMAP4rev1] Dovecot ready.' }, 'dovecot'],
    [{ host: 'mail.example.com', greeting: '220 mail.example.com ESMTP Exim 4.98 Fri, 20 Nov 2026' }, 'exim'],
    [{ host: 'mail.example.com', greeting: '220 mail.example.com ESMTP Sendmail 8.18.1' }, 'sendmail'],
    [
      { host: 'mail.example.com', greeting: '220 ex01.example.com Microsoft ESMTP MAIL Service ready' },
      'exchange-server',
    ],
    [
      {
        host: 'mail.example.com',
        greeting: '220 TY1.outlook.office365.com Microsoft ESMTP MAIL Service ready',
      },
      'exchange-online',
    ],
    [{ host: '192.0.2.1', greeting: '* OK Gimap ready for requests' }, 'gmail'],
    [
      { host: 'mail.example.com', greeting: '220 ready', certificateNames: ['*.outlook.office365.com'] },
      'exchange-online',
    ],
    [{ host: 'mail.example.com', greeting: '+OK ready', certificateNames: ['mail.example.com'] }, undefined],
    [{}, undefined],
  ] as const)('%j: %s', (seen, vendor) => {
    expect(vendorOf(seen)).toBe(vendor);
  });
});
