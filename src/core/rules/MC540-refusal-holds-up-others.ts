// MC540: after a refused password the server makes every login from this address wait, right or wrong.

import { gather, once } from '../records/look-up.ts';
import type { Observation } from '../mail/evidence.ts';
import type { StepResult } from '../mail/step.ts';
import { problemOf } from '../mail/session-problem.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';
import { paramsOf, secondsOf } from './session-hit.ts';
import { whoseLogin } from './session-words.ts';

const refused = sessionThat({
  login: { outcome: 'refused', reply: { code: '535', enhanced: '5.7.8', text: 'authentication failed' } },
});
const after = (milliseconds: number): Observation => {
  const session = sessionThat({}, { mailbox: 'support', request: 'support:outgoing' });
  const steps = session.steps.map((step) => (step.step === 'login' ? { ...step, milliseconds } : step));
  return { ...session, milliseconds, steps };
};

export default defineRule({
  code: 'MC540',
  subject: 'session',
  stage: 'server',
  severity: 'information',
  check: (facts) => {
    if (problemOf(facts.observation)?.problem !== 'login-refused') return [];
    const own = facts.observation;
    const held = (heldLogins(facts.observations).get(own.host.toLowerCase()) ?? []).filter(
      ({ session }) => session.mailbox !== own.mailbox && endOf(session) >= Date.parse(own.at),
    );
    if (held.length === 0) return [];
    const longest = Math.max(...held.map(({ login }) => secondsOf(login)));
    return [{ params: { ...paramsOf(facts, 'login'), held: held.length, longest } }];
  },
  en: {
    title: 'A refused password makes the other logins wait',
    why:
      'Many servers answer a wrong password by making every login from the same address wait for some seconds, right or wrong ' +
      "(Dovecot: 2, 4, 8, then 15 seconds). The delay is the server's; the mailboxes that waited are not at fault.",
    message: ({ held, longest, ...p }) =>
      `${held === 1 ? '1 other login' : `${held} other logins`} at ${p.host} waited for up to ${longest} s around the refusal of ${whoseLogin(p, 'en')}. ` +
      'The server holds them back; they are not at fault.',
    fix: (p) => [
      {
        who: 'records-keeper',
        do: `Correct the password of ${whoseLogin(p, 'en')} as its own finding says. Until then the next runs ask it last, so that the others do not wait.`,
      },
    ],
  },
  ja: {
    title: 'パスワードの拒否により、ほかのログインも待たされています',
    why:
      '多くのサーバーは、パスワードが誤っていると、同じ接続元からのログインを正しいものも含めて数秒待たせます(Dovecotでは2、4、8、15秒)。' +
      '遅れはサーバーによるもので、待たされたメールボックスに問題はありません。',
    message: ({ held, longest, ...p }) =>
      `${whoseLogin(p, 'ja').trimStart()}のパスワードが拒否された前後に、${p.host} へのほかのログイン${held}件が最長${longest}秒待たされました。サーバーによる遅延で、そのメールボックスの問題ではありません。`,
    fix: (p) => [
      {
        who: 'records-keeper',
        do: `${whoseLogin(p, 'ja').trimStart()}のパスワードを、その指摘に従って直す。直るまでは、次回から最後に確認するので、ほかを待たせない。`,
      },
    ],
  },
  sources: [
    'Dovecot, src/auth/auth-penalty.c: AUTH_PENALTY_INIT_SECS, AUTH_PENALTY_MAX_SECS, AUTH_PENALTY_TIMEOUT',
    'https://doc.dovecot.org/latest/core/summaries/settings.html#auth_failure_delay',
  ],
  examples: {
    bad: [{ session: refused, otherSessions: [after(2_050)] }],
    good: [{ session: refused, otherSessions: [after(80)] }, { session: after(2_050) }],
  },
});

type HeldLogin = { session: Observation; login: StepResult };

/** Logins that took far longer than the same server's answers before them, by host. */
const heldLogins = once((observations: readonly Observation[]) => {
  const byHost = new Map<string, HeldLogin[]>();
  for (const session of observations) {
    const login = session.steps.find(({ step }) => step === 'login');
    if (login === undefined || !['ok', 'timed-out'].includes(login.outcome)) continue;
    const usual = session.steps.find(({ step }) => step === 'capabilities')?.milliseconds ?? 0;
    const seconds = secondsOf(login);
    if (seconds < 1.5 || seconds * 1_000 < 5 * usual) continue;
    gather(byHost, session.host.toLowerCase(), { session, login });
  }
  return byHost;
});

function endOf({ at, milliseconds }: Observation): number {
  return Date.parse(at) + milliseconds;
}
