// Knows how the command line is understood: global options, help, usage errors. The commands' own are in command-line.ts.

import { Command, CommanderError, type ParseOptions } from 'commander';
import { colourChoices } from './style.ts';
import type { Context } from './context.ts';
import { declareCommands } from './command-line.ts';
import { Unusable, type ExitCode } from './exit.ts';
import { english } from './help/english.ts';
import { japanese } from './help/japanese.ts';
import type { CommandName, Help } from './help/help.ts';
import { languages, type Language } from '../core/rules/rule.ts';
import { oneOf } from './options.ts';
import { emptyValue, usageError } from './usage-errors.ts';
import { widthOf, wrap } from './wrap.ts';

const helpOf: Record<Language, Help> = { en: english, ja: japanese };
const fromUser: ParseOptions = { from: 'user' };

/** Understands the command line and runs what it asks for. */
export async function runProgram(argv: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(context, (result) => {
    code = result;
  });
  try {
    // The platform's codes are negative numbers; to a command line those would be options.
    await program.parseAsync(
      argv.map((word) => word.replace(/^-(?=\d{6,}$)/, '\u2212').replace(/^(?=-ERR\b)/, ' ')),
      fromUser,
    );
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander's exit codes are 0 for help and version asked for, 1 for every usage error: ours is 2.
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    throw new Unusable(usageError(error, commandAsked(program, argv), context.language));
  }
}

function commandAsked(program: Command, argv: readonly string[]): string {
  const name = argv.find((word) => program.commands.some((command) => command.name() === word));
  return name === undefined ? 'mailcheck' : `mailcheck ${name}`;
}

function createProgram(context: Context, finish: (code: ExitCode) => void): Command {
  const words = helpOf[context.language];
  const { colour, width } = context.style;
  const program: Command = new Command('mailcheck')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.out(text),
      writeErr: (text) => context.err(text),
      // Said once, in the right language, by whoever catches it.
      outputError: () => undefined,
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => true,
      getErrHasColors: () => true,
    })
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: 20,
      subcommandTerm: (command) => command.name(),
      displayWidth: widthOf,
      boxWrap: (text, columns) => wrap(text, columns).join('\n'),
      styleTitle: (title) => colour.bold(words.titles[title] ?? title),
      visibleGlobalOptions: (command) =>
        command === program ? [] : program.options.filter((option) => option.long !== '--version'),
    })
    .description(words.description)
    .version(context.version, '-V, --version', words.global.version)
    .helpOption('-h, --help', words.global.help)
    .helpCommand(false)
    .option('--workspace <path>', words.global.workspace)
    .addOption(oneOf('--lang', languages, words.global.lang, context.language))
    .addOption(oneOf('--color', colourChoices, words.global.color, context.language, 'when'))
    .addHelpText('after', () => after(words, words.examples, context))
    .hook('preAction', (_, command) => refuseEmpty(command, context.language));

  const commands = {} as Record<CommandName, Command>;
  for (const name of Object.keys(words.commands) as CommandName[]) {
    const { summary, description, examples } = words.commands[name];
    commands[name] = program
      .command(name)
      .summary(summary)
      .description(description)
      .helpOption('-h, --help', words.global.help)
      .addHelpText('after', () => after(words, examples, context));
  }
  declareCommands(commands, words, context, finish);
  return program;
}

/** No option and no argument has a use for an empty value: a variable of the shell is not set. */
function refuseEmpty(command: Command, language: Language): void {
  const options = [...command.options, ...(command.parent?.options ?? [])];
  const values: Record<string, unknown> = command.optsWithGlobals();
  const places = [
    ...options.map((option) => [option.flags, values[option.attributeName()]] as const),
    ...command.registeredArguments.map(
      (argument, index) => [`<${argument.name()}>`, command.processedArgs[index] as unknown] as const,
    ),
  ];
  const empty = places.find(([, value]) => [value].flat().some(isBlank));
  if (empty !== undefined) throw new Unusable(emptyValue(empty[0], `mailcheck ${command.name()}`, language));
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

const separators: Record<Language, string> = { en: ', ', ja: '、' };

function after(words: Help, examples: readonly string[], { style, language }: Context): string {
  return [
    '',
    style.colour.bold(words.titles['examples'] ?? ''),
    ...examples.map((example) => `  ${example}`),
    '',
    style.colour.bold(words.titles['exitCodes'] ?? ''),
    ...wrap(words.exitCodes.map((parts) => parts.join(' ')).join(separators[language]), style.width, '  '),
  ].join('\n');
}
