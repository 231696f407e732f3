// Knows how a sign-in that was refused is told: the server's words, what the table of server replies knows of them, who can do
// what. May not judge: the table does.

import type { SignIn } from '../core/delivery/sign-in.ts';
import type { Reply } from '../core/mail/reply.ts';
import { knownTokenRefusal } from '../core/mail/server-replies/known-token-refusal.ts';
import { replyCause, replySteps } from '../core/rules/known-reply-words.ts';
import { saidAlone } from '../core/rules/session-words.ts';
import type { Context } from './context.ts';
import { forErrors } from './for-errors.ts';
import { loginWords } from './login-words.ts';
import { replyText } from './reporters/session.ts';
import { stepList } from './reporters/step-list.ts';
import { safe } from './safe.ts';

/** For whom the sign-in was, by the records. */
export type SignInPlace = { mailbox: string; profile: string };

export function refusalLines(
  reply: Reply,
  signIn: SignIn,
  { mailbox, profile }: SignInPlace,
  context: Context,
): string[] {
  const { language, errorStyle, stderr } = context;
  // As forErrors has it: whole lines in a pipe.
  const width = stderr.isTTY ? errorStyle.width : Infinity;
  const row = knownTokenRefusal(reply, signIn);
  const place = {
    host: new URL(signIn.tokenEndpoint).host,
    mailbox: safe(mailbox),
    profile: safe(profile),
    login: safe(signIn.user),
    application: safe(signIn.clientId),
    permissions: permissionsOf(signIn),
  };
  return [
    ...[
      loginWords[language].refused,
      ...(row === undefined ? [] : [replyCause(row, place, language)]),
      saidAlone({ words: replyText(reply) }, language).trim(),
    ].map((line) => forErrors(line, context)),
    ...(row === undefined ? [] : stepList(replySteps(row.fix, place, language), width, language)),
  ];
}

/** As the registration of an application lists them: the last part of Microsoft's addresses, Google's whole ones. */
function permissionsOf({ authority, scope }: SignIn): string[] {
  const addresses = scope.split(' ').filter((name) => URL.canParse(name));
  return authority === 'google' ? addresses : addresses.map((name) => name.slice(name.lastIndexOf('/') + 1));
}
