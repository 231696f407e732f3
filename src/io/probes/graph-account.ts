// Knows how the mailbox's account is looked up in the directory: by which name Graph knows it, and its licence and sign-in
// state where the token may see them. The first request of a session, so it also shows whether the token is accepted.
// May not take "may not see" for a fault.

import type { AccountSeen } from '../../core/mail/evidence.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { fieldOf, inFilter, listOf, textOf, type Graph } from './graph-service.ts';

export type AccountLook = {
  /** Of the step "login". */
  outcome: StepOutcome;
  /** Stands in the path after /users/, encoded. */
  name: string;
  account?: AccountSeen;
};

const wanted = '$select=id,accountEnabled,userType,assignedPlans';

export async function lookAtAccount(graph: Graph, address: string): Promise<AccountLook> {
  const byAddress = encodeURIComponent(address);
  const direct = await graph.ask(`/users/${byAddress}?${wanted}`);
  if (direct.ok) return found(direct.body, byAddress);
  const { problem } = direct;
  if (problem.outcome !== 'refused') return { outcome: problem, name: byAddress };
  // The token was accepted and is not for the directory: an app for mail alone need not be allowed to see users.
  if (problem.reply.code === '403') return { outcome: { outcome: 'ok' }, name: byAddress };
  const unknown = problem.reply.code === '404' && problem.reply.enhanced !== undefined;
  if (!unknown) return { outcome: problem, name: byAddress };
  // The sign-in name need not be the mail address: https://learn.microsoft.com/graph/api/user-get takes the former only.
  const listed = await graph.ask(`/users?${filterFor(address)}&${wanted}&$top=2`);
  const users = listed.ok ? listOf(listed.body) : [];
  return users.length === 1 ? found(users[0], byAddress) : { outcome: { outcome: 'ok' }, name: byAddress };
}

function filterFor(address: string): string {
  const mail = inFilter(address);
  const proxy = inFilter(`smtp:${address}`);
  return `$filter=${encodeURIComponent(`mail eq ${mail} or proxyAddresses/any(p:p eq ${proxy})`)}`;
}

function found(user: unknown, byAddress: string): AccountLook {
  const id = textOf(user, 'id');
  const name = id !== undefined && /^[\w-]{1,100}$/.test(id) ? id : byAddress;
  return { outcome: { outcome: 'ok' }, name, account: accountOf(user) };
}

function accountOf(user: unknown): AccountSeen {
  const enabled = fieldOf(user, 'accountEnabled');
  const userType = textOf(user, 'userType');
  const plans = fieldOf(user, 'assignedPlans');
  return {
    ...(typeof enabled === 'boolean' ? { enabled } : {}),
    ...(userType === undefined ? {} : { guest: userType === 'Guest' }),
    ...(Array.isArray(plans) ? { exchangePlan: plans.some(givesMailbox) } : {}),
  };
}

/** "Exchange Foundation" comes with many licences and is no mailbox: https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const exchangeFoundation = '113feb6c-3fe4-4440-bddc-54d774bf0318';

/** "Warning" is the time of grace after a subscription's end: https://learn.microsoft.com/graph/api/resources/assignedplan */
function givesMailbox(plan: unknown): boolean {
  const status = textOf(plan, 'capabilityStatus')?.toLowerCase();
  return (
    textOf(plan, 'service')?.toLowerCase() === 'exchange' &&
    (status === 'enabled' || status === 'warning') &&
    textOf(plan, 'servicePlanId')?.toLowerCase() !== exchangeFoundation
  );
}

/** Whether a token may read mail, by what it says of itself; undefined: it does not say. */
export function mayReadMail(
  claims: { roles?: string[]; scopes?: string[] } | undefined,
): boolean | undefined {
  const granted = [...(claims?.roles ?? []), ...(claims?.scopes ?? [])];
  return granted.length === 0 ? undefined : granted.some((name) => /^Mail\.Read/i.test(name));
}
