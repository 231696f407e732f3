// Knows which messages can be asked about, and the process behind each. Data only.

import { stages, type Stage } from './stage.ts';

/** The portal's own messages, and any other process by its name. */
export const messageKinds = [
  'email-confirmation',
  'two-factor-code',
  'password-reset',
  'invitation',
  'guest-passcode',
  'workflow',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** A message behind which is a process of Dataverse. Microsoft Entra sends passcodes to guests by itself. */
export type ProcessKind = Exclude<MessageKind, 'workflow' | 'guest-passcode'>;

/** The stages that a message travels. Microsoft Entra sends passcodes by itself: nothing of Dataverse takes part. */
export function stagesOf(kind: MessageKind): readonly Stage[] {
  return kind === 'guest-passcode' ? ['request', 'recipient', 'arrival'] : stages;
}

export type Message = {
  kind: MessageKind;
  /** The contact, as typed: id, address or name. */
  to?: string;
  /** Name or unique name of the process; only for kind "workflow". */
  process?: string;
  /** Where the guest signs in, as pasted; only for kind "guest-passcode". */
  link?: string;
  /** When it was asked for, ISO 8601, where somebody knows. */
  since?: string;
};

/**
 * Unique names of the processes behind the portal's messages, without the publisher's prefix `adx_`.
 * The three identity mails are custom actions on contact of the solution MicrosoftIdentityWorkflows (Web API action
 * reference, adx_SendEmailConfirmationToContact and its siblings); Send Invitation is a background workflow on adx_invitation.
 */
export const processOf: Record<ProcessKind, { uniqueName: string; displayName: string }> = {
  'email-confirmation': {
    uniqueName: 'SendEmailConfirmationToContact',
    displayName: 'Send Email Confirmation To Contact',
  },
  'two-factor-code': {
    uniqueName: 'SendEmailTwoFactorCodeToContact',
    displayName: 'Send Email Two Factor Code To Contact',
  },
  'password-reset': {
    uniqueName: 'SendPasswordResetToContact',
    displayName: 'Send Password Reset To Contact',
  },
  invitation: { uniqueName: 'SendInvitation', displayName: 'Send Invitation' },
};
