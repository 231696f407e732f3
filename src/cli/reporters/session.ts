// Knows how one session with a server is printed: every step by itself, with its time and the server's own words.
// May not judge: a step that was not tried is said to be so.

import { replyWords } from '../../core/mail/reply-words.ts';
import { stepOf, type LocalProblem, type Observation } from '../../core/mail/evidence.ts';
import type { Reply } from '../../core/mail/reply.ts';
import type { StepResult } from '../../core/mail/step.ts';
import type { TlsMode } from '../../core/mail/protocol.ts';
import { attemptWords } from '../../core/rules/exchange-server-words.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { padTo, widthOf, wrap } from '../wrap.ts';
import { accountText } from './account.ts';
import { localLines } from './local.ts';
import { tokenAskedText } from './token-asked.ts';
import { notTriedWords, rejectionWords, stepWords } from './session-words.ts';
import { directionWords } from './words.ts';

type Words = {
  tls: Record<TlsMode, string>;
  failed: Record<'refused' | 'closed' | 'timed-out' | 'malformed' | 'not-tried', string>;
  nothing(seconds: string): string;
  some(bytes: number, seconds: string): string;
  answersTo(mode: string): string;
  certificate(names: string, issuer: string, until: string): string;
  autodiscover: string;
  left: string;
  unseen: string;
  perhapsLeft(messageId: string | undefined): string;
  transcript: string;
};

const words: Record<Language, Words> = {
  en: {
    tls: { implicit: 'TLS', starttls: 'STARTTLS', none: 'no encryption' },
    failed: {
      refused: 'the server said no',
      closed: 'the server closed the connection',
      'timed-out': 'no answer in time',
      malformed: 'not this protocol',
      'not-tried': 'not tried',
    },
    nothing: (seconds) => `nothing came within ${seconds} s`,
    some: (bytes, seconds) => `only ${bytes} bytes came within ${seconds} s`,
    answersTo: (mode) => `this port answers to ${mode}`,
    certificate: (names, issuer, until) => `certificate for ${names}, by ${issuer}, until ${until}`,
    autodiscover: 'Autodiscover asked at ',
    left: 'our test message stays in the mailbox',
    unseen: 'our test message was not seen here, so it was not removed: if it arrives, it stays',
    perhapsLeft: (id) =>
      `whether our test message was taken is not known; if it arrives, it stays in the mailbox${id === undefined ? '' : ` (Message-ID ${id})`}`,
    transcript: 'Conversation (secrets masked):',
  },
  ja: {
    tls: { implicit: 'TLS', starttls: 'STARTTLS', none: '暗号化なし' },
    failed: {
      refused: 'サーバーが拒否した',
      closed: 'サーバーが接続を切った',
      'timed-out': '時間内に応答がない',
      malformed: 'このプロトコルの応答ではない',
      'not-tried': '試していない',
    },
    nothing: (seconds) => `${seconds}秒待っても何も届かない`,
    some: (bytes, seconds) => `${seconds}秒で${bytes}バイトしか届かない`,
    answersTo: (mode) => `このポートは${mode}に応答する`,
    certificate: (names, issuer, until) => `証明書は ${names} 用、発行元 ${issuer}、期限 ${until}`,
    autodiscover: '自動検出の問い合わせ先 ',
    left: 'テストメールはメールボックスに残っている',
    unseen: 'テストメールは見つからず、削除していない(届いた場合はメールボックスに残る)',
    perhapsLeft: (id) =>
      `テストメールが受け付けられたかどうかは不明。着信した場合はメールボックスに残る${id === undefined ? '' : `(Message-ID ${id})`}`,
    transcript: 'やり取り(秘密は伏せてある):',
  },
};

