// Knows how servers that were looked at by themselves are told, to a person and to a program.
// JSON: { version: 1, command: "probe", at, hosts: [{ url, assumed, verdict: "fine" | "warning" | "fault" | "unknown",
//         observation? | problem?, sizeLimit?, findings: [finding with words] }] }; an observation is as in saved evidence.

import type { SecretRef } from '../../core/delivery/probe-request.ts';
import type { LocalProblem, Observation } from '../../core/mail/evidence.ts';
import { sizeLimitOf } from '../../core/mail/size-limit.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import type { ProbeTarget } from '../probe-target.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { padTo, widthOf, wrap } from '../wrap.ts';
import { findingLines } from './finding.ts';
import { withWords } from './json.ts';
import { localLines } from './local.ts';
import { machineText } from './machine-text.ts';
import { probeFacts } from './probe-facts.ts';
import { probeWords, type ProbedVerdict } from './probe-words.ts';
import { stepLines, transcriptLines } from './session.ts';
import { stepWords } from './session-words.ts';

export type ProbedHost = {
  target: ProbeTarget;
  seen: Observation | LocalProblem;
  findings: Finding[];
  verdict: ProbedVerdict;
  /** Where the password was to come from. */
  password?: SecretRef;
};
export type ProbeReport = { at: string; hosts: ProbedHost[] };

export function probeHuman(
  { hosts }: ProbeReport,
  verbose: boolean,
  style: Style,
  language: Language,
): string {
  const counts: Record<ProbedVerdict, number> = { fine: 0, warning: 0, fault: 0, unknown: 0 };
  for (const { verdict } of hosts) counts[verdict] += 1;
  const blocks = hosts.map((host) => hostLines(host, verbose, style, language).join('\n'));
  if (hosts.length > 1) blocks.push(style.colour.bold(probeWords[language].summary(counts)));
  return blocks.join('\n\n');
}

function hostLines(host: ProbedHost, verbose: boolean, style: Style, language: Language): string[] {
  const { target, seen, findings } = host;
  const said = probeWords[language];
  return [
    ...headline(host, style, language),
    ...(target.assumed ? wrap(said.assumed(safe(target.url)), style.width, '  ') : []),
    ...(seen.kind === 'local'
      ? localLines([seen], style, language, { supply: supplyOf(host, seen, language) })
      : sessionLines(seen, style, language)),
    ...(findings.length === 0 ? [] : ['']),
    ...findings.flatMap((finding) => findingLines(finding, verbose ? 'full' : 'steps', style, language)),
    ...(verbose && seen.kind === 'session' ? ['', ...transcriptLines(seen, language, style)] : []),
  ];
}

function supplyOf(
  { password }: ProbedHost,
  { problem }: LocalProblem,
  language: Language,
): string | undefined {
  if (problem !== 'secret-missing' || password === undefined) return undefined;
  const { supply } = probeWords[language];
  if ('env' in password) return supply.env(safe(password.env, 200));
  return 'file' in password ? supply.file(safe(password.file, 200)) : undefined;
}

function headline({ target, verdict }: ProbedHost, style: Style, language: Language): string[] {
  const { colour, signs, width } = style;
  const sign = {
    fine: colour.green(signs.good),
    warning: colour.yellow(signs.warning),
    fault: colour.red(signs.bad),
    unknown: colour.yellow(signs.unknown),
  }[verdict];
  const url = safe(target.url, 300);
  const [first = '', ...others] = wrap(`${url}  ${probeWords[language].verdict[verdict]}`, width, '  ');
  return [`${sign} ${first.slice(2).replace(url, () => colour.bold(url))}`, ...others];
}

function sessionLines(seen: Observation, style: Style, language: Language): string[] {
  // What was not asked for, and what an earlier step made impossible, is told by the others.
  const steps = seen.steps.filter(
    (step) =>
      step.outcome !== 'not-tried' ||
      (step.because !== 'not-asked' && step.because !== 'earlier-step-failed'),
  );
  const nameOf = (step: (typeof steps)[number]['step']): string =>
    seen.protocol === 'https' && step === 'greeting'
      ? probeWords[language].httpAnswer
      : stepWords[language][step];
  const column = Math.max(0, ...steps.map(({ step }) => widthOf(nameOf(step))));
  const facts = probeFacts(seen, language);
  const labels = Math.max(0, ...facts.map(({ label }) => widthOf(label)));
  return [
    ...steps.flatMap((step) => stepLines(step, seen, column, style, language, nameOf(step.step))),
    ...(facts.length === 0 ? [] : ['']),
    ...facts.flatMap(({ label, lines }) =>
      lines.flatMap((line, index) => {
        const lead = `    ${padTo(index === 0 ? label : '', labels)}  `;
        return wrap(line, style.width, lead, ' '.repeat(labels + 6));
      }),
    ),
  ];
}

export function probeJson({ at, hosts }: ProbeReport): string {
  return machineText({
    version: 1,
    command: 'probe',
    at,
    hosts: hosts.map(({ target, seen, findings, verdict }) => ({
      url: target.url,
      assumed: target.assumed,
      verdict,
      ...(seen.kind === 'local'
        ? { problem: { problem: seen.problem, detail: seen.detail } }
        : { observation: seen, sizeLimit: sizeLimitOf(seen) }),
      findings: findings.map(withWords),
    })),
  });
}
