// Knows what a support person finds in Dataverse after a stopped mail: no e-mail row, one in Pending Send, or either. Pure.
// A synchronous action runs in one transaction: a step that fails takes the e-mail row back with it, and the confirmation page
// says "sent" all the same. A row that was made waits in Pending Send for the sender's mailbox. What a send does whose
// sender has no mailbox that works is not confirmed, so it is not told apart.

import type { Page, Trace } from '../path-report.ts';
import { isSomebodyElse } from './addressee.ts';
import { isIdentityKind } from './find-process.ts';
import type { DeliveryPath } from './path.ts';
import type { Stage } from './stage.ts';
import { stages } from './stage.ts';

/** `stopsAt`: the stage of the cause; without it, the first stage where the path itself ends. */
export function traceOf(path: DeliveryPath, stopsAt: Stage | undefined = endOf(path)): Trace {
  switch (stopsAt) {
    case 'request':
      return 'no-row';
    case 'process':
      return traceOfProcess(path);
    case 'recipient':
      // Without an address the portal asks for nothing, and another send fails (0x80040b0a); what a permission that is off
      // does is not confirmed.
      return isNotLookedUp(path) ||
        (hasNoAddress(path) && (isIdentityKind(path.message.kind) || rollsBack(path)))
        ? 'no-row'
        : 'no-row-or-pending-send';
    case 'sender':
    case 'mailbox':
      return 'no-row-or-pending-send';
    case 'profile':
    case 'server':
      // The row was accepted from the process; what follows is the mailbox's affair.
      return 'pending-send';
    case 'domain':
    case 'arrival': // the row says Sent: the mail left
    case undefined:
      break;
  }
  return 'not-known';
}

/** A process that does not exist, is off or has no step makes no row; a step that only creates the record leaves a draft. */
function traceOfProcess(path: DeliveryPath): Trace {
  if (!isActivated(path) || path.process.found === undefined) return 'no-row';
  const recorded = path.process.found.fields.sendEmailSteps ?? [];
  const drafts = recorded.some((step) => step.action === 'create-record' && step.unreachable === undefined);
  if (path.steps.length === 0) return drafts ? 'draft' : 'no-row';
  if (isSentElsewhere(path)) return 'not-known';
  // A step that fails in the background leaves what the steps before the failure made: not confirmed.
  return isIdentityKind(path.message.kind) || rollsBack(path) ? 'no-row' : 'not-known';
}

/**
 * What whoever asked for the mail is shown. The portal offers confirmation for an address that is there, and a code to an
 * address that is confirmed; "forgot password" for an unknown address looks as it always does. It hides the fault of a
 * confirmation, not that of a code (ManageController, LoginController, CrmEmailTokenProvider of its last public source).
 */
export function pageOf(path: DeliveryPath, stopsAt: Stage | undefined, trace: Trace): Page {
  if (stopsAt === 'request') return pageOfRequest(path);
  if (stopsAt === 'recipient' && isNotLookedUp(path)) return 'as-usual';
  if (stopsAt === 'recipient' && hasNoAddress(path) && isIdentityKind(path.message.kind))
    return path.message.kind === 'password-reset' ? 'as-usual' : 'not-offered';
  if (stopsAt === 'process') {
    // A portal that cannot reach Dataverse may show no page at all.
    if (path.sender.actsAs?.fields.isDisabled === true && isIdentityKind(path.message.kind))
      return 'not-known';
    // A process without a Send E-mail step runs to its end. One that is off: the portal's call fails, others are not started.
    // What a process that starts a child that is switched off then shows is not confirmed.
    if (isActivated(path) && path.children.some(({ sends }) => !sends)) return 'not-known';
    if (path.steps.length === 0 && isActivated(path)) return 'as-usual';
    if (isActivated(path) && isSentElsewhere(path)) return 'as-usual';
    if (isIdentityKind(path.message.kind)) return 'fails';
    return isActivated(path) ? 'not-known' : 'not-offered';
  }
  if (trace === 'no-row') return 'fails';
  if (trace === 'no-row-or-pending-send') return 'may-fail';
  return trace === 'pending-send' ? 'as-usual' : 'not-known';
}

/** The mail's row was found, so the process ran and was not taken back. Why a Draft was left behind is not confirmed. */
export function pageOfRow(trace: Trace): Page {
  return trace === 'draft' ? 'not-known' : 'as-usual';
}

/** What is shown where no mail is asked for. */
function pageOfRequest({ message, settings, site, contact }: DeliveryPath): Page {
  const fields = contact.found?.fields;
  const isEmployeeSelfService = site.found?.fields.isEmployeeSelfService === true;
  if (message.kind === 'password-reset') {
    if (isEmployeeSelfService || localPages.some((name) => !settings.get(name).value)) return 'not-offered';
    return fields?.identityEmailAddress1Confirmed === false &&
      settings.get('Authentication/Registration/ResetPasswordRequiresConfirmedEmail').value
      ? 'as-usual'
      : 'fails';
  }
  if (message.kind !== 'two-factor-code') return 'not-offered';
  // The page that would send the code answers 404 there, or nobody gets as far; what the visitor saw before is not known.
  if (isEmployeeSelfService || !settings.get('Authentication/Registration/LocalLoginEnabled').value)
    return 'not-known';
  // A second factor is due, and the portal has no process that could deliver it.
  return fields?.identityMobilePhoneConfirmed === true ? 'fails' : 'not-offered';
}

const localPages = [
  'Authentication/Registration/LocalLoginEnabled',
  'Authentication/Registration/ResetPasswordEnabled',
] as const;

/** "Forgot password" finds active contacts only, and shows its usual page for the others (LoginController.ForgotPassword). */
function isNotLookedUp({ message, contact }: DeliveryPath): boolean {
  return message.kind === 'password-reset' && contact.found?.fields.state === 'inactive';
}

/** The portal's own action runs, but mails somebody else: nothing fails, and the row goes its own way. */
function isSentElsewhere({ message, process, steps }: DeliveryPath): boolean {
  return (
    isIdentityKind(message.kind) &&
    (process.found?.fields.category ?? 'action') === 'action' &&
    steps.some(({ step }) => isSomebodyElse(step.to)) &&
    !steps.some(({ step }) => step.to === 'empty' || step.template === null)
  );
}

function hasNoAddress(path: DeliveryPath): boolean {
  return path.contact.found?.fields.emailAddress1 === null;
}

function isActivated(path: DeliveryPath): boolean {
  const state = path.process.found?.fields.state;
  return state === undefined || state === 'activated';
}

/** Actions are transacted, and a real-time workflow runs inside the transaction of what started it. */
function rollsBack(path: DeliveryPath): boolean {
  const { category, mode } = path.process.found?.fields ?? {};
  return category === 'action' || mode === 'real-time';
}

function endOf(path: DeliveryPath): Stage | undefined {
  const { sendEmailSteps } = path.process.found?.fields ?? {};
  const ends: Partial<Record<Stage, boolean>> = {
    recipient: hasNoAddress(path) || path.contact.found?.fields.doNotEmail === true,
    process: !isActivated(path) || (sendEmailSteps !== undefined && path.steps.length === 0),
    sender:
      ['system', 'team', 'contact', 'empty'].includes(path.sender.end.kind) ||
      (path.mailbox.found === undefined && path.mailbox.missing === 'none'),
  };
  return stages.find((stage) => ends[stage] === true);
}
