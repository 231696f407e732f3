// Knows which row of the table a reply is: all that a row names has to fit, and of those that fit the most specific wins.
// A telltale of the vendor wins over its enhanced status, the status over the bare code. What no row knows stays unknown.
// Asked by the session rules, by `explain`, and for tokens: knownReply({ step: 'token', reply: { code: 'invalid_grant',
// enhanced: 'AADSTS700082', text } }); for Graph and EWS: { protocol: 'graph', reply: { code: '404', enhanced: error.code, text } }.

import { stepOf, type Observation } from '../evidence.ts';
import type { Reply } from '../reply.ts';
import type { StepName } from '../step.ts';
import type { TokenAsked } from '../token.ts';
import { serverReplies } from './index.ts';
import type { ReplyProtocol, ReplyRow, ReplyStep, ReplyVendor } from './row.ts';
import { vendorOf, vendorSeen } from './vendor.ts';

/** A reply and where it was seen; what is left out is not known and excludes no row. */
export type SeenReply = {
  vendor?: ReplyVendor | undefined;
  host?: string | undefined;
  protocol?: ReplyProtocol | undefined;
  step?: ReplyStep | undefined;
  /** How the token was asked for. */
  grant?: TokenAsked['grant'] | undefined;
  /** The session had logged in before. */
  loggedIn?: boolean | undefined;
  /** `code` may be empty where only words are known. */
  reply: Reply;
};

export function knownReply(seen: SeenReply): ReplyRow | undefined {
  const asked = { ...seen, vendor: seen.vendor ?? vendorOf(seen), text: simplified(seen.reply.text) };
  let best: ReplyRow | undefined;
  let bestScore = 0;
  for (const row of serverReplies) {
    const score = scoreOf(row, asked);
    if (score > bestScore) [best, bestScore] = [row, score];
  }
  return best;
}

export function replyRow(id: string): ReplyRow | undefined {
  byId ??= new Map(serverReplies.map((row) => [row.id, row]));
  return byId.get(id);
}
let byId: Map<string, ReplyRow> | undefined;

/** What a session showed of this step's reply. */
export function seenIn(observation: Observation, step: StepName, reply: Reply) {
  return {
    vendor: vendorSeen(observation),
    host: observation.host,
    protocol: observation.protocol,
    step,
    loggedIn: step !== 'login' && stepOf(observation, 'login')?.outcome === 'ok',
    reply,
  };
}

type Asked = SeenReply & { text: string };

const weights = {
  afterLogin: 2_000,
  telltale: 1_000,
  character: 10,
  vendor: 500,
  status: 300,
  range: 250,
  code: 100,
  grant: 50,
  at: 20,
  protocol: 10,
} as const;

/** 0: the row does not fit. The cheap questions come first: of hundreds of rows nearly all end at one of them. */
function scoreOf(row: ReplyRow, asked: Asked): number {
  let score = codeScore(row, asked);
  if (score === doesNotFit) return 0;
  for (const part of furtherScores) {
    const more = part(row, asked);
    if (more === doesNotFit) return 0;
    score += more;
  }
  const telltale = telltaleScore(row, asked);
  if (telltale === doesNotFit) return 0;
  return isIdentified(row, asked, telltale) ? score + telltale : 0;
}

const furtherScores = [statusScore, placeScore, vendorScore, grantScore, loginScore] as const;

/** Vendor and place alone are no reply. */
function isIdentified(row: ReplyRow, { reply }: Asked, telltale: number): boolean {
  return (
    telltale > 0 ||
    (row.codes !== undefined && reply.code !== '') ||
    (row.statuses !== undefined && reply.enhanced !== undefined)
  );
}

const doesNotFit = -1;

function vendorScore(row: ReplyRow, { vendor, reply }: Asked): number {
  if (row.vendors === undefined) return 0;
  if (vendor !== undefined) return row.vendors.includes(vendor) ? weights.vendor : doesNotFit;
  const tells = row.telltales !== undefined && row.needsVendor !== true;
  return tells || isVendorsOwn(reply.enhanced) ? 0 : doesNotFit;
}

/** Details from 50 on are in no registry (RFC 5248): a vendor made them up, and Exchange is the one that does. */
function isVendorsOwn(status: string | undefined): boolean {
  return Number(/^[245]\.\d{1,3}\.(\d{1,3})$/.exec(status ?? '')?.[1] ?? 0) >= 50;
}

function placeScore(row: ReplyRow, { protocol, step }: Asked): number {
  const wrong =
    (protocol !== undefined && row.protocols?.includes(protocol) === false) ||
    (step !== undefined && row.at?.includes(step) === false) ||
    // Who gives tokens is no mail server: words alike mean something else there.
    (step === 'token' && row.at === undefined);
  if (wrong) return doesNotFit;
  return (
    (protocol !== undefined && row.protocols !== undefined ? weights.protocol : 0) +
    (step !== undefined && row.at !== undefined ? weights.at : 0)
  );
}

function grantScore({ grants, telltales }: ReplyRow, { grant }: Asked): number {
  if (grants === undefined) return 0;
  if (grant === undefined) return telltales === undefined ? doesNotFit : 0;
  return grants.includes(grant) ? weights.grant : doesNotFit;
}

function loginScore({ afterLogin }: ReplyRow, { loggedIn }: Asked): number {
  if (afterLogin === undefined) return 0;
  return loggedIn === true ? weights.afterLogin : doesNotFit;
}

function codeScore(row: ReplyRow, { reply }: Asked): number {
  if (row.codes === undefined || reply.code === '') return 0;
  if (!row.codes.includes(reply.code)) return doesNotFit;
  // RFC 3463 §2: where the status is of another class than the code, the code alone says nothing.
  const [statusClass] = /^[245](?=\.)/.exec(reply.enhanced ?? '') ?? [];
  const isBare = row.statuses === undefined && row.telltales === undefined;
  const contradicted =
    isBare && statusClass !== undefined && /^\d/.test(reply.code) && statusClass !== reply.code[0];
  return contradicted ? doesNotFit : weights.code;
}

function statusScore(row: ReplyRow, { reply: { enhanced } }: Asked): number {
  if (row.statuses === undefined) return 0;
  if (enhanced === undefined) return row.statuses.includes('none') ? 0 : doesNotFit;
  if (row.statuses.includes(enhanced)) return weights.status;
  return row.statuses.some((each) => isInRange(enhanced, each)) ? weights.range : doesNotFit;
}

/** "5.7.500-699": the last part of the status lies between. */
function isInRange(status: string, range: string): boolean {
  const [, head, first, last] = /^(\d\.\d{1,3}\.)(\d{1,3})-(\d{1,3})$/.exec(range) ?? [];
  if (head === undefined || !status.startsWith(head)) return false;
  const detail = status.slice(head.length);
  return /^\d{1,3}$/.test(detail) && Number(detail) >= Number(first) && Number(detail) <= Number(last);
}

function telltaleScore({ telltales }: ReplyRow, { text }: Asked): number {
  if (telltales === undefined) return 0;
  let longest = 0;
  for (const each of telltales) if (each.length > longest && isIn(text, each)) longest = each.length;
  return longest === 0 ? doesNotFit : weights.telltale + longest * weights.character;
}

/** The parts of "a … b" stand in this order. */
function isIn(text: string, telltale: string): boolean {
  if (!telltale.includes(' … ')) return text.includes(telltale);
  let from = 0;
  for (const part of telltale.split(' … ')) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

/** What is longer is no reply of a server. */
const longestText = 4_000;

function simplified(text: string): string {
  return text
    .slice(0, longestText)
    .toLowerCase()
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/\s+/g, ' ');
}
