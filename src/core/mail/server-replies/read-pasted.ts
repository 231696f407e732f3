// Knows how a reply is found in what somebody pasted: a line of a log, an exception of a library, a bounce, a JSON body.
// Pure text in, a seen reply out; undefined: nothing of that shape. May not say what it means.

import { parseImapLine } from '../imap-reply.ts';
import { parseStatusLine } from '../pop3-reply.ts';
import { readLibraryCode } from './read-pasted-codes.ts';
import { readEntraNumber, readHttpStatus, readJson, readTokenError } from './read-pasted-web.ts';
import type { SeenReply } from './known-reply.ts';
import type { ReplyVendor } from './row.ts';
import { vendorOf } from './vendor.ts';

/** More is not read: a reply stands early. */
const longestPaste = 16_384;

export function readPasted(pasted: string): SeenReply | undefined {
  const text = pasted.slice(0, longestPaste).trim();
  const seen =
    readJson(text) ??
    readTokenError(text) ??
    readEntraNumber(text) ??
    readImapflow(text) ??
    readPop3(text) ??
    readImap(text) ??
    readHttpStatus(text) ??
    readSmtp(text) ??
    readLibraryCode(text);
  if (seen === undefined) return undefined;
  const vendor = seen.vendor ?? vendorIn(text);
  return vendor === undefined ? seen : { ...seen, vendor };
}

/** Bounces name the host that said it; Gmail and Exchange Online sign their replies. */
function vendorIn(text: string): ReplyVendor | undefined {
  const host = /\bhost ([a-z\d.-]{4,253})(?:\[[^\]]{1,64}\])? said:/i.exec(text)?.[1];
  const fromHost = host === undefined ? undefined : vendorOf({ host });
  if (fromHost !== undefined) return fromHost;
  if (/ - gsmtp\b/.test(text)) return 'gmail';
  return /\.(?:prod|eop-[\w-]{1,30}\.prod)(?:\.protection)?\.(?:outlook|exchangelabs)\.com/i.test(text)
    ? 'exchange-online'
    : undefined;
}

/** The fields of imapflow's errors, as printed. */
function readImapflow(text: string): SeenReply | undefined {
  const code = /responseStatus['"]?: ['"](NO|BAD|BYE)['"]/.exec(text)?.[1];
  if (code === undefined) return undefined;
  const words = /responseText['"]?: ['"](.{0,500}?)['"](?:,|\s|$)/.exec(text)?.[1] ?? '';
  const enhanced = /serverResponseCode['"]?: ['"]([A-Z\d-]{1,64})['"]/.exec(text)?.[1];
  return { protocol: 'imap', reply: { code, ...(enhanced === undefined ? {} : { enhanced }), text: words } };
}

function readPop3(text: string): SeenReply | undefined {
  const line = /(?:^|[\s"'<:])(-ERR(?:[ \t][^\r\n]*)?)/m.exec(text)?.[1];
  const reply = line === undefined ? undefined : parseStatusLine(unquoted(line));
  return reply === undefined ? undefined : { protocol: 'pop3', reply };
}

/** "a1 NO …", "* BYE …", or the answer alone where a response code stands behind it or nothing before. */
function readImap(text: string): SeenReply | undefined {
  const tagged = /(?:^|[\s"'<])((?:\*|[A-Za-z.]{0,12}\d{1,8}[A-Za-z]{0,4}) (?:NO|BAD|BYE) [^\r\n]*)/m.exec(
    text,
  )?.[1];
  const bare = /^(?:[\w ]{1,40}: ?)?((?:NO|BAD|BYE) (?:\[|[A-Z])[^\r\n]*)/.exec(text)?.[1];
  const line = tagged ?? (bare === undefined ? undefined : `a1 ${bare}`);
  if (line === undefined) return undefined;
  const read = parseImapLine(unquoted(line));
  return read.kind === 'status' ? { protocol: 'imap', reply: read.reply } : undefined;
}

const status = String.raw`[245]\.\d{1,3}\.\d{1,3}`;
/** Three digits and an enhanced status, anywhere; MailKit writes a colon between, DSNs a number sign before the status. */
const codeWithStatus = new RegExp(
  String.raw`(?:^|[\s;:'"<(\[>])([245]\d\d)[ :-]{1,2}\(?#?(${status})(?![.\d])\)?[ :-]?`,
  'm',
);
/** Three digits alone: at the start of a line, or behind the words that libraries and bounces put before a reply. */
const codeAlone =
  /(?:^|\b(?:smtp ?;|said:|login:|response:|response was:|failed:|rejected:|returned|error:|code) ?['"]?|<-? ?|S: ?)([245]\d\d)(?:[ -]|: |$)/im;
const statusAlone = new RegExp(String.raw`(?:^|[\s#<(])(${status})(?=[\s:;,>)])`, 'm');

function readSmtp(text: string): SeenReply | undefined {
  const whole = codeWithStatus.exec(text);
  if (whole !== null) return smtp(whole[1], whole[2], text.slice(whole.index + whole[0].length));
  const alone = codeAlone.exec(text);
  const dsn = /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1];
  if (alone !== null) return smtp(alone[1], dsn, text.slice(alone.index + alone[0].length));
  const bare = statusAlone.exec(text);
  return bare === null ? undefined : smtp('', dsn ?? bare[1], text.slice(bare.index + bare[0].length));
}

/** The code of further lines ("535-5.7.8 …", RFC 5321 §4.2.1) is said once. */
function smtp(code = '', enhanced: string | undefined, rest: string): SeenReply {
  const again = new RegExp(
    `(^|\\s)${code === '' ? '[245]\\d\\d' : code}(?:[- ]${enhanced?.replaceAll('.', '\\.') ?? status})?(?:[- ]|$)`,
    'gm',
  );
  const text = unquoted(rest.replaceAll(again, '$1').replaceAll(/\s+/g, ' ').trim());
  return { protocol: 'smtp', reply: { code, ...(enhanced === undefined ? {} : { enhanced }), text } };
}

function unquoted(text: string): string {
  return text
    .replace(/['">)\]]+$/, (end) => (end.startsWith(']') || end.startsWith(')') ? end.charAt(0) : ''))
    .trimEnd();
}
