// Knows where a workspace is (mailcheck.yaml, looked for upward) and what its own keys say. Reads no records.

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { shapeOf, shown, type Problem } from '../../core/records/problem.ts';
import type { SourceDocument } from '../../core/records/read.ts';
import { nearest } from '../../core/records/suggest.ts';
import type { Where } from '../../core/records/where.ts';
import { languages, type Language } from '../../core/rules/rule.ts';
import { troubleOf } from './read-text.ts';

export const workspaceFile = 'mailcheck.yaml';
export const defaultInclude = 'mailcheck/**';

/** The workspace's file: the one that is named, else mailcheck.yaml here or in the nearest folder above. */
export async function findWorkspace(cwd: string, named?: string): Promise<string | undefined> {
  if (named !== undefined) {
    const full = path.resolve(cwd, named);
    const folder = await stat(full).then(
      (found) => found.isDirectory(),
      () => false,
    );
    return folder ? path.join(full, workspaceFile) : full;
  }
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, workspaceFile);
    if (await exists(candidate)) return candidate;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** `where`: undefined for the default, which nobody wrote. */
export type Include = { pattern: string; where: Where | undefined };

/** Takes `include:`, `language:` and `rules:` out of mailcheck.yaml; what is left are kinds. */
export function takeSettings(documents: Iterable<SourceDocument>): {
  documents: SourceDocument[];
  settings: { include: Include[]; language?: Language; rules: SourceDocument[] };
  problems: Problem[];
} {
  const problems: Problem[] = [];
  let include: Include[] | undefined;
  let language: Language | undefined;
  const rules: SourceDocument[] = [];
  const rest: SourceDocument[] = [];
  for (const document of documents) {
    const { value } = document;
    if (shapeOf(value) !== 'mapping') {
      rest.push(document);
      continue;
    }
    const {
      include: includes,
      language: asked,
      rules: chosen,
      ...records
    } = value as Record<string, unknown>;
    if (chosen !== undefined && chosen !== null) rules.push(document);
    const patterns = typeof includes === 'string' ? [includes] : includes;
    if (patterns !== undefined && patterns !== null) {
      include ??= [];
      if (!Array.isArray(patterns) || patterns.some((pattern) => typeof pattern !== 'string'))
        problems.push(
          problem(
            document.where(['include']),
            { is: 'wrong-shape', got: shapeOf(patterns), expected: 'list' },
            'include',
          ),
        );
      else
        for (const [index, pattern] of (patterns as string[]).entries())
          include.push({ pattern, where: document.where(['include', index]) });
    }
    if (asked !== undefined) {
      language = languages.find((known) => known === asked);
      if (language === undefined)
        problems.push(
          problem(
            document.where(['language']),
            {
              is: 'wrong-word',
              shown: shown(asked),
              meant: typeof asked === 'string' ? nearest(asked, languages) : undefined,
              allowed: languages,
            },
            'language',
          ),
        );
    }
    rest.push({
      value: records,
      where: (place) => document.where(place),
      keyWhere: (place) => document.keyWhere?.(place) ?? document.where(place),
      alsoAllowed: ['include', 'language', 'rules'],
    });
  }
  return {
    documents: rest,
    settings: {
      include: include ?? [{ pattern: defaultInclude, where: undefined }],
      ...(language === undefined ? {} : { language }),
      /** Documents whose `rules:` says something: read where the rules are known. */
      rules,
    },
    problems,
  };
}

export function problem(where: Problem['where'], trouble: Problem['problem'], field = ''): Problem {
  return { where, field, problem: trouble };
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    // A file that is there but cannot be looked at is said to be so, rather than passed over.
    const { because } = troubleOf(error) as { because?: string };
    return because !== 'missing';
  }
}
