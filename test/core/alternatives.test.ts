// After which failures other ports are looked at, which ones, and what a rule makes of what they showed.

import { describe, expect, test } from 'vitest';
import { alternativesOf, isAlternativeWorthALook } from '../../src/core/delivery/alternatives.ts';
import type { Alternative } from '../../src/core/mail/alternative.ts';
import type { StepName, StepOutcome } from '../../src/core/mail/step.ts';
import { standardPorts } from '../../src/core/mail/protocol.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import closed from '../../src/core/rules/MC503-connection-refused.ts';
import silent from '../../src/core/rules/MC504-no-answer.ts';
import tlsAtOnce from '../../src/core/rules/MC506-tls-at-once.ts';
import stripped from '../../src/core/rules/MC507-starttls-not-offered.ts';
import otherProtocol from '../../src/core/rules/MC512-other-protocol.ts';
import injected from '../../src/core/rules/MC525-bytes-before-tls.ts';
import { languages, type Language, type Rule } from '../../src/core/rules/rule.ts';

type Session = ReturnType<typeof sessionThat>;

const refused: StepOutcome = { outcome: 'failed', error: 'ECONNREFUSED', message: 'connect ECONNREFUSED' };
const unanswered: StepOutcome = { outcome: 'timed-out', afterMilliseconds: 5_000, receivedBytes: 0 };
const works587: Alternative = {
  port: 587,
  tls: 'starttls',
  outcome: 'works',
  mechanisms: ['LOGIN', 'XOAUTH2'],
};
const works465: Alternative = { port: 465, tls: 'implicit', outcome: 'works', mechanisms: ['PLAIN'] };

