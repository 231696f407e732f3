// Knows what a case is: a folder with case.yaml, and either its own workspace (mailcheck.yaml and what it includes) or another
// case's with a change. Prepares the folder in which the question is asked; judges nothing.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMap, isScalar, isSeq, parse, parseDocument, type Document, type YAMLMap } from 'yaml';
import * as z from 'zod';
import { kinds } from '../../src/core/records/column.ts';
import { stages } from '../../src/core/delivery/stage.ts';

const folderOfCases = import.meta.dirname;

/** Written in `change:` for a field that the records do not hold. (null is a value: "it is known that there is none".) */
const notRecorded = 'not recorded';

const fields = z.record(z.string(), z.unknown());
const changeSchema = z.partialRecord(
  z.enum(kinds),
  // By kind and id (a site setting by its name), fields to set; null takes the record away. The environment has no id.
  z.record(z.string(), z.unknown()),
);

const status = z.enum([
  'passes',
  'stops',
  'may-stop',
  'unknown',
  'not-reached',
  'not-requested',
  'not-examined',
]);

const expectedFinding = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'information', 'unknown', 'not-requested']),
  /** `file:line`, where the case has files of its own. */
  at: z.string().optional(),
  /** What stands in that line: shows that the place is the value to change. Absent: the finding has no place. */
  reads: z.string().optional(),
});

const caseSchema = z.strictObject({
  /** What happened to whom, and what this case teaches. */
  story: z.string().min(80),
  /** What is typed after "mailcheck". */
  ask: z.string(),
  now: z.iso.datetime({ offset: true }).default('2026-11-21T09:00:00Z'),
  /** Folder of the case whose records these are, but for `change`. */
  base: z.string().optional(),
  change: changeSchema.optional(),
  expect: z.strictObject({
    exit: z.union([z.literal(0), z.literal(1), z.literal(3)]),
    verdict: z.enum(['nothing-stops-it', 'stopped', 'not-requested', 'unknown']).optional(),
    cause: z.string().optional(),
    earliestKnown: z.boolean().default(false),
    /** All of them, in the order in which they are reported. */
    findings: z.array(expectedFinding),
    /** Those that do not simply pass. After the one that stops, none is reached. */
    stages: z.partialRecord(z.enum(stages), status).default({}),
    trace: z
      .enum([
        'no-row',
        'pending-send',
        'no-row-or-pending-send',
        'not-known',
        'draft',
        'sending',
        'failed',
        'sent',
        'completed',
        'canceled',
      ])
      .default('not-known'),
    /** Sentences of the output for people, in their order; line breaks do not count. */
    english: z.array(z.string()).min(1),
    japanese: z.array(z.string()).min(1),
    /** What it must not say, in either language. */
    never: z.array(z.string()).default([]),
  }),
});
export type Case = z.output<typeof caseSchema> & { name: string };

export function allCases(): Case[] {
  return readdirSync(folderOfCases)
    .filter((name) => existsSync(path.join(folderOfCases, name, 'case.yaml')))
    .map(readCase);
}

function readCase(name: string): Case {
  const read = caseSchema.safeParse(parse(readFileSync(path.join(folderOfCases, name, 'case.yaml'), 'utf8')));
  if (!read.success) throw new Error(`${name}/case.yaml: ${z.prettifyError(read.error)}`);
  return { ...read.data, name };
}

/** The words of the question; "…" keeps a name together. */
export function argumentsOf({ ask }: Case): string[] {
  return [...ask.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** The folder in which to ask: the one with the records, or a scratch folder where they are changed or evidence is added. */
export function workspaceOf(one: Case): string {
  const own = path.join(folderOfCases, one.name);
  if (one.base === undefined) return own;
  const evidence = path.join(own, 'evidence.json');
  const base = path.join(folderOfCases, one.base);
  if (one.change === undefined && !existsSync(evidence) && existsSync(path.join(base, workspaceFile)))
    return base;
  const scratch = mkdtempSync(path.join(tmpdir(), 'mailcheck-case-'));
  for (const [file, document] of recordsOf(one.name)) {
    mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true });
    writeFileSync(path.join(scratch, file), document.toString({ lineWidth: 0 }));
  }
  if (existsSync(evidence)) copyFileSync(evidence, path.join(scratch, 'evidence.json'));
  return scratch;
}

const workspaceFile = 'mailcheck.yaml';

/** The records' files of a case: its own, or those of its base with the change put in. */
function recordsOf(name: string): Map<string, Document> {
  const own = path.join(folderOfCases, name);
  if (existsSync(path.join(own, workspaceFile)))
    return new Map(
      readdirSync(own, { recursive: true, encoding: 'utf8' })
        .filter((file) => file === workspaceFile || /^mailcheck[/\\].*\.yaml$/.test(file))
        .map((file) => [file, parseDocument(readFileSync(path.join(own, file), 'utf8'))]),
    );
  const { base, change } = readCase(name);
  if (base === undefined) throw new Error(`${name} has neither ${workspaceFile} nor a base`);
  const files = recordsOf(base);
  for (const [kind, byId] of Object.entries(change ?? {})) {
    if (byId === undefined) continue;
    const document = [...files.values()].find((one) => one.has(kind)) ?? files.get(workspaceFile);
    if (document === undefined) throw new Error(`${base} has no ${workspaceFile}`);
    if (kind === 'environment') setFields(document.get(kind), byId);
    else changeRecords(document, kind, byId);
  }
  return files;
}

function changeRecords(document: Document, kind: string, byId: Record<string, unknown>): void {
  if (!document.has(kind)) document.set(kind, document.createNode([]));
  const list = document.get(kind);
  if (!isSeq<YAMLMap>(list)) throw new Error(`${kind} is not a list`);
  for (const [id, change] of Object.entries(byId)) {
    const index = list.items.findIndex((item) => (item.get('id') ?? item.get('name')) === id);
    if (change === null) {
      if (index === -1) throw new Error(`there is no "${id}" to take away from ${kind}`);
      list.delete(index);
      continue;
    }
    const changed = fields.parse(change);
    // A site setting is known by its name, unless there are several of that name.
    const key = kind === 'siteSettings' && !Object.hasOwn(changed, 'name') ? 'name' : 'id';
    if (index === -1) list.add(document.createNode({ [key]: id, ...changed }));
    else setFields(list.items[index], changed);
  }
}

function setFields(record: unknown, changed: Record<string, unknown>): void {
  if (!isMap<string>(record)) throw new Error('the record to change is not a mapping');
  for (const [key, value] of Object.entries(changed)) {
    const present = record.get(key, true);
    if (value === notRecorded) record.delete(key);
    else if (isScalar(present) && (value === null || typeof value !== 'object')) {
      // The remark beside the old value was about the old value.
      present.value = value;
      delete present.comment;
      delete present.source;
    } else record.set(key, value);
  }
}
