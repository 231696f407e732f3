// Knows what a command may use of the outside: one argument, so that a test passes another world.
// May not read process.*: main.ts alone does.

import { chooseLanguage, valueOfFlag, type Environment } from './text.ts';
import { colourChoices, createStyle, type Stream, type Style } from './style.ts';
import type { Language } from '../core/rules/rule.ts';

/** What the process offers. */
export type World = {
  /** Data. A line end is added where it is missing. */
  out(text: string): void;
  /** When everything is out: the system's code of what kept a part of the data from getting there. */
  lost?: () => Promise<string | undefined>;
  /** Progress and errors. */
  err(text: string): void;
  env: Environment;
  cwd: string;
  now(): Date;
  /** Aborted by the first Ctrl-C. */
  signal: AbortSignal;
  /** One line of a person's; undefined as an answer: they want no more of it. Absent: nobody sits at a terminal. */
  ask?: (question: string) => Promise<string | undefined>;
  /** Standard input to its end, for `explain -`. */
  input?: () => Promise<string>;
  stdout: Stream;
  stderr: Stream;
  version: string;
};

/** The world, and how to speak in it. */
export type Context = World & {
  language: Language;
  /** The person asked for this language (--lang, MAILCHECK_LANG); else the workspace may choose. */
  languageAsked: boolean;
  /** For stdout. */
  style: Style;
  /** For stderr: decided apart, because one of the two may be a file. */
  errorStyle: Style;
};

export function contextOf(argv: readonly string[], world: World): Context {
  const asked = valueOfFlag(argv, '--color');
  const colour = colourChoices.find((choice) => choice === asked);
  const language = valueOfFlag(argv, '--lang');
  return {
    ...world,
    language: chooseLanguage(language, world.env),
    languageAsked: [language, world.env['MAILCHECK_LANG']].some(
      (value) => value !== undefined && value !== '',
    ),
    style: createStyle(colour, world.env, world.stdout),
    errorStyle: createStyle(colour, world.env, world.stderr),
  };
}
