// Knows how the chain of senders is told, to a person and to a program.
// JSON: { version: 1, command: "sender", process, sender: "system" | "user" | … , chain: [hop], findings: [finding with words] }

import type { DeliveryPath } from '../../core/delivery/path.ts';
import type { SenderEnd } from '../../core/delivery/sender.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { signOfSeverity, type Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { chainLines } from './chain.ts';
import { findingLines } from './finding.ts';
import { withWords } from './json.ts';
import { machineText } from './machine-text.ts';

export type SenderReport = { process: string; path: DeliveryPath; findings: Finding[] };

type Words = {
  sendsAs(process: string, sender: string): string;
  end: Record<'system' | 'empty' | 'unknown', string>;
  chain: string;
  canSend: string;
  cannot: string;
  cannotTell: string;
};

const words: Record<Language, Words> = {
  en: {
    sendsAs: (process, sender) => `"${process}" sends as ${sender}.`,
    end: { system: 'SYSTEM', empty: 'nobody', unknown: 'somebody who cannot be determined' },
    chain: 'From, hop by hop',
    canSend: 'Can it send? As far as is recorded, nothing stops it.',
    cannot: 'Can it send? No:',
    cannotTell: 'Can it send? This has to be known or looked at first:',
  },
  ja: {
    sendsAs: (process, sender) => `「${process}」の差出人は${sender}です。`,
    end: { system: 'SYSTEM', empty: '空(誰でもない)', unknown: '特定できない相手' },
    chain: '差出人のたどり方',
    canSend: '送信できるか: 記録されている範囲では、止めるものはありません。',
    cannot: '送信できるか: できません。',
    cannotTell: '送信できるか: 先に次の点を確かめる必要があります。',
  },
};

export function senderHuman(
  { process, path, findings }: SenderReport,
  style: Style,
  language: Language,
): string {
  const said = words[language];
  const { colour, width } = style;
  const name = path.process.found?.fields.name ?? process;
  const bad = findings.some(({ severity }) => severity === 'error');
  const open = findings.some(({ severity }) => severity === 'unknown' || severity === 'warning');
  const severity = bad ? 'error' : open ? 'unknown' : undefined;
  const sign = severity === undefined ? colour.green(style.signs.good) : signOfSeverity(severity, style);
  const answer = bad ? said.cannot : open ? said.cannotTell : said.canSend;
  const heading = wrap(safe(said.sendsAs(name, endText(path.sender.end, language))), width);
  return [
    ...heading.map((line) => colour.bold(line)),
    ...(path.sender.hops.length === 0
      ? []
      : ['', colour.bold(said.chain), ...chainLines(path.sender.hops, style, language)]),
    '',
    `${sign} ${answer}`,
    ...findings.flatMap((finding) =>
      findingLines(finding, finding.severity === 'information' ? 'line' : 'steps', style, language),
    ),
  ].join('\n');
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

export function senderJson({ process, path, findings }: SenderReport): string {
  return machineText({
    version: 1,
    command: 'sender',
    process,
    sender: path.sender.end.kind,
    chain: path.sender.hops,
    findings: findings.map(withWords),
  });
}
