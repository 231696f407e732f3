// Knows how the rules about a path name its contact, its process and the portal's settings. Data and small look-ups only.

import { processOf, type MessageKind } from '../delivery/message.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import type { SettingName, SwitchName } from '../delivery/site-settings.ts';
import type { FixStep, Language } from './rule.ts';

export function contactName(path: DeliveryPath): string {
  const { emailAddress1, fullName } = path.contact.found?.fields ?? {};
  return emailAddress1 ?? fullName ?? path.contact.found?.id ?? path.message.to ?? '';
}

export function processName(path: DeliveryPath): string {
  const { found } = path.process;
  if (found !== undefined) return found.fields.name ?? found.id;
  const { kind, process } = path.message;
  return kind === 'workflow' || kind === 'guest-passcode' ? (process ?? '') : processOf[kind].displayName;
}

/** The step that sets a portal setting; `adx_sitesetting` rows are edited in the Portal Management app. */
export function setSetting(name: SwitchName, value: boolean, language: Language): FixStep {
  return {
    who: 'portal-administrator',
    do:
      language === 'en'
        ? `In the Portal Management app open "Site Settings" and set ${name} to ${value}; add the row with "New" if it is not there.`
        : `ポータル管理アプリの「サイト設定」を開き、${name} を ${value} にする(行がなければ「新規」で作成する)。`,
  };
}

/** The site settings that the portal reads on its way to a message. */
export const settingsRead: Record<MessageKind, readonly SettingName[]> = {
  'email-confirmation': ['Authentication/Registration/EmailConfirmationEnabled'],
  'two-factor-code': [
    'Authentication/Registration/TwoFactorEnabled',
    'Authentication/Registration/RememberBrowserEnabled',
  ],
  'password-reset': [
    'Authentication/Registration/LocalLoginEnabled',
    'Authentication/Registration/ResetPasswordEnabled',
    'Authentication/Registration/ResetPasswordRequiresConfirmedEmail',
  ],
  invitation: ['Authentication/Registration/InvitationEnabled'],
  'guest-passcode': [],
  workflow: [],
};

/** Those that do not decide whether a mail is asked for, but may be why it is not, or is of no use. */
const settingsBeside: Record<MessageKind, readonly SettingName[]> = {
  'email-confirmation': [],
  'two-factor-code': [
    'Authentication/Registration/MobilePhoneEnabled',
    'Authentication/Registration/IsDemoMode',
    'Authentication/Registration/LoginButtonAuthenticationType',
    'Authentication/Registration/TriggerLockoutOnFailedPassword',
    'Authentication/UserManager/UserLockoutEnabledByDefault',
    'Authentication/UserManager/DefaultAccountLockoutTimeSpan',
    'Authentication/UserManager/MaxFailedAccessAttemptsBeforeLockout',
  ],
  'password-reset': [
    'Authentication/Registration/IsDemoMode',
    'Authentication/Registration/LoginButtonAuthenticationType',
    'Authentication/UserManager/UserValidator/RequireUniqueEmail',
  ],
  invitation: [],
  'guest-passcode': [],
  workflow: [],
};

/** Whether a setting is to be judged: on the path of a message those that the portal reads there, else all. */
export function isAskedFor(name: string, message: MessageKind | undefined): boolean {
  return (
    message === undefined ||
    [...settingsRead[message], ...settingsBeside[message]].some((each) => each === name)
  );
}

/** Whether a mail is asked for at all hangs on it; the others change what a mail is good for. */
export function isDeciding(name: string): boolean {
  return [...settingsRead['email-confirmation'], ...settingsRead['password-reset']].some(
    (each) => each === name,
  );
}

export const sources = {
  authentication:
    'https://learn.microsoft.com/power-pages/security/authentication/set-authentication-identity',
  connectivity: 'https://learn.microsoft.com/power-pages/admin/connectivity',
  invitation: 'https://learn.microsoft.com/power-pages/security/invite-contacts',
  portalCode: (file: string) =>
    `https://github.com/Adoxio/xRM-Portals-Community-Edition (portal 8.3): ${file}`,
  identityCode: (file: string) => `https://github.com/aspnet/AspNetIdentity: ${file}`,
  table: (name: string) =>
    `https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/${name}`,
  errorCodes:
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes',
  processes: 'https://learn.microsoft.com/power-automate/workflow-processes',
  actions:
    'Dynamics 365 Web API action reference: adx_SendEmailConfirmationToContact, adx_SendEmailTwoFactorCodeToContact, adx_SendPasswordResetToContact',
  fieldReport: 'Field report: portal two-factor and confirmation mails that did not arrive',
  timeSpan:
    'https://learn.microsoft.com/dotnet/api/system.timespan.parse; https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer (TimeSpan: "24:00:00" is every 24 days)',
  environmentVariables:
    'https://learn.microsoft.com/power-pages/configure/environment-variables-for-site-settings',
  sendAs: 'Microsoft Support KB3184980: "You cannot send email as the selected user"',
} as const;
