// Knows the sentences for what can be wrong with what was typed, in English and Japanese:
// what is wrong, what is allowed, what to type. Not the place; never the value of a secret field.

import type { Language } from '../rules/rule.ts';
import type { Trouble } from './problem.ts';
import { allowedKeys } from './allowed-keys.ts';
import { japaneseProblemWords } from './problem-words-ja.ts';
import { whereText } from './where.ts';

export const problemWords: Record<Language, (trouble: Trouble) => string> = {
  en: english,
  ja: japaneseProblemWords,
};

const shapes = {
  nothing: 'nothing',
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  mapping: 'a mapping (key: value)',
} as const;

function english(trouble: Trouble): string {
  switch (trouble.is) {
    case 'unreadable':
      return unreadable[trouble.because](trouble.code);
    case 'too-large':
      return `the file is ${size(trouble.bytes)}; at most ${size(trouble.limit)} is read. Split it, or write many records as .jsonl, one a line.`;
    case 'line-too-long':
      return `this line is longer than ${size(trouble.limit)}: it was not read. Write one record a line.`;
    case 'not-utf8':
      return 'the file is not UTF-8. Save it as UTF-8 (in Notepad: Save as, Encoding UTF-8).';
    case 'too-deep':
      return `nested deeper than ${trouble.limit} levels: this is no record. The file was not read.`;
    case 'too-many-files':
      return `include: names more than ${trouble.limit} files. Name fewer, or put records together in .jsonl files.`;
    case 'no-workspace':
      return `there is no mailcheck.yaml in ${trouble.looked} or above it. Write a starter with "mailcheck init", or name an existing one with --workspace.`;
    case 'include-finds-nothing':
      return `no file matches "${trouble.pattern}". Only .yaml, .yml, .json and .jsonl files are read; correct the pattern or take it out.`;
    case 'include-outside':
      return `"${trouble.pattern}" leads out of the folder of mailcheck.yaml. Only files beside or below it are read.`;
    case 'syntax':
      return (trouble.format === 'yaml' ? yamlSyntax[trouble.code] : undefined) ?? syntaxOf(trouble.format);
    case 'written-twice':
      return 'this key is already written above in the same mapping. Keep one of the two.';
    case 'alias-bomb':
      return 'aliases (*name) repeat too much. Write the values out.';
    case 'not-a-mapping':
      return `this file holds ${shapes[trouble.got]}; it must hold kinds, each a list: "mailboxes:" and below it "- emailAddress: …".`;
    case 'unknown-kind':
      return `"${trouble.shown}" is no kind of record. ${meant(trouble.meant)}Allowed: ${list(trouble.allowed)}.`;
    case 'not-a-list':
      return `"${trouble.kind}:" holds ${shapes[trouble.got]}; it must be a list: each record starts with "- ".`;
    case 'not-a-record':
      return `this is ${shapes[trouble.got]}; each entry of "${trouble.kind}:" must be a mapping (key: value).`;
    case 'row-without-kind':
      return 'each line must be one record with its kind: {"kind": "mailboxes", "emailAddress": "…"}.';
    case 'unknown-key':
      return `unknown key "${trouble.shown}". ${meant(trouble.meant).trim() || allowedKeys(trouble, 'en')}`;
    case 'merge-key':
      return 'merge keys ("<<") are not read. Write the keys out.';
    case 'given-twice':
      return `given more than once: ${list(trouble.typed)} are the same field. Keep one of them.`;
    case 'missing':
      return `"${trouble.key}" is missing. Add "${trouble.key}: …".`;
    case 'no-identity':
      return `nothing says which record this is. Add ${trouble.keys.map((key) => `"${key}: …"`).join(' or ')}.`;
    case 'nothing-written':
      return `nothing is written after "${trouble.key}:". Write a value, or take the line out.`;
    case 'integer-for-word':
      return trouble.quoted
        ? `write it in quotes: ${trouble.key}: "${trouble.word}".`
        : `${trouble.shown} is ${trouble.word} here: write ${trouble.key}: ${trouble.word}.`;
    case 'wrong-word':
      return `"${trouble.shown}" is not allowed. ${meant(trouble.meant)}Allowed: ${list(trouble.allowed)}.`;
    case 'not-true-or-false':
      return `"${trouble.shown}" is neither true nor false. Write ${
        trouble.meant === undefined
          ? `${trouble.key}: true or ${trouble.key}: false`
          : `${trouble.key}: ${trouble.meant}`
      }.`;
    case 'not-a-whole-number':
      return `"${trouble.shown}" is not a whole number. Write ${
        trouble.meant === undefined
          ? 'digits alone, without quotes'
          : `${trouble.key}: ${trouble.meant}, without quotes`
      }.`;
    case 'out-of-range':
      return `${trouble.shown} is out of range. Allowed: ${trouble.minimum} to ${trouble.maximum}.`;
    case 'not-a-moment':
      return `"${trouble.shown}" is not a date with a time and an offset. Write ${trouble.key}: ${
        trouble.meant ?? '2026-11-20T09:00:00Z'
      } (Z is UTC; Japan is +09:00 in its place).`;
    case 'not-text':
      return `this is ${shapes[trouble.got]}; text is expected. Write ${trouble.key}: ${
        trouble.meant === undefined ? 'and the text' : `"${trouble.meant}"`
      }.`;
    case 'too-long':
      return `this is longer than the ${trouble.maximum} characters that the platform's column holds. Copy the value as the platform shows it.`;
    case 'empty-text':
      return 'the text is empty. Write a value, or take the line out.';
    case 'wrong-shape':
      return `this is ${shapes[trouble.got]}; ${shapes[trouble.expected]} is expected.`;
    case 'literal-secret':
      return `a secret itself must not stand in a record. ${secretWays(trouble.key)} Change the secret too: it may be in your version history.`;
    case 'wrong-secret-reference':
      return `this does not say where the secret is kept. ${secretWays(trouble.key)}`;
    case 'wrong-from':
      return `${trouble.field === 'to' ? 'To' : 'From'} must be one of ${list(trouble.words)}, or name a record: { user: … }, { queue: … }, { team: … }, { contact: … } or { field: … }. ${meant(trouble.meant)}`.trim();
    case 'unknown-preset':
      return `there is no preset "${trouble.shown}". ${meant(trouble.meant)}Allowed: ${list(trouble.allowed)}.`;
    case 'invalid':
      return 'this value is not allowed here.';
    case 'unknown-code':
      return `there is no rule "${trouble.shown}". ${meant(trouble.meant)}"mailcheck explain" lists them all.`;
    case 'retired-code':
      return `${trouble.code} is no longer reported: take it out. ${trouble.what}`;
    case 'severity-fixed':
      return `${trouble.code} says that no mail is due; that is not a matter of severity. Take it out.`;
    case 'wrong-rule-setting':
      return `write ${trouble.code}: { severity: warning, reason: "…" }; severity is one of error, warning, information, off.`;
    case 'reason-missing':
      return 'the reason is missing: it is printed with each report. Add reason: "…", in words that a colleague understands next year.';
    case 'duplicate-id':
      return trouble.ownId
        ? `the id "${trouble.shown}" is already taken at ${whereText(trouble.first)} (${trouble.firstKind}). Ids are unique among users, queues and teams, and within every other kind.`
        : `a record known as "${trouble.shown}" is already at ${whereText(trouble.first)} (${trouble.firstKind}). Give each an "id: …" of its own, or take one out.`;
    case 'dangling':
      return `"${trouble.shown}" is not among ${list(trouble.kinds)}. ${meant(trouble.meant)}Name a record by its id, e-mail address or name, or add it.`;
    case 'ambiguous':
      return `"${trouble.shown}" may mean ${trouble.candidates.length} records. Write the id of the one you mean: ${list(
        trouble.candidates.map(
          (candidate) => `"${candidate.id}" (${candidate.kind}, ${whereText(candidate.where)})`,
        ),
      )}.`;
    case 'several-environments':
      return `an environment is already described at ${whereText(trouble.first)}. One workspace is one environment: keep one, and give the other a folder of its own.`;
    case 'more':
      break;
  }
  return `… and ${trouble.count} more problems. Correct the ones above first.`;
}

