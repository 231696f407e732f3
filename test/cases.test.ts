// Whole stories, asked as a person would ask them: records (and evidence) in, exit code, report and both languages' words out.
// Each folder of test/cases is one; its case.yaml tells the story and what must come out. Read them to learn what mailcheck says.

import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stagesOf, type Message } from '../src/core/delivery/message.ts';
import type { Where } from '../src/core/records/where.ts';
import type { PathReport } from '../src/core/path-report.ts';
import type { Finding, Language } from '../src/core/rules/rule.ts';
import { main } from '../src/main.ts';
import { allCases, argumentsOf, workspaceOf, type Case } from './cases/case.ts';
import { testWorld } from './cli/world.ts';

const cases = allCases();

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  const folder = workspaceOf(one);
  afterAll(() => {
    if (path.dirname(folder) === tmpdir()) rmSync(folder, { recursive: true });
  });

  test('the report', async () => {
    const { code, out, complaints } = await ask(one, folder, '--format', 'json');
    expect({ code, complaints }).toEqual({ code: one.expect.exit, complaints: [] });
    const report = JSON.parse(out) as { paths?: PathReport[]; findings: Finding[] };
    const [judged] = report.paths ?? [];
    const { verdict, cause, earliestKnown, trace, findings } = one.expect;
    expect((judged ?? report).findings.map((finding) => shownLike(finding, folder))).toEqual(
      findings.map(({ at, ...finding }) => ({ ...finding, at: at ?? expect.anything() })),
    );
    expect(judged === undefined).toBe(verdict === undefined);
    if (judged === undefined) return;
    expect({
      verdict: judged.verdict,
      cause: judged.cause?.code,
      earliestKnown: judged.earliestKnown,
      trace: judged.trace,
    }).toEqual({ verdict, cause, earliestKnown, trace });
    expect(judged.stages.map(({ stage, status }) => `${stage} ${status}`)).toEqual(
      expectedStages(one, judged.message),
    );
  });

  test.each([
    ['en', one.expect.english],
    ['ja', one.expect.japanese],
  ] as const)('the words, %s', async (language, sentences) => {
    const { code, out, complaints } = await ask(one, folder, '--lang', language);
    expect({ code, complaints }).toEqual({ code: one.expect.exit, complaints: [] });
    // One after the other: the order of the steps is part of what is said.
    let rest = unwrapped(out, language);
    for (const sentence of sentences) {
      const wanted = unwrapped(sentence, language);
      expect(rest).toContain(wanted);
      rest = rest.slice(rest.indexOf(wanted) + wanted.length);
    }
    for (const word of one.expect.never)
      expect(unwrapped(out, language)).not.toContain(unwrapped(word, language));
    for (const { code: finding } of one.expect.findings) expect(out).toContain(finding);
    expect(out).not.toMatch(/undefined|\[object |NaN/);
    if (language === 'en') expect(out).not.toMatch(/[\u3040-\u30ff]/);
  });
});

describe('the collection', () => {
  test('has healthy environments, in which there is nothing to say', () => {
    const quiet = cases.filter(
      ({ expect: { verdict, findings } }) => verdict === 'nothing-stops-it' && findings.length === 0,
    );
    expect(quiet.length).toBeGreaterThanOrEqual(4);
  });

  test('shows every verdict and every exit code of a judgement', () => {
    expect(new Set(cases.map(({ expect: { verdict } }) => verdict ?? 'none'))).toEqual(
      new Set(['nothing-stops-it', 'stopped', 'not-requested', 'unknown', 'none']),
    );
    expect(new Set(cases.map(({ expect: { exit } }) => exit))).toEqual(new Set([0, 1, 3]));
  });
});

/** Written are the stages that do not pass; what follows the one that stops is not reached; nobody asked for the last two. */
function expectedStages({ expect: { stages: written } }: Case, message: Message): string[] {
  let ended = false;
  return stagesOf(message.kind).map((stage) => {
    const unasked = stage === 'domain' || stage === 'arrival' ? 'not-examined' : undefined;
    const status = written[stage] ?? unasked ?? (ended ? 'not-reached' : 'passes');
    ended ||= status === 'stops' || status === 'not-requested';
    return `${stage} ${status}`;
  });
}

async function ask(one: Case, folder: string, ...more: string[]) {
  const world = testWorld({ cwd: folder, now: () => new Date(one.now) });
  const code = await main([...argumentsOf(one), ...more], world);
  return { code, out: world.printed.join('\n'), complaints: world.complained };
}

function shownLike({ code, severity, where }: Finding, folder: string) {
  const place = where === undefined ? undefined : placeOf(where, folder);
  return {
    code,
    severity,
    ...(place?.reads === undefined ? {} : { reads: place.reads }),
    at: place?.at ?? 'no place',
  };
}

/** `file:line` and what stands there; a row of a table has no line. */
function placeOf(where: Where, folder: string): { at: string; reads?: string } {
  if (!('file' in where)) return { at: `${where.table}(${where.row})` };
  const line = readFileSync(path.join(folder, where.file), 'utf8').split('\n')[where.line - 1];
  return { at: `${where.file}:${where.line}`, reads: line?.trim() ?? 'no such line' };
}

/** Lines are broken where the terminal ends: that is not what a sentence says. Japanese has no spaces to break at. */
function unwrapped(text: string, language: Language): string {
  return language === 'ja' ? text.replaceAll(/\s+/g, '') : text.replaceAll(/\s+/g, ' ');
}
