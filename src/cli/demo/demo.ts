// Plays the product's main story on the terminal: made-up records, real sessions with servers on loopback, real commands.
// Needs no set-up, no network and no password. May not touch anything but its own folder.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { contextOf, type Context } from '../context.ts';
import { Unusable, type ExitCode } from '../exit.ts';
import { runProgram } from '../program.ts';
import { wrap } from '../wrap.ts';
import { issueCertificate } from './certificate.ts';
import { startImap } from './imap.ts';
import { MailStore } from './mail-store.ts';
import { narration, type Scene } from './narration.ts';
import { startPop3 } from './pop3.ts';
import type { RunningServer } from './server.ts';
import { startSmtp } from './smtp.ts';
import { storyFiles, type StoryServers } from './story.ts';

/** Exit code 0 when every command of the story ended as told; 1 when one did not; 130 when interrupted. */
export async function demo(options: { keep?: string }, context: Context): Promise<ExitCode> {
  const folder =
    options.keep === undefined
      ? await mkdtemp(join(tmpdir(), 'mailcheck-demo-'))
      : await keepIn(options.keep, context);
  const store = new MailStore(
    new Map(['admin@example.com', 'support@example.com'].map((address) => [address, password()])),
  );
  const certificate = issueCertificate(['localhost', '127.0.0.1'], context.now());
  const running: RunningServer[] = [];
  try {
    const [smtp, pop3, imap] = await Promise.all([
      startSmtp(store, certificate),
      startPop3(store, certificate),
      startImap(store, certificate),
    ]);
    running.push(smtp, pop3, imap);
    await writeStory(
      folder,
      { smtp: smtp.port, pop3: pop3.port, imap: imap.port },
      store,
      certificate.authority,
    );
    return await play(folder, options.keep !== undefined, context);
  } finally {
    await Promise.all(running.map((server) => server.stop()));
    if (options.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function play(folder: string, kept: boolean, context: Context): Promise<ExitCode> {
  const words = narration[context.language];
  say(context, words.opening);
  let asTold = true;
  for (const scene of words.scenes) {
    if (context.signal.aborted) return 130;
    say(context, scene.told);
    if (scene.edit !== undefined) await edit(folder, scene.edit, context);
    for (const command of scene.commands) {
      const code = await type(command.type, folder, context);
      asTold &&= code === command.ends;
    }
  }
  say(context, kept ? words.kept(folder) : words.closing);
  if (!asTold) context.err(words.notAsTold);
  return asTold ? 0 : 1;
}

/** Shows the command as a person would type it, runs it in the story's folder, and shows its exit code. */
async function type(line: string, folder: string, context: Context): Promise<ExitCode> {
  const { colour } = context.style;
  context.out(`${colour.bold(`$ mailcheck ${line}`)}\n`);
  const argv = [
    ...line.split(' '),
    ...(line.startsWith('test-mailbox') ? ['--ca-file', 'demo-authority.pem'] : []),
  ];
  const world = { ...context, cwd: folder, env: { ...context.env, MAILCHECK_LANG: context.language } };
  let code: ExitCode;
  try {
    code = await runProgram(argv, {
      ...contextOf(argv, world),
      style: context.style,
      errorStyle: context.errorStyle,
    });
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    context.out(`${error.message}\n`);
    code = 2;
  }
  context.out(colour.dim(`${narration[context.language].exit(code)}\n`));
  return code;
}

async function edit(folder: string, change: NonNullable<Scene['edit']>, context: Context): Promise<void> {
  const file = join(folder, change.path);
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace(change.before, () => change.after),
  );
  const { colour } = context.style;
  context.out(`  ${change.path}\n`);
  for (const line of change.shown)
    context.out(`  ${line.startsWith('-') ? colour.red(line) : colour.green(line)}\n`);
}

function say(context: Context, text: string): void {
  const { colour, width } = context.style;
  for (const line of wrap(text, width - 2)) context.out(`${colour.cyan(`# ${line}`)}\n`);
}

async function writeStory(
  folder: string,
  servers: StoryServers,
  store: MailStore,
  authority: string,
): Promise<void> {
  const files = [...storyFiles(servers), { path: 'demo-authority.pem', text: authority }];
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
  }
  await mkdir(join(folder, 'secrets'), { mode: 0o700 });
  for (const [address, value] of store.passwords) {
    const name = `${address.split('@')[0]}-password`;
    await writeFile(join(folder, 'secrets', name), `${value}\n`, { mode: 0o600, flag: 'wx' });
  }
}

/** Refuses a folder that holds anything: the demo overwrites nothing. */
async function keepIn(directory: string, context: Context): Promise<string> {
  const folder = resolve(context.cwd, directory);
  if (existsSync(folder)) throw new Unusable(narration[context.language].exists(folder));
  await mkdir(folder, { recursive: true });
  return folder;
}

function password(): string {
  return randomBytes(12).toString('base64url');
}