describe('which failures', () => {
  const reply = { code: '535', text: 'no' };
  test.each([
    [true, 'connect', refused],
    [true, 'connect', unanswered],
    // No route on this machine: nothing was learnt about the host, and its other ports have none either.
    [false, 'connect', { outcome: 'failed', error: 'ENETUNREACH', message: 'connect ENETUNREACH' }],
    [false, 'name', { outcome: 'failed', error: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND' }],
    [true, 'greeting', unanswered],
    [true, 'greeting', { outcome: 'malformed', received: '+OK', looksLike: 'pop3' }],
    [false, 'greeting', { outcome: 'refused', reply: { code: '554', text: 'no' } }],
    [true, 'tls', { outcome: 'rejected', reason: 'starttls-not-offered' }],
    [true, 'tls', { outcome: 'rejected', reason: 'starttls-injection' }],
    [false, 'tls', { outcome: 'rejected', reason: 'certificate-expired' }],
    [true, 'login', { outcome: 'rejected', reason: 'authentication-not-offered' }],
    [true, 'login', { outcome: 'rejected', reason: 'clear-text-forbidden' }],
    [false, 'login', { outcome: 'rejected', reason: 'no-common-mechanism' }],
    [false, 'login', { outcome: 'refused', reply }],
    [false, 'login', { outcome: 'ok' }],
  ] satisfies [boolean, StepName, StepOutcome][])('%s at "%s": %j', (expected, step, outcome) => {
    expect(isAlternativeWorthALook(sessionThat({ [step]: outcome }))).toBe(expected);
  });

  test('a mechanism missing without TLS, where TLS may bring it, and not with TLS', () => {
    const login: StepOutcome = { outcome: 'rejected', reason: 'no-common-mechanism' };
    expect(isAlternativeWorthALook(sessionThat({ login }, { tls: 'none' }))).toBe(true);
    expect(isAlternativeWorthALook(sessionThat({ login }, { tls: 'starttls' }))).toBe(false);
  });
});

describe('which ports', () => {
  const texts = (session: Parameters<typeof alternativesOf>[0]) =>
    alternativesOf(session, standardPorts).map(({ port, tls }) => `${port} ${tls}`);

  test('those of the protocol, but for the one that was just tried', () => {
    expect(texts({ protocol: 'smtp', port: 588, tls: 'starttls' })).toEqual([
      '587 starttls',
      '465 implicit',
      '25 starttls',
    ]);
    expect(texts({ protocol: 'smtp', port: 465, tls: 'implicit' })).toEqual(['587 starttls', '25 starttls']);
    expect(texts({ protocol: 'imap', port: 1143, tls: 'starttls' })).toEqual([
      '993 implicit',
      '143 starttls',
    ]);
    expect(texts({ protocol: 'pop3', port: 995, tls: 'implicit' })).toEqual(['110 starttls']);
  });

  test('the same port first, where it answered in another TLS mode, and each once', () => {
    expect(texts({ protocol: 'smtp', port: 465, tls: 'starttls', answersTo: 'implicit' })).toEqual([
      '465 implicit',
      '587 starttls',
      '25 starttls',
    ]);
    expect(texts({ protocol: 'imap', port: 1143, tls: 'implicit', answersTo: 'none' })).toEqual([
      '993 implicit',
      '143 starttls',
    ]);
  });
});

describe('what the findings say', () => {
  function told(rule: Rule, session: Session, language: Language) {
    const facts = {
      observation: session,
      observations: [session],
      mailbox: undefined,
      profile: undefined,
      now: new Date(session.at),
    };
    const [finding, ...others] = rule.run(facts);
    if (finding === undefined || others.length > 0) throw new Error('not one finding');
    return {
      message: rule.message(finding, language),
      fix: rule.fix(finding, language).map((step) => step.do),
    };
  }
  const closedPort = (alternatives: Alternative[]) =>
    sessionThat({ connect: refused }, { port: 588, alternatives });
  const silentPort = (alternatives: Alternative[]) =>
    sessionThat({ connect: unanswered }, { port: 25, alternatives });

  test('the one that works, its fields, and the others as they were seen', () => {
    const session = closedPort([
      works587,
      { port: 465, tls: 'implicit', outcome: 'certificate', reason: 'certificate-expired' },
      { port: 25, tls: 'starttls', outcome: 'no-answer' },
    ]);
    const en = told(closed, session, 'en');
    expect(en.message).toBe(
      'smtp.example.com:588 refused the connection. Other ways to this host, tried without logging in: ' +
        '587 with STARTTLS works and offers LOGIN, XOAUTH2; 465 with TLS answers, but its certificate has expired; 25 does not answer.',
    );
    expect(en.fix[0]).toContain(
      'set "Outgoing Port" to 587 and "Use SSL for Outgoing Connection" to Yes (STARTTLS; seen to work from here).',
    );
    expect(en.fix[1]).toContain('outgoingPortNumber: 587, outgoingUseSsl: true, outgoingTls: starttls');
    const ja = told(closed, session, 'ja');
    expect(ja.message).toBe(
      'smtp.example.com:588 に接続を拒否されました。同じホストのほかの接続方法(ログインせずに確認): ' +
        '587(STARTTLS)は使える(ログイン方法は LOGIN・XOAUTH2)、465(TLS)は応答するが証明書に問題がある(期限切れ)、25 は応答なし。',
    );
    expect(ja.fix[0]).toContain(
      '「送信ポート」を 587、「送信接続に SSL を使用する」を「はい」にする(STARTTLS。ここから使えることを確認済み)',
    );
  });

  test.each([
    ['port 25, for mail between servers', { ...works587, port: 25 }],
    ['a port that offers no login', { ...works587, mechanisms: [] }],
    ['a port whose number says another TLS mode', { ...works587, port: 465 }],
    ['a port with a certificate that does not hold', { ...works587, outcome: 'certificate' }],
  ] satisfies [string, Alternative][])('no advice to take %s', (_, alternative) => {
    const { fix } = told(closed, closedPort([alternative]), 'en');
    expect(fix.join('\n')).not.toContain('seen to work');
    expect(fix.join('\n')).toContain('compare "Outgoing Port" (now 588) with the provider\'s instructions');
  });

  test.each(languages)('blocked on the way only where the host answers elsewhere (%s)', (language) => {
    const blocked = language === 'en' ? /port 25 (?:alone is|seems) blocked/ : /25 番.*塞がれて/;
    const nothing =
      language === 'en' ? 'Nothing on this host answers from here' : 'どのポートにもつながりません';
    const none: Alternative = { port: 587, tls: 'starttls', outcome: 'no-answer' };
    const there = told(silent, silentPort([{ ...none, outcome: 'refused' }]), language);
    expect(there.message).toMatch(blocked);
    expect(there.fix.join('\n')).toMatch(blocked);
    const nowhere = told(silent, silentPort([none]), language);
    expect(nowhere.message).toContain(nothing);
    expect(nowhere.message + nowhere.fix.join('\n')).not.toMatch(blocked);
    // The recorded port itself said no: something does answer.
    expect(told(closed, closedPort([none]), language).message).not.toContain(nothing);
    const notLooked = told(silent, sessionThat({ connect: unanswered }, { port: 25 }), language);
    expect(notLooked.message).not.toContain(nothing);
    expect(notLooked.message + notLooked.fix.join('\n')).not.toMatch(blocked);
  });

  test('what could not be looked at is no ground for anything', () => {
    const none: Alternative = { port: 587, tls: 'starttls', outcome: 'cannot-tell' };
    const without = sessionThat({ connect: refused }, { port: 588 });
    expect(told(closed, closedPort([none]), 'en')).toEqual(told(closed, without, 'en'));
  });

  test('no guess at a port that was seen not to be of use', () => {
    const tls: StepOutcome = { outcome: 'rejected', reason: 'starttls-not-offered' };
    const guess = 'outgoingPortNumber: 465';
    const fixAfter = (alternatives?: Alternative[]) =>
      told(stripped, sessionThat({ tls }, alternatives && { alternatives }), 'en').fix.join('\n');
    expect(fixAfter()).toContain(`${guess}, outgoingTls: implicit`);
    expect(fixAfter([works465])).toContain(`${guess}, outgoingUseSsl: true, outgoingTls: implicit`);
    expect(fixAfter([{ port: 465, tls: 'implicit', outcome: 'refused' }])).not.toContain(guess);
  });

  test('bytes before TLS: no other port with STARTTLS is advised', () => {
    const tls: StepOutcome = { outcome: 'rejected', reason: 'starttls-injection' };
    const fixAfter = (alternative: Alternative) =>
      told(injected, sessionThat({ tls }, { port: 588, alternatives: [alternative] }), 'en').fix.join('\n');
    expect(fixAfter(works587)).not.toContain('outgoingPortNumber: 587');
    expect(fixAfter(works465)).toContain('outgoingPortNumber: 465');
  });

  test('the same port stays, where its number does not say another TLS mode', () => {
    const greeting: StepOutcome = { outcome: 'timed-out', afterMilliseconds: 1_000, receivedBytes: 0 };
    const at = (port: number) =>
      sessionThat(
        { greeting },
        { port, answersTo: 'implicit', alternatives: [{ ...works465, port }, works465] },
      );
    expect(told(tlsAtOnce, at(2465), 'en').fix[0]).toContain('leave "Outgoing Port" at 2465');
    expect(told(tlsAtOnce, at(587), 'en').fix[0]).toContain('set "Outgoing Port" to 465');
  });

  test('a password’s port before one for OAuth alone', () => {
    const oauth: Alternative = { ...works587, mechanisms: ['XOAUTH2'] };
    const first = (...alternatives: Alternative[]) => told(closed, closedPort(alternatives), 'en').fix[0];
    expect(first(oauth, works465)).toContain('"Outgoing Port" to 465');
    expect(first(oauth)).toContain('"Outgoing Port" to 587');
    expect(first(works587, works465)).toContain('"Outgoing Port" to 587');
  });

  test('no usual port leads to the protocol: it is rather the host that is wrong', () => {
    const greeting: StepOutcome = { outcome: 'malformed', received: '+OK', looksLike: 'pop3' };
    const at587: Alternative = { port: 587, tls: 'starttls', outcome: 'refused' };
    const at465: Alternative = { port: 465, tls: 'implicit', outcome: 'unusable' };
    const [en, ja] = ['outgoingServerLocation: (the host', 'outgoingServerLocation: (事業者'];
    const fixAfter = (alternatives: Alternative[], language: Language = 'en') =>
      [
        told(otherProtocol, sessionThat({ greeting }, { port: 110, alternatives }), language),
        told(closed, closedPort(alternatives), language),
      ].map(({ fix }) => fix.join('\n'));
    for (const fix of fixAfter([at587, at465])) expect(fix).toContain(en);
    for (const fix of fixAfter([at587, at465], 'ja')) expect(fix).toContain(ja);
    // The certificate is wrong there, and the host is not.
    for (const fix of fixAfter([at587, { ...at465, outcome: 'certificate' }])) expect(fix).not.toContain(en);
    for (const fix of fixAfter([at587])) expect(fix).not.toContain(en);
    for (const fix of fixAfter([at587, works465])) expect(fix).not.toContain(en);
  });

  test('a capability that a firewall wrote over is named, and only that', () => {
    const tls: StepOutcome = { outcome: 'rejected', reason: 'starttls-not-offered' };
    const told507 = (capability: string) =>
      told(stripped, sessionThat({ tls }, { capabilities: ['SIZE', capability] }), 'en');
    expect(told507('XXXXXXXA').message).toContain('In its list stands "XXXXXXXA": a firewall on the way');
    expect(told507('XXXXXXXA').fix[0]).toContain('inspect esmtp');
    expect(told507('XFORWARD').message).not.toContain('firewall');
  });
});
