// Knows how output looks: colour or none, signs, width. Decided once from flags, environment and terminal;
// chalk's own detection is not used, because it ignores NO_COLOR.

import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../core/rules/rule.ts';
import type { StageStatus } from '../core/path-report.ts';
import type { Environment } from './text.ts';

export const colourChoices = ['auto', 'always', 'never'] as const;
export type ColourChoice = (typeof colourChoices)[number];

type Signs = { good: string; warning: string; bad: string; none: string; unknown: string };

export type Style = {
  colour: ChalkInstance;
  signs: Signs;
  /** Columns to wrap at. */
  width: number;
};

export type Stream = { isTTY: boolean; columns?: number | undefined };

const unicodeSigns: Signs = { good: '✓', warning: '!', bad: '✗', none: '–', unknown: '?' };
const asciiSigns: Signs = { good: '+', warning: '!', bad: 'x', none: '-', unknown: '?' };

export function createStyle(asked: ColourChoice | undefined, env: Environment, stream: Stream): Style {
  return {
    colour: new Chalk({ level: colourLevel(asked ?? 'auto', env, stream) }),
    signs: onlyAscii(env) ? asciiSigns : unicodeSigns,
    // Some terminals say 0 columns when they do not know.
    width: stream.isTTY ? Math.min(Math.max(stream.columns || 80, 40), 100) : 80,
  };
}

/** --color, then NO_COLOR (no-color.org: any value but empty), then FORCE_COLOR, then whether a person looks. */
export function colourLevel(asked: ColourChoice, env: Environment, stream: Stream): 0 | 1 | 2 | 3 {
  if (asked === 'never') return 0;
  if (asked === 'always') return 1;
  if (set(env['NO_COLOR'])) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forcedLevel(forced);
  // In CI a stream is a log unless somebody says otherwise with the variables above.
  return stream.isTTY && env['TERM'] !== 'dumb' && !isCI(env) ? 1 : 0;
}

function forcedLevel(value: string): 0 | 1 | 2 | 3 {
  switch (value) {
    case '0':
    case 'false':
      return 0;
    case '2':
      return 2;
    case '3':
      return 3;
    default:
      return 1;
  }
}

export function isCI(env: Environment): boolean {
  const value = env['CI'];
  return set(value) && value !== 'false' && value !== '0';
}

/** The terminal or the locale says that it shows nothing but ASCII. An unset locale says nothing. */
function onlyAscii(env: Environment): boolean {
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return true;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(set);
  return locale === 'C' || locale === 'POSIX';
}

function set(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/** Nothing is said by colour alone: each status has its sign. */
export function signOfStage(status: StageStatus, { colour, signs }: Style): string {
  switch (status) {
    case 'passes':
      return colour.green(signs.good);
    case 'stops':
      return colour.red(signs.bad);
    case 'may-stop':
      return colour.yellow(signs.warning);
    case 'unknown':
      return colour.yellow(signs.unknown);
    case 'not-reached':
    case 'not-requested':
    case 'not-examined':
    case 'set-aside':
      return colour.dim(signs.none);
  }
}

export function signOfSeverity(severity: Severity, { colour, signs }: Style): string {
  switch (severity) {
    case 'error':
      return colour.red(signs.bad);
    case 'warning':
      return colour.yellow(signs.warning);
    case 'unknown':
      return colour.yellow(signs.unknown);
    case 'information':
    case 'not-requested':
      return colour.dim(signs.none);
  }
}
