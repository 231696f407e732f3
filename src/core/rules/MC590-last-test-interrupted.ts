// MC590: the only test that the record knows of ended before the server could say yes or no.

import { testedAt } from '../delivery/lifecycle.ts';
import type { StepName } from '../mail/step.ts';
import { isPermanent } from '../mail/fault-class.ts';
import { nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { momentWords, stepWords } from './session-words.ts';
import { isOutdated } from './stored-test.ts';

export default defineRule({
  code: 'MC590',
  subject: 'mailbox',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    const { lastTest, outgoingEmailStatus: status, testMailboxAccessCompletedOn } = facts.mailbox.fields;
    const failure = lastTest?.outgoing;
    // Beside Success or Failure, MC307 speaks of the same test.
    if (facts.purpose !== 'send' || status === 'success' || status === 'failure') return [];
    const at = testedAt(lastTest, 'outgoing');
    if (at === undefined || failure?.result !== 'failure') return [];
    if (failure.class === 'local' || (failure.class !== undefined && isPermanent(failure.class))) return [];
    if (isLater(testMailboxAccessCompletedOn, at) || isOutdated(facts)) return [];
    const { step, reply, finding, retryAfter } = failure;
    const params = {
      mailbox: nameOf(facts),
      at,
      kind: kindOf(failure.class),
      step,
      reply,
      finding,
      retryAfter,
    };
    return [{ params, where: facts.mailbox.where(['lastTest', 'outgoing']) }];
  },
  en: {
    title: 'The last test ended without a verdict',
    why:
      'The last look at the outgoing server met a problem that may be over by now: "come back later", a network fault, or a ' +
      'certificate that could not be verified. Such a result changes no status, so whether this mailbox can send is not known.',
    message: ({ mailbox, at, kind, step, reply }) =>
      `The test of ${mailbox} on ${momentWords(at)} ended with ${kinds.en[kind]}${during(step, 'en')}${reply === undefined ? '.' : `: "${reply}".`}`,
    fix: ({ mailbox, finding, retryAfter }) => [
      ...(finding === undefined
        ? []
        : [{ who: 'system-administrator' as const, do: `Read what it means: mailcheck explain ${finding}` }]),
      {
        who: 'system-administrator',
        do: `${retryAfter === undefined ? 'Test' : `Not before ${momentWords(retryAfter)}: test`} the mailbox again: mailcheck test-mailbox ${mailbox}`,
      },
    ],
  },
  ja: {
    title: '前回のテストは結論が出ないまま終わっています',
    why:
      '前回の接続は、サーバーの「後で」という応答、ネットワークの障害、証明書を確認できないなど、今は解消しているかもしれない問題で終わりました。' +
      'このような結果では状態を変更しないため、このメールボックスが送信できるかどうかはわかっていません。',
    message: ({ mailbox, at, kind, step, reply }) =>
      `${momentWords(at)} の ${mailbox} のテストは、${during(step, 'ja')}${kinds.ja[kind]}で終わっています。${reply === undefined ? '' : `サーバーの応答:「${reply}」。`}`,
    fix: ({ mailbox, finding, retryAfter }) => [
      ...(finding === undefined
        ? []
        : [{ who: 'system-administrator' as const, do: `意味を調べる: mailcheck explain ${finding}` }]),
      {
        who: 'system-administrator',
        do: `${retryAfter === undefined ? 'もう一度テストする' : `${momentWords(retryAfter)} 以降にもう一度テストする`}: mailcheck test-mailbox ${mailbox}`,
      },
    ],
  },
  sources: [
    'derived: a transient, network or certificate failure leaves the status unchanged',
    'RFC 5321 §4.2.1',
  ],
  examples: {
    bad: [
      { change: { mailboxes: { admin: afterTest('network', 'connect') } } },
      {
        change: {
          mailboxes: { admin: afterTest('transient', 'login', '454 4.7.0 Temporary authentication failure') },
        },
      },
      { change: { mailboxes: { admin: afterTest('certificate', 'tls') } } },
    ],
    good: [
      {
        change: {
          mailboxes: {
            admin: {
              lastTest: { at: '2026-11-20T09:00:00Z', source: 'test', outgoing: { result: 'success' } },
            },
          },
        },
      },
      { change: { mailboxes: { admin: afterTest('network', 'connect') } }, purpose: 'test' },
    ],
  },
});

type Kind = 'transient' | 'network' | 'certificate' | 'unnamed';

function kindOf(faultClass: string | undefined): Kind {
  return faultClass === 'transient' || faultClass === 'network' || faultClass === 'certificate'
    ? faultClass
    : 'unnamed';
}

const kinds: Record<'en' | 'ja', Record<Kind, string>> = {
  en: {
    transient: 'a "not now" of the server',
    network: 'a network problem',
    certificate: 'a certificate that could not be verified',
    unnamed: 'a problem whose class is not recorded',
  },
  ja: {
    transient: 'サーバーの「後で」という応答',
    network: 'ネットワークの問題',
    certificate: '証明書を確認できない問題',
    unnamed: '種類の記録されていない問題',
  },
};

function during(step: StepName | undefined, language: 'en' | 'ja'): string {
  if (step === undefined) return '';
  return language === 'en' ? ` at ${stepWords.en[step]}` : `${stepWords.ja[step]}での`;
}

function isLater(one: string | undefined, other: string): boolean {
  return one !== undefined && Date.parse(one) > Date.parse(other);
}

function afterTest(faultClass: string, step: StepName, reply?: string) {
  return {
    outgoingEmailStatus: undefined,
    testMailboxAccessCompletedOn: undefined,
    lastTest: {
      at: '2026-11-19T09:00:00Z',
      source: 'test',
      outgoing: { result: 'failure', class: faultClass, step, ...(reply === undefined ? {} : { reply }) },
    },
  };
}