const unreadable: Record<Extract<Trouble, { is: 'unreadable' }>['because'], (code: string) => string> = {
  missing: () => 'there is no such file.',
  forbidden: () => 'the file may not be read: permission denied. Allow this user to read it.',
  folder: () => 'this is a folder, a file is expected.',
  special: () => 'this is not a regular file.',
  failed: (code) => `the file could not be read (${code}).`,
};

// Our own words for the parser's codes: its messages quote the text, and the text may hold a password.
const yamlSyntax: Record<string, string> = {
  TAB_AS_INDENT: 'a tab is used to indent. YAML allows spaces only.',
  BAD_INDENT: 'the indentation does not fit. Keys of one record start in the same column; spaces only.',
  TAG_RESOLVE_FAILED:
    'a value starts with "!", which YAML takes for a tag. Put the value in quotes if the "!" belongs to it.',
  UNRESOLVED_ALIAS:
    'a value starts with "*", which YAML takes for an alias. Put the value in quotes if the "*" belongs to it.',
  BAD_ALIAS:
    'a value starts with "&" or "*", which YAML takes for an anchor or alias. Put the value in quotes.',
  BAD_SCALAR_START: 'a value starts with a character that YAML reserves (@ ` %). Put the value in quotes.',
  MISSING_CHAR:
    'something is missing before this (a ":" with a space after it, a comma, a quote or a bracket), or this line is indented wrongly.',
  MULTILINE_IMPLICIT_KEY: 'a key may not go on over several lines. Is a ":" or a quote missing here?',
  BLOCK_AS_IMPLICIT_KEY: 'two "key: value" on one line, or wrong indentation. Write one key a line.',
  BLOCK_IN_FLOW: 'a block stands inside { } or [ ]. Close the bracket first.',
  UNEXPECTED_TOKEN:
    'something unexpected stands here. Put values with : # { } [ ] , & * ! | > @ ` in quotes.',
  BAD_DQ_ESCAPE: 'a backslash in double quotes starts an escape. Use single quotes for a literal backslash.',
  MULTIPLE_DOCS:
    'there is more than one document in the file. Take out the "---" lines, or make a file of each.',
};

function syntaxOf(format: 'yaml' | 'json'): string {
  return format === 'json'
    ? 'not valid JSON from here on. Look for a missing or extra comma, quote or bracket; JSON knows no comments.'
    : 'not valid YAML here. Look for indentation, a missing quote or a missing space after ":".';
}

function secretWays(key: string): string {
  return `Write ${key}: { env: NAME } for an environment variable, ${key}: { file: path }, ${key}: { keyring: NAME } or ${key}: { command: [program, argument] }.`;
}

function meant(word: string | undefined): string {
  return word === undefined ? '' : `Did you mean "${word}"? `;
}

function list(words: readonly string[]): string {
  return words.join(', ');
}

function size(bytes: number): string {
  return bytes >= 1_048_576
    ? `${Math.ceil((bytes / 1_048_576) * 10) / 10} MiB`
    : `${Math.round(bytes / 1024)} KiB`;
}
