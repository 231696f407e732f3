// Knows whether a visitor who has forgotten the password can never sign in again: a reset needs a confirmed address, and the
// confirmation mail is off or cannot be sent. Pure; the rules are MC158, and MC109 where only the confirmation is missing.

import { resolve, type DeliveryPath } from '../delivery/path.ts';

export type Deadlock = 'switched-off' | 'process-off' | 'sender';

export function resetDeadlock(path: DeliveryPath): Deadlock | undefined {
  const contact = path.contact.found;
  if (path.message.kind !== 'password-reset' || contact?.fields.identityEmailAddress1Confirmed !== false)
    return undefined;
  const { settings, site, records } = path;
  if (!settings.get('Authentication/Registration/ResetPasswordRequiresConfirmedEmail').value)
    return undefined;
  if (!settings.get('Authentication/Registration/EmailConfirmationEnabled').value) return 'switched-off';
  const message = { kind: 'email-confirmation', to: contact.id } as const;
  const confirmation = resolve(records, message, site.found === undefined ? {} : { site: site.found.id });
  const { state } = confirmation.process.found?.fields ?? {};
  if (state === 'draft' || state === 'suspended') return 'process-off';
  return confirmation.sender.end.kind === 'system' ? 'sender' : undefined;
}
