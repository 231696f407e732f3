// Knows every command's arguments and options. Each command is loaded when it runs, not before.
// May not do any command's work.

import { Option, type Command } from 'commander';
import { tlsModes } from '../core/mail/protocol.ts';
import type { Context } from './context.ts';
import { failOnChoices, type ExitCode } from './exit.ts';
import type { CommandName, Help } from './help/help.ts';
import { numberWithin, oneOf } from './options.ts';
import { formats, outputOption } from './outputs.ts';

export function declareCommands(
  commands: Record<CommandName, Command>,
  words: Help,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  const { language } = context;
  const word = (command: CommandName, name: string) => words.commands[command].words[name] ?? '';
  const option = (command: CommandName, flags: string, name: string) =>
    new Option(flags, word(command, name));
  const choice = (command: CommandName, flag: string, values: readonly string[]) =>
    oneOf(flag, values, word(command, flag.slice(2)), language, flag.slice(2));
  const seconds = (command: CommandName, flag: string, largest: number) =>
    option(command, `${flag} <seconds>`, flag.slice(2)).argParser(numberWithin(flag, 1, largest, language));
  const failOn = (command: CommandName) =>
    oneOf('--fail-on', failOnChoices, word(command, 'fail-on'), language, 'severity');
  const format = (command: CommandName) =>
    oneOf('--format', formats, word(command, 'format'), language, 'format');
  const output = (command: CommandName) => outputOption('--output <to>', word(command, 'output'), language);

  commands.diagnose
    .argument('[message]', word('diagnose', 'message'))
    .addOption(option('diagnose', '--to <contact>', 'to'))
    .addOption(option('diagnose', '--workflow <name>', 'workflow'))
    .addOption(option('diagnose', '--since <time>', 'since'))
    .addOption(option('diagnose', '--link <url>', 'link'))
    .addOption(option('diagnose', '--site <name>', 'site'))
    .addOption(choice('diagnose', '--depth', ['records', 'connect', 'login']))
    .addOption(option('diagnose', '--offline', 'offline'))
    .addOption(option('diagnose', '--no-alternatives', 'alternatives'))
    .addOption(option('diagnose', '--dry-run', 'dry-run'))
    .addOption(option('diagnose', '--save-evidence <file>', 'save-evidence'))
    .addOption(option('diagnose', '--evidence <file>', 'evidence'))
    .addOption(failOn('diagnose'))
    .addOption(format('diagnose'))
    .addOption(output('diagnose'))
    .addOption(option('diagnose', '--ca-file <file>', 'ca-file'))
    .addOption(option('diagnose', '-v, --verbose', 'verbose'))
    .action(async (message: string | undefined, _, command: Command) => {
      const { diagnose } = await import('./commands/diagnose.ts');
      finish(await diagnose({ ...command.optsWithGlobals(), message }, context));
    });

  commands.check
    .addOption(failOn('check'))
    .addOption(format('check'))
    .addOption(output('check'))
    .addOption(option('check', '-v, --verbose', 'verbose'))
    .action(async (_, command: Command) => {
      const { check } = await import('./commands/check.ts');
      finish(await check(command.optsWithGlobals(), context));
    });

  commands['test-mailbox']
    .argument('[addresses...]', word('test-mailbox', 'addresses'))
    .addOption(option('test-mailbox', '--all', 'all'))
    .addOption(option('test-mailbox', '--profile <name>', 'profile'))
    .addOption(option('test-mailbox', '--approve', 'approve'))
    .addOption(option('test-mailbox', '--no-send', 'send'))
    .addOption(option('test-mailbox', '--no-save', 'save'))
    .addOption(option('test-mailbox', '--no-alternatives', 'alternatives'))
    .addOption(option('test-mailbox', '--dry-run', 'dry-run'))
    .addOption(seconds('test-mailbox', '--timeout', 600))
    .addOption(seconds('test-mailbox', '--arrival-timeout', 3_600))
    .addOption(
      option('test-mailbox', '--concurrency <number>', 'concurrency').argParser(
        numberWithin('--concurrency', 1, 200, language),
      ),
    )
    .addOption(option('test-mailbox', '--save-evidence <file>', 'save-evidence'))
    .addOption(failOn('test-mailbox'))
    .addOption(format('test-mailbox'))
    .addOption(output('test-mailbox'))
    .addOption(option('test-mailbox', '--ca-file <file>', 'ca-file'))
    .addOption(option('test-mailbox', '-v, --verbose', 'verbose'))
    .action(async (addresses: string[], _, command: Command) => {
      const { testMailbox } = await import('./commands/test-mailbox.ts');
      finish(await testMailbox({ ...command.optsWithGlobals(), addresses }, context));
    });

  commands.approve
    .argument('<addresses...>', word('approve', 'addresses'))
    .addOption(option('approve', '--dry-run', 'dry-run'))
    .action(async (addresses: string[], _, command: Command) => {
      const { approve } = await import('./commands/approve.ts');
      finish(await approve({ ...command.optsWithGlobals(), addresses }, context));
    });

  commands.login
    .argument('<mailbox>', word('login', 'mailbox'))
    .addOption(option('login', '--device-code', 'device-code'))
    .addOption(option('login', '--no-browser', 'browser'))
    .addOption(seconds('login', '--timeout', 3_600))
    .addOption(option('login', '--ca-file <file>', 'ca-file'))
    .addOption(option('login', '--dry-run', 'dry-run'))
    .action(async (mailbox: string, _, command: Command) => {
      const { login } = await import('./commands/login.ts');
      finish(await login({ ...command.optsWithGlobals(), mailbox }, context));
    });

  commands['apply-defaults']
    .argument('[addresses...]', word('apply-defaults', 'addresses'))
    .addOption(option('apply-defaults', '--all', 'all'))
    .addOption(option('apply-defaults', '--dry-run', 'dry-run'))
    .action(async (addresses: string[], _, command: Command) => {
      const { applyDefaults } = await import('./commands/apply-defaults.ts');
      finish(await applyDefaults({ ...command.optsWithGlobals(), addresses }, context));
    });

  commands.sender
    .argument('<process>', word('sender', 'process'))
    .addOption(option('sender', '--for <contact>', 'for'))
    .addOption(choice('sender', '--format', ['human', 'json']))
    .action(async (process: string, _, command: Command) => {
      const { sender } = await import('./commands/sender.ts');
      finish(await sender({ ...command.optsWithGlobals(), process }, context));
    });

  commands['site-settings']
    .argument('[names...]', word('site-settings', 'names'))
    .addOption(option('site-settings', '--site <name>', 'site'))
    .addOption(option('site-settings', '--all', 'all'))
    .addOption(choice('site-settings', '--format', ['human', 'json']))
    .action(async (names: string[], _, command: Command) => {
      const { siteSettings } = await import('./commands/site-settings.ts');
      finish(await siteSettings({ ...command.optsWithGlobals(), names }, context));
    });

  commands.probe
    .argument('<urls...>', word('probe', 'urls'))
    .addOption(oneOf('--tls', tlsModes, word('probe', 'tls'), language))
    .addOption(option('probe', '--user <name>', 'user'))
    .addOption(option('probe', '--password-env <name>', 'password-env'))
    .addOption(option('probe', '--password-file <file>', 'password-file'))
    .addOption(seconds('probe', '--timeout', 600))
    .addOption(option('probe', '--ca-file <file>', 'ca-file'))
    .addOption(choice('probe', '--format', ['human', 'json']))
    .addOption(option('probe', '-v, --verbose', 'verbose'))
    .action(async (urls: string[], _, command: Command) => {
      const { probe } = await import('./commands/probe.ts');
      finish(await probe({ ...command.optsWithGlobals(), urls }, context));
    });

  commands.explain
    .argument('[code]', word('explain', 'code'))
    .addOption(option('explain', '--all', 'all'))
    .addOption(choice('explain', '--format', ['markdown']))
    .action(async (code: string | undefined, { all, format }: { all?: boolean; format?: string }) => {
      if (all === true || format !== undefined) {
        const { manual } = await import('./commands/manual.ts');
        finish(manual(code, context));
        return;
      }
      const { explain } = await import('./commands/explain.ts');
      finish(await explain(code, context));
    });

  commands.init.argument('[directory]', word('init', 'directory')).action(async (directory?: string) => {
    const { init } = await import('./commands/init.ts');
    finish(await init(directory, context));
  });

  commands.demo
    .addOption(option('demo', '--keep <directory>', 'keep'))
    .action(async (_, command: Command) => {
      const { demo } = await import('./demo/demo.ts');
      finish(await demo(command.optsWithGlobals(), context));
    });
}
