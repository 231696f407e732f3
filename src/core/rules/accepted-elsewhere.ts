// Knows whether the other direction of a mailbox was let in with the very user name and password that are refused here, and
// what is then said and done: the password is not what is wrong. May not claim what is.

import { usedToken } from '../mail/bearer-refusals.ts';
import { stepOf } from '../mail/evidence.ts';
import { credentialsFor } from '../delivery/credentials.ts';
import type { SessionProtocol } from '../mail/protocol.ts';
import { isHttp } from '../mail/protocol.ts';
import {
  checkPassword,
  findInLogIfItWorks,
  switchedOnIfItWorks,
  server,
  system,
} from '../mail/server-replies/fixes.ts';
import { replyRow } from '../mail/server-replies/known-reply.ts';
import type { ReplyFix } from '../mail/server-replies/row.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Facts } from './facts.ts';
import { replySteps } from './known-reply-words.ts';
import type { FixStep, Language } from './rule.ts';
import type { SessionParams } from './session-hit.ts';
import { protocolWords, said, saidAlone } from './session-words.ts';

export type Accepted = { host: string; protocol: SessionProtocol };

/** Undefined: it was not, or the records do not say that it is the same login. */
export function acceptedElsewhere(facts: Facts['session']): Accepted | undefined {
  const { observation, observations } = facts;
  const other = observations.find(
    (one) =>
      one.mailbox === observation.mailbox &&
      one.direction !== observation.direction &&
      !isHttp(one.protocol) &&
      !usedToken(one) &&
      stepOf(one, 'login')?.outcome === 'ok',
  );
  if (other === undefined || !isOneLogin(facts)) return undefined;
  return { host: other.host, protocol: other.protocol };
}

/** By what the records name: values of secrets are nobody's business here. */
function isOneLogin({ mailbox, profile }: Facts['session']): boolean {
  if (mailbox === undefined || profile === undefined) return false;
  const effective = effectiveProfile(profile.fields);
  const [incoming, outgoing] = (['incoming', 'outgoing'] as const).map((direction) => {
    const side = effective[direction];
    const protocol = side.protocol ?? 'smtp';
    const found = credentialsFor({ mailbox, profile, side, protocol, environment: undefined });
    return found.missing === undefined ? found.credentials : undefined;
  });
  return incoming?.kind === 'password' && JSON.stringify(incoming) === JSON.stringify(outgoing);
}

type Refused = SessionParams & { accepted: Accepted };

/** Ends the sentence that says the refusal. What the server's words usually mean, a wrong password, it is not. */
export function acceptedText(p: Refused, language: Language): string {
  const { host, protocol } = p.accepted;
  const rest = p.known?.class === 'credential' ? saidAlone(p, language) : said(p, language);
  return language === 'en'
    ? `; the same user name and password were accepted at ${host} (${protocolWords[protocol]}) in this run.${rest}`
    : `同じユーザー名とパスワードは、${host}(${protocolWords[protocol]})では今回受け付けられています。${rest}`;
}

/** The row's own steps stay, but for those that would look for a wrong password. */
export function acceptedSteps(p: Refused, language: Language): FixStep[] {
  const fix = p.known === undefined ? [] : (replyRow(p.known.row)?.fix ?? []);
  if (p.known !== undefined && p.known.class !== 'credential') return replySteps(fix, p, language);
  const kept = fix.filter((one) => !('enter' in one) && !ofThePassword.includes(one));
  return [
    ...replySteps(kept, p, language),
    ...replySteps(notThePassword(protocolWords[p.protocol]), p, language),
  ];
}

const ofThePassword: readonly ReplyFix[] = [checkPassword, findInLogIfItWorks, switchedOnIfItWorks];

function notThePassword(protocol: string): ReplyFix[] {
  return [
    server(
      `On {host} see whether {login} may log in over ${protocol} at all: many servers have a switch for it (SMTP AUTH, POP3 or IMAP of the mailbox), and some keep passwords of their own. The log of {host} names the reason.`,
      `{host} で、{login} に${protocol}でのログインが許可されているか確かめる(メールボックスごとのSMTP AUTH、POP3、IMAPの設定や、サーバー独自のパスワードがある)。拒否の理由は {host} のログでわかる。`,
    ),
    system(
      'If it may: compare the user name with the one that {host} wants (the full address, the name alone, or domain\\name). Where the two servers want different ones, give the outgoing connection of the server profile "{profile}" its own.',
      '許可されている場合: {host} の求めるユーザー名の形(メールアドレス全体、名前だけ、ドメイン\\名前)と照らし合わせる。受信と送信で形が違う場合は、サーバー プロファイル「{profile}」の送信接続に専用の資格情報を設定する。',
    ),
  ];
}
