// MC529: a session that broke in a way that no other rule explains. Verbatim, without a guess.

import type { StepResult } from '../mail/step.ts';
import type { Facts } from './facts.ts';
import { problemOf } from '../mail/session-problem.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { knownSteps } from './known-reply-words.ts';
import { sessionHit, type Field, type SessionParams } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { said, stepWords } from './session-words.ts';
import { unsafeCause, unsafeFix, unsafeValueOf, type UnsafeValue } from './unsafe-character-words.ts';

export default defineRule({
  code: 'MC529',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'other', fieldOf(facts), (step) => ({
      cause: causeOf(step),
      ...errorOf(step),
      ...(causeOf(step) === 'unsafe-characters' ? { unsafe: unsafeValueOf(facts, step.step) } : {}),
    })),
  en: {
    title: 'The session failed for another reason',
    why:
      'The session ended early in a way that is not among the known ones. What was seen is quoted as it is; what it means is not ' +
      'guessed. The masked transcript (--verbose) has every line.',
    message: (p) =>
      `The session with ${p.server} failed at ${stepWords.en[p.step]}: ${causeWords(p, 'en')}${p.error === undefined ? '' : ` (${p.error})`}.${said(p, 'en')}`,
    fix: (p) =>
      p.cause === 'internal'
        ? [
            {
              who: 'mailcheck-user',
              do: 'This is a fault of mailcheck, not of the server. Report it with what the same command says with --verbose.',
            },
          ]
        : p.unsafe !== undefined
          ? [unsafeFix(p, p.unsafe, 'en'), lookAgain(p, 'en')]
          : p.cause === 'smtputf8-not-offered'
            ? [
                {
                  who: 'mail-server-administrator',
                  do: `The address ${p.mailbox} has letters beyond ASCII: switch on SMTPUTF8 on ${p.host}, or give the mailbox an ASCII address.`,
                },
                lookAgain(p, 'en'),
              ]
            : (known(p, 'en') ?? [
                {
                  who: 'network-administrator',
                  do: `Look the code up, and run: ${p.again ?? `mailcheck test-mailbox ${p.mailbox}`} --verbose`,
                },
              ]),
  },
  ja: {
    title: 'その他の理由で接続に失敗しました',
    why:
      '知られている形ではない終わり方をしました。見えたものをそのまま示し、意味は推測していません。' +
      '伏せ字にした通信記録(--verbose)ですべての行を確かめられます。',
    message: (p) =>
      `${p.server} との通信が${stepWords.ja[p.step]}で失敗しました。${causeWords(p, 'ja')}${p.error === undefined ? '' : `(${p.error})`}。${said(p, 'ja')}`,
    fix: (p) =>
      p.cause === 'internal'
        ? [
            {
              who: 'mailcheck-user',
              do: 'サーバーではなくmailcheckの不具合。同じコマンドに --verbose を付けた出力を添えて報告する。',
            },
          ]
        : p.unsafe !== undefined
          ? [unsafeFix(p, p.unsafe, 'ja'), lookAgain(p, 'ja')]
          : p.cause === 'smtputf8-not-offered'
            ? [
                {
                  who: 'mail-server-administrator',
                  do: `${p.mailbox} にはASCII以外の文字がある。${p.host} でSMTPUTF8を有効にするか、ASCIIのアドレスを使う。`,
                },
                lookAgain(p, 'ja'),
              ]
            : (known(p, 'ja') ?? [
                {
                  who: 'network-administrator',
                  do: `このコードの意味を調べ、次を実行する: ${p.again ?? `mailcheck test-mailbox ${p.mailbox}`} --verbose`,
                },
              ]),
  },
  sources: ['https://nodejs.org/api/errors.html', 'RFC 6531 §3', 'RFC 4616 §2'],
  examples: {
    bad: [
      {
        session: sessionThat({
          connect: { outcome: 'failed', error: 'EADDRNOTAVAIL', message: 'connect EADDRNOTAVAIL' },
        }),
      },
      {
        session: sessionThat({
          connect: { outcome: 'failed', error: 'INTERNAL', message: 'x is not a function' },
        }),
      },
      { session: sessionThat({ login: { outcome: 'rejected', reason: 'unsafe-characters' } }) },
      { session: sessionThat({ sender: { outcome: 'rejected', reason: 'unsafe-characters' } }) },
      { session: sessionThat({ sender: { outcome: 'rejected', reason: 'smtputf8-not-offered' } }) },
      {
        session: sessionThat(
          {
            login: {
              outcome: 'refused',
              reply: { code: '400', enhanced: 'BadRequest', text: 'Invalid version: v9' },
            },
          },
          { protocol: 'graph' },
        ),
      },
    ],
    good: [{ session: sessionThat({ connect: { outcome: 'ok' } }) }],
  },
});

function known(p: SessionParams, language: Language): FixStep[] | undefined {
  const steps = knownSteps(p, language);
  return steps === undefined ? undefined : [...steps, lookAgain(p, language)];
}

function fieldOf(facts: Facts['session']): Field {
  const step = problemOf(facts.observation)?.step;
  if (step === undefined || causeOf(step) !== 'unsafe-characters') return 'ServerLocation';
  const value = unsafeValueOf(facts, step.step);
  return ({ password: 'credentials', token: 'token', user: 'login', address: 'address' } as const)[value.in];
}

type Cause = 'internal' | 'unsafe-characters' | 'smtputf8-not-offered' | 'answer' | 'error';

function causeOf(step: StepResult): Cause {
  if (step.outcome === 'failed' && step.error === 'INTERNAL') return 'internal';
  if (step.outcome === 'refused') return 'answer';
  if (step.outcome !== 'rejected') return 'error';
  return step.reason === 'unsafe-characters' || step.reason === 'smtputf8-not-offered'
    ? step.reason
    : 'error';
}

function errorOf(step: StepResult): { error?: string } {
  if (step.outcome === 'failed')
    return { error: step.message.includes(step.error) ? step.message : `${step.error}: ${step.message}` };
  return step.outcome === 'rejected' && step.reason !== 'unsafe-characters' ? { error: step.reason } : {};
}

function causeWords(p: { cause: Cause; unsafe?: UnsafeValue }, language: Language): string {
  if (p.unsafe !== undefined) return unsafeCause[language](p.unsafe);
  return p.cause === 'unsafe-characters' ? '' : causes[language][p.cause];
}

const causes: Record<Language, Record<Exclude<Cause, 'unsafe-characters'>, string>> = {
  en: {
    internal: 'mailcheck itself made a mistake',
    'smtputf8-not-offered': 'the address needs SMTPUTF8, which the server does not offer',
    answer: 'the answer is none of the known ones',
    error: 'the network or TLS layer gave an error',
  },
  ja: {
    internal: 'mailcheck自身の不具合です',
    'smtputf8-not-offered': 'アドレスにはSMTPUTF8が必要ですが、サーバーが対応していません',
    answer: '知られている応答ではありません',
    error: 'ネットワークかTLSの層でエラーになりました',
  },
};
