// Knows where a mailbox's refresh token is kept: where the record says, or in the keyring, or in a private file outside the
// workspace; and how its record names that place. May not show the token.

import path from 'node:path';
import type { SecretRef } from '../core/delivery/probe-request.ts';
import type { Entry } from '../core/records/records.ts';
import { keepSecret, privateFileFor } from '../io/keep-secret.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit.ts';
import { forErrors } from './for-errors.ts';
import { loginWords } from './login-words.ts';
import { safe } from './safe.ts';
import { placeText, writeBack } from './workspace.ts';

/** Where the record names no place. */
export function keyringOf(mailbox: Entry<'mailboxes'>): { keyring: string } {
  return { keyring: nameFor(mailbox) };
}

export async function keepRefreshToken(
  mailbox: Entry<'mailboxes'>,
  refreshToken: string,
  recorded: SecretRef | undefined,
  root: string,
  context: Context,
): Promise<ExitCode> {
  const said = loginWords[context.language];
  const address = mailbox.fields.emailAddress ?? mailbox.id;
  const world = { env: context.env, folder: root, signal: context.signal };
  let reference = recorded ?? keyringOf(mailbox);
  let trouble = await keepSecret(reference, refreshToken, world);
  if (trouble !== undefined && recorded === undefined) {
    context.err(forErrors(said.fellBack(safe(trouble.problem)), context));
    reference = { file: privateFileFor(nameFor(mailbox), context.env) };
    trouble = await keepSecret(reference, refreshToken, world);
  }
  if (trouble !== undefined) {
    context.err(forErrors(said.notKept(placeOf(reference, root, context), safe(trouble.problem)), context));
    context.err(forErrors(said.keepElsewhere, context));
    return 2;
  }
  context.out(`${context.style.colour.green(context.style.signs.good)} ${placeOf(reference, root, context)}`);
  if (recorded === undefined) {
    const change = { path: ['oauthRefreshToken'], from: undefined, to: reference };
    const { written, failed } = await writeBack([{ entry: mailbox, changes: [change] }], context);
    // The token is kept, and the record has to name it all the same.
    if (failed) {
      context.err(forErrors(said.addLine(safe(address), lineFor(reference)), context));
      return 2;
    }
    const where = written.get(mailbox);
    if (where !== undefined) context.out(said.recorded(placeText(where)));
  }
  context.out(said.next(safe(address)));
  return 0;
}

export function placeOf(reference: SecretRef, root: string, { language }: Context): string {
  const said = loginWords[language];
  if ('keyring' in reference) return said.keyring(reference.keyring);
  return said.file(safe('file' in reference ? path.resolve(root, reference.file) : '', 500));
}

/** As it stands in the record. */
export function lineFor(reference: SecretRef): string {
  const [key = '', value = ''] = Object.entries(reference)[0] ?? [];
  return `oauthRefreshToken: { ${key}: ${JSON.stringify(value)} }`;
}

/** The mailbox's address, as far as a keyring's name and a file's may hold it. */
function nameFor({ fields, id }: Entry<'mailboxes'>): string {
  return (fields.emailAddress ?? id)
    .toLowerCase()
    .replace(/[^a-z0-9@._+-]/g, '-')
    .slice(0, 200);
}