export function sessionLines(
  seen: Observation | LocalProblem,
  verbose: boolean,
  style: Style,
  language: Language,
): string[] {
  const said = words[language];
  if (seen.kind === 'local') return localLines([seen], style, language);
  const direction = directionWords[language][seen.direction];
  const mode = said.tls[seen.tls];
  const heading = `${direction}  ${seen.protocol.toUpperCase()} ${safe(seen.host)}:${seen.port} ${mode}`;
  const column = Math.max(...seen.steps.map(({ step }) => widthOf(stepWords[language][step])), 0);
  const extra = [
    ...(seen.answersTo === undefined ? [] : [said.answersTo(said.tls[seen.answersTo])]),
    ...(verbose && seen.certificate !== undefined
      ? [
          said.certificate(
            safe(seen.certificate.names.join(' ')),
            safe(seen.certificate.issuer),
            seen.certificate.validTo.slice(0, 10),
          ),
        ]
      : []),
    ...(verbose && seen.tokenAsked !== undefined ? [tokenAskedText(seen.tokenAsked, language)] : []),
    ...(verbose && seen.account !== undefined ? [accountText(seen.account, language) ?? []].flat() : []),
    ...(seen.autodiscover ?? []).map(
      (attempt) => `${said.autodiscover}${safe(attemptWords(attempt, language), 600)}`,
    ),
    ...(seen.messageInDoubt === true
      ? [said.perhapsLeft(seen.messageId === undefined ? undefined : safe(seen.messageId))]
      : seen.messageLeft === true
        ? [stepOf(seen, 'arrived')?.outcome === 'ok' ? said.left : said.unseen]
        : []),
  ];
  return [
    `  ${style.colour.bold(heading)}`,
    ...seen.steps
      .filter((step) => verbose || isWorthALine(step))
      .flatMap((step) => stepLines(step, seen, column, style, language)),
    ...extra.flatMap((line) => wrap(line, style.width, '      ')),
    ...(verbose ? transcriptLines(seen, language, style) : []),
  ];
}

/** Steps that nobody asked for, and those after the broken one, are told by what stands before them. */
function isWorthALine(step: StepResult): boolean {
  return !(
    step.outcome === 'not-tried' &&
    (step.because === 'not-asked' || step.because === 'earlier-step-failed')
  );
}

/** One step with its sign, its time and what is worth seeing of it. `name`: what it is called, if not as usual. */
export function stepLines(
  step: StepResult,
  seen: Observation,
  column: number,
  style: Style,
  language: Language,
  name = stepWords[language][step.step],
): string[] {
  const { colour, signs, width } = style;
  const sign =
    step.outcome === 'ok'
      ? colour.green(signs.good)
      : step.outcome === 'not-tried'
        ? colour.dim(signs.none)
        : colour.red(signs.bad);
  const time = step.outcome === 'not-tried' ? '' : `${Math.round(step.milliseconds)} ms`;
  const label = padTo(name, column);
  const head = `    ${sign} ${label}  ${time.padStart(8)}  `;
  const hanging = ' '.repeat(4 + 2 + column + 2 + 8 + 2);
  const [first = '', ...others] = wrap(outcomeText(step, seen, language), width, hanging);
  return [(head + first.trimStart()).trimEnd(), ...others];
}

function outcomeText(step: StepResult, seen: Observation, language: Language): string {
  const said = words[language];
  switch (step.outcome) {
    case 'ok':
      return okText(step, seen);
    case 'refused':
      return `${said.failed.refused}: ${replyText(step.reply)}`;
    case 'rejected':
      return rejectionWords[language][step.reason];
    case 'failed':
      // Node's messages mostly begin with the code.
      return step.message.includes(step.error)
        ? safe(step.message)
        : `${safe(step.error)}: ${safe(step.message)}`;
    case 'closed':
      return `${said.failed.closed}${step.afterReply === undefined ? '' : `: ${replyText(step.afterReply)}`}`;
    case 'timed-out': {
      const seconds = (step.afterMilliseconds / 1_000).toFixed(step.afterMilliseconds % 1_000 === 0 ? 0 : 1);
      return `${said.failed['timed-out']}: ${step.receivedBytes === 0 ? said.nothing(seconds) : said.some(step.receivedBytes, seconds)}`;
    }
    case 'malformed':
      return `${said.failed.malformed}: ${safe(step.received, 120)}`;
    case 'not-tried':
      return `${said.failed['not-tried']}: ${notTriedWords[language][step.because]}`;
  }
}

/** What is worth seeing of a step that went well. */
function okText(step: StepResult & { outcome: 'ok' }, seen: Observation): string {
  switch (step.step) {
    case 'connect':
      return seen.address ?? '';
    case 'tls':
      return seen.tlsVersion ?? '';
    case 'login':
      return seen.mechanismUsed ?? '';
    case 'token':
    case 'queued':
      return seen.queueId === undefined ? (step.reply ? replyText(step.reply) : '') : safe(seen.queueId);
    case 'name':
    case 'greeting':
    case 'capabilities':
    case 'inbox':
    case 'sender':
    case 'recipient':
    case 'arrived':
    case 'removed':
      return '';
  }
}

/** A server's own words, never translated. */
export function replyText(reply: Reply): string {
  return safe(replyWords(reply), 500);
}

export function transcriptLines(seen: Observation, language: Language, { colour }: Style): string[] {
  if (seen.transcript.length === 0) return [];
  return [
    `      ${words[language].transcript}`,
    ...seen.transcript.map(({ milliseconds, mark, text }) =>
      colour.dim(`      ${String(Math.round(milliseconds)).padStart(6)} ${mark} ${safe(text)}`),
    ),
  ];
}
