// Knows which recorded process is behind a message: by unique name, else by display name however it was spelled. Pure.

import { gather, once } from '../records/look-up.ts';
import { nameKey } from '../records/name-key.ts';
import type { Entry, Records } from '../records/records.ts';
import type { Message, MessageKind, ProcessKind } from './message.ts';
import { processOf } from './message.ts';
import type { Found } from './path.ts';

const identityKinds = ['email-confirmation', 'two-factor-code', 'password-reset'] as const;
export type IdentityKind = (typeof identityKinds)[number];

export function isIdentityKind(kind: MessageKind): kind is IdentityKind {
  return (identityKinds as readonly MessageKind[]).includes(kind);
}

/** The portal's message that a process is behind; undefined: any other process. */
export function kindOf(process: Entry<'processes'>): ProcessKind | undefined {
  const unique = uniqueKey(process.fields.uniqueName);
  const kinds = [...identityKinds, 'invitation'] as const;
  const byUniqueName = kinds.find((kind) => uniqueKey(processOf[kind].uniqueName) === unique);
  if (byUniqueName !== undefined) return byUniqueName;
  const display = displayKey(process.fields.name);
  return kinds.find((kind) => displayKey(processOf[kind].displayName) === display);
}

export function isInvitation(process: Entry<'processes'>): boolean {
  return kindOf(process) === 'invitation';
}

/** The process of a message. Several that answer equally well: none is guessed. */
export function findProcess(records: Records, message: Message): Found<'processes'> {
  if (message.kind === 'workflow')
    return message.process === undefined
      ? { missing: 'not-given' }
      : choose(byName(records, message.process), message.process);
  if (message.kind === 'guest-passcode') return { missing: 'not-given' };
  return choose(ofMessage(records, message.kind), processOf[message.kind].uniqueName);
}

/** Processes that may be behind one of the portal's messages, the likeliest first. */
function ofMessage(records: Records, kind: ProcessKind): Entry<'processes'>[][] {
  const { uniqueName, displayName } = processOf[kind];
  const index = indexOf(records);
  const unique = index.byUniqueName.get(uniqueKey(uniqueName) ?? '') ?? [];
  const named = index.byDisplayName.get(displayKey(displayName) ?? '') ?? [];
  // The three identity mails are custom actions; a workflow that bears the same display name is only a second choice.
  const actions = (candidates: Entry<'processes'>[]) =>
    isIdentityKind(kind)
      ? candidates.filter((process) => (process.fields.category ?? 'action') === 'action')
      : candidates;
  // The portal's message carries its own publisher's prefix: a copy of another publisher has another message.
  const own = unique.filter((process) => hasOwnUniqueName(process, kind));
  return [actions(own), own, actions(unique), unique, actions(named), named];
}

/** The row that is edited and called by its name; of the platform's copy (type activation) it is called by its id alone. */
export function isDefinition({ fields }: Entry<'processes'>): boolean {
  return fields.type === undefined || fields.type === 'definition';
}

/** Whether its unique name is the portal's: `SendInvitation` or `adx_SendInvitation`, whatever its display name. */
export function hasOwnUniqueName(process: Entry<'processes'>, kind: ProcessKind): boolean {
  const name = process.fields.uniqueName?.trim().toLowerCase().replace(/^adx_/, '');
  return name === processOf[kind].uniqueName.toLowerCase();
}

/** Ids of the recorded processes that answer to a name equally well. */
export function processesCalled(records: Records, { kind, process }: Message): string[] {
  const candidates =
    kind === 'workflow' || kind === 'guest-passcode'
      ? byName(records, process ?? '')
      : ofMessage(records, kind);
  const best = candidates.find((processes) => processes.length > 0) ?? [];
  return best.map(({ id }) => id);
}

function byName(records: Records, name: string): Entry<'processes'>[][] {
  const index = indexOf(records);
  const wanted = nameKey(name);
  return [
    index.byId.get(wanted) ?? [],
    index.byUniqueName.get(uniqueKey(name) ?? '') ?? [],
    index.byDisplayName.get(displayKey(name) ?? '') ?? [],
  ];
}

function choose(candidates: Entry<'processes'>[][], reference: string): Found<'processes'> {
  const best = candidates.find((processes) => processes.length > 0) ?? [];
  if (best.length === 1 && best[0] !== undefined) return { found: best[0] };
  return { missing: best.length === 0 ? 'not-recorded' : 'several', reference };
}

/** `adx_SendInvitation` and `SendInvitation` are one: the message carries the publisher's prefix, the workflow row not. */
function uniqueKey(name: string | undefined): string | undefined {
  return name
    ?.trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9]{1,7}_/, '');
}

/** "Two-Factor", "Two Factor" and "TwoFactor" are one, and old versions shipped "Contatct". */
function displayKey(name: string | undefined): string | undefined {
  return name
    ?.normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\u3000\-\u2010-\u2015_]+/g, '')
    .replaceAll('contatct', 'contact');
}

type Index = Record<'byId' | 'byUniqueName' | 'byDisplayName', Map<string, Entry<'processes'>[]>>;

const indexOf = once((records: Records) => {
  const index: Index = { byId: new Map(), byUniqueName: new Map(), byDisplayName: new Map() };
  for (const process of records.processes) {
    const uniqueName = uniqueKey(process.fields.uniqueName);
    const displayName = displayKey(process.fields.name);
    gather(index.byId, nameKey(process.id), process);
    if (!isDefinition(process)) continue;
    if (uniqueName !== undefined) gather(index.byUniqueName, uniqueName, process);
    if (displayName !== undefined) gather(index.byDisplayName, displayName, process);
  }
  return index;
});
