// Knows how the chain of senders is told, to a person and to a program.
// JSON: { version: 1, command: "sender", process, sender: "system" | "user" | … | "depends-on-contact", chain: [hop],
//         findings: [finding with words], answers: [{ contact?, sender, chain, steps, findings }] }
// One answer; without --for, one for each sender that the recorded contacts lead to, with an example of such a contact.

import type { DeliveryPath } from '../../core/delivery/path.ts';
import type { SenderEnd } from '../../core/delivery/sender-chain.ts';
import type { Entry } from '../../core/records/records.ts';
import type { StepReport } from '../../core/path-report.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { signOfSeverity, type Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { chainLines, stepChainLines } from './chain.ts';
import { findingLines } from './finding.ts';
import { withWords } from './json.ts';
import { machineText } from './machine-text.ts';
import { isSameFinding } from './same-finding.ts';
import { senderWords as words } from './sender-words.ts';

/** `example`: a contact that stands for all from whom From leads to the same sender. */
export type SenderAnswer = {
  path: DeliveryPath;
  steps: StepReport[];
  findings: Finding[];
  example?: Entry<'contacts'>;
};
export type SenderReport = { process: string; answers: SenderAnswer[] };

/** More answers than this are nobody's reading. */
const mostAnswers = 10;

export function senderHuman({ process, answers }: SenderReport, style: Style, language: Language): string {
  const said = words[language];
  const { colour, width } = style;
  const name = answers[0]?.path.process.found?.fields.name ?? process;
  const [only, ...others] = answers;
  if (only !== undefined && others.length === 0)
    return [
      ...wrap(
        safe(
          only.path.process.found === undefined
            ? said.notRecorded(process)
            : sendsNothing(only)
              ? said.sendsNothing(name)
              : said.sendsAs(name, senderText(only, language)),
        ),
        width,
      ).map((line) => colour.bold(line)),
      ...chainSection(only, style, language),
      '',
      ...verdictLines(only, only.findings, style, language),
    ].join('\n');
  // What is found for every contact is no matter of the contact.
  const [first = [], ...rest] = answers.map(({ findings }) => findings);
  const common = first.filter((one) =>
    rest.every((findings) => findings.some((other) => isSameFinding(one, other))),
  );
  return [
    ...wrap(safe(said.depends(name)), width).map((line) => colour.bold(line)),
    ...answers.slice(0, mostAnswers).flatMap((answer) => [
      '',
      ...wrap(safe(said.forContact(contactText(answer), senderText(answer, language))), width).map((line) =>
        colour.bold(line),
      ),
      ...chainOf(answer, style, language),
      ...verdictLines(
        answer,
        answer.findings.filter((one) => !common.some((other) => isSameFinding(one, other))),
        style,
        language,
      ),
    ]),
    ...(answers.length > mostAnswers ? ['', said.more(answers.length - mostAnswers)] : []),
    ...(common.length === 0 ? [] : ['', colour.bold(said.always), ...findingsLines(common, style, language)]),
  ].join('\n');
}

function chainSection(answer: SenderAnswer, style: Style, language: Language): string[] {
  const lines = chainOf(answer, style, language);
  return lines.length === 0 ? [] : ['', style.colour.bold(words[language].chain), ...lines];
}

function chainOf({ path, steps }: SenderAnswer, style: Style, language: Language): string[] {
  return steps.length === 0
    ? chainLines(path.sender.hops, style, language)
    : stepChainLines(steps, steps, style, language);
}

/** No step that could send, and something found of the process that says so. */
function sendsNothing({ steps, findings }: SenderAnswer): boolean {
  return (
    steps.length === 0 && findings.some(({ severity, stage }) => severity === 'error' && stage === 'process')
  );
}

/** Of a sender that is not known nobody can say that it sends. */
function verdictLines(
  { path }: SenderAnswer,
  findings: readonly Finding[],
  style: Style,
  language: Language,
): string[] {
  const said = words[language];
  const has = (wanted: Finding['severity']) => findings.some(({ severity }) => severity === wanted);
  const [answer, severity] = has('error')
    ? ([said.cannot, 'error'] as const)
    : has('unknown') || path.sender.end.kind === 'unknown'
      ? ([said.cannotTell, 'unknown'] as const)
      : has('warning')
        ? ([said.perhaps, 'warning'] as const)
        : [said.canSend];
  const sign =
    severity === undefined ? style.colour.green(style.signs.good) : signOfSeverity(severity, style);
  return [`${sign} ${answer}`, ...findingsLines(findings, style, language)];
}

function findingsLines(findings: readonly Finding[], style: Style, language: Language): string[] {
  return findings.flatMap((finding) =>
    findingLines(finding, finding.severity === 'information' ? 'line' : 'steps', style, language),
  );
}

function contactText({ example }: SenderAnswer): string {
  return example?.fields.emailAddress1 ?? example?.fields.fullName ?? example?.id ?? '';
}

/** Every sender of its steps, each once. */
function senderText({ path, steps }: SenderAnswer, language: Language): string {
  const ends = steps.length === 0 ? [path.sender.end] : path.steps.map(({ sender }) => sender.end);
  return [...new Set(ends.map((end) => endText(end, language)))].join(words[language].separator);
}

function endText(end: SenderEnd, language: Language): string {
  switch (end.kind) {
    case 'system':
    case 'empty':
    case 'unknown':
      return words[language].end[end.kind];
    case 'portal-identity':
    case 'user':
      return end.user.fields.fullName ?? end.user.id;
    case 'queue':
      return end.queue.fields.name ?? end.queue.id;
    case 'team':
    case 'contact':
      return end.name;
  }
}

/** `sender` and `chain` are of the only answer, or of the first; `findings` are those of all, each once. */
export function senderJson({ process, answers }: SenderReport): string {
  const findings = new Map(
    answers.flatMap((answer) => answer.findings).map((finding) => [JSON.stringify(finding), finding]),
  );
  return machineText({
    version: 1,
    command: 'sender',
    process,
    sender: answers.length > 1 ? 'depends-on-contact' : answers[0]?.path.sender.end.kind,
    chain: answers[0]?.path.sender.hops ?? [],
    findings: [...findings.values()].map(withWords),
    answers: answers.map((answer) => ({
      ...(answer.example === undefined ? {} : { contact: answer.example.id }),
      sender: answer.path.sender.end.kind,
      chain: answer.path.sender.hops,
      steps: answer.steps,
      findings: answer.findings.map(withWords),
    })),
  });
}
