// Knows the English words for refused logins. Words only.

import { adminCenter } from './admin-center.ts';
import type { LoginRefusalWords, RefusalCase, RefusedLogin } from './login-refusal-words.ts';
import type { FixStep } from './rule.ts';

const center = adminCenter.en;

function enterAgain({ mailbox, profile, credentialsIn, again }: RefusedLogin, what: string): FixStep {
  if (again !== undefined)
    return {
      who: 'mailcheck-user',
      do: `Give --user and the password (--password-env or --password-file) anew: ${what}.`,
    };
  const text = `under "Credentials" enter ${what}, then save. Put the same password where the record says that it is kept.`;
  return credentialsIn === 'profile' ? center.inProfile(profile, text) : center.inMailbox(mailbox, text);
}

const byUser = (step: string): FixStep => ({ who: 'mailbox-user', do: step });
const byTenant = (step: string): FixStep => ({ who: 'tenant-administrator', do: step });
const byServer = (step: string): FixStep => ({ who: 'mail-server-administrator', do: step });

const byAdministrator = (step: string): FixStep => ({ who: 'system-administrator', do: step });

const exchangeProfile = ({ mailbox }: RefusedLogin): FixStep =>
  byAdministrator(
    `The lasting solution: set the "Server Profile" of the mailbox ${mailbox} to "Microsoft Exchange Online", which needs no password; then approve the mailbox and run "Test & Enable Mailboxes".`,
  );
const gmailProfile = ({ mailbox }: RefusedLogin): FixStep =>
  byAdministrator(
    `The lasting solution: set the "Server Profile" of the mailbox ${mailbox} to a Gmail profile with OAuth and sign in to Gmail there; it needs no app password.`,
  );

const yahooOrApple = (provider: string, what: string): LoginRefusalWords => ({
  cause: `${provider} takes ${what} from mail programs, not the password of the account.`,
  steps: (login) => [
    byUser(`In the security settings of the ${provider} account create ${what} for mail.`),
    enterAgain(login, `the full address as "User Name" and that ${what.replace(/^an? /, '')} as "Password"`),
  ],
});

const checkPassword = byUser(
  'Check that exactly this user name and password work in a mail program with the same server and port.',
);

export const loginRefusalWordsEn: Record<RefusalCase, LoginRefusalWords> = {
  'exchange-smtp-auth-off-tenant': {
    cause: 'SMTP AUTH is switched off for the whole Exchange Online tenant.',
    steps: (login) => [
      byTenant(
        `Allow it for this mailbox alone, in Exchange Online PowerShell: Set-CASMailbox -Identity ${login.mailbox} -SmtpClientAuthenticationDisabled $false (for the whole tenant: Set-TransportConfig -SmtpClientAuthenticationDisabled $false). Microsoft is retiring passwords for SMTP AUTH.`,
      ),
      exchangeProfile(login),
    ],
  },
  'exchange-smtp-auth-off-mailbox': {
    cause: 'SMTP AUTH is switched off for this Exchange Online mailbox.',
    steps: (login) => [
      byTenant(
        `Allow it, in Exchange Online PowerShell: Set-CASMailbox -Identity ${login.mailbox} -SmtpClientAuthenticationDisabled $false`,
      ),
      exchangeProfile(login),
    ],
  },
  'exchange-basic-authentication-off': {
    cause: 'Exchange Online does not take passwords here any more (basic authentication is off).',
    steps: (login) => [
      byAdministrator(
        `Set the "Server Profile" of the mailbox ${login.mailbox} to "Microsoft Exchange Online", which signs in without a password; then approve the mailbox and run "Test & Enable Mailboxes".`,
      ),
    ],
  },
  'exchange-conditional-access': {
    cause:
      'a rule of the tenant (security defaults, conditional access, multi-factor) forbids this way to sign in.',
    steps: (login) => [
      byTenant(
        `Read the sign-in log of ${login.mailbox} in Microsoft Entra: it names the rule. Exempt this account from it only if your policy allows that.`,
      ),
      exchangeProfile(login),
    ],
  },
  'exchange-account-locked': {
    cause: 'the account is locked or disabled.',
    steps: (login) => [
      byTenant(
        `Unlock or enable ${login.mailbox} in the Microsoft 365 admin center, and see who tried wrong passwords.`,
      ),
    ],
  },
  'exchange-wrong-password': {
    cause: 'user name or password is wrong.',
    steps: (login) => [
      checkPassword,
      enterAgain(login, 'the user principal name as "User Name" and the current "Password"'),
    ],
  },
  'exchange-not-connected': {
    cause:
      'the sign-in is accepted, but this account has no access to that mailbox, or the protocol is off for it.',
    steps: (login) => [
      byTenant(
        `Allow the protocol, in Exchange Online PowerShell: Set-CASMailbox -Identity ${login.mailbox} -ImapEnabled $true -PopEnabled $true. For a shared mailbox give the account that signs in full access to it.`,
      ),
    ],
  },
  'gmail-application-password': {
    cause: 'the Google account has 2-Step Verification, and mail programs then need an app password.',
    steps: (login) => [
      byUser(
        'Create an app password: https://myaccount.google.com/apppasswords. If that page offers none, Google Workspace does not allow them: use the profile with OAuth below.',
      ),
      enterAgain(login, 'the full address as "User Name" and the app password (16 letters) as "Password"'),
      gmailProfile(login),
    ],
  },
  'gmail-web-login': {
    cause: 'Google wants the person to confirm this sign-in in a browser first.',
    steps: (login) => [
      byUser(
        `Sign in to ${login.mailbox} in a browser and confirm the security prompt; the alert in the Google account names the place.`,
      ),
      gmailProfile(login),
    ],
  },
  'gmail-pop-off': {
    cause: 'POP is switched off for this Gmail account.',
    steps: () => [
      byUser(
        'Gmail > Settings > "Forwarding and POP/IMAP": enable POP. In Google Workspace an administrator may have to allow it.',
      ),
    ],
  },
  'gmail-imap-off': {
    cause: 'IMAP is switched off for this Gmail account.',
    steps: () => [
      byUser(
        'Gmail > Settings > "Forwarding and POP/IMAP": enable IMAP. In Google Workspace an administrator may have to allow it.',
      ),
    ],
  },
  'gmail-credentials': {
    cause:
      'Google does not take this password; the password of the account itself does not work for mail programs any more.',
    steps: (login) => [
      byUser(
        'Switch on 2-Step Verification and create an app password: https://myaccount.google.com/apppasswords',
      ),
      enterAgain(login, 'the full address as "User Name" and the app password as "Password"'),
      gmailProfile(login),
    ],
  },
  'yahoo-application-password': yahooOrApple('Yahoo', 'an app password'),
  'icloud-application-password': yahooOrApple('Apple', 'an app-specific password'),
  'gmx-protocol-off': {
    cause:
      'user name or password is wrong, or POP3/IMAP is off in the account; this provider gives the same answer to both.',
    steps: () => [
      byUser(
        'Sign in on the provider\'s web page and switch on "POP3/IMAP" in the mail settings; with two-factor sign-in create an app password.',
      ),
      checkPassword,
    ],
  },
  'exchange-unspecific': {
    cause:
      'Exchange gives this same answer to a wrong password, to a protocol or basic authentication that is switched off, and when it throttles.',
    steps: (login) => [
      checkPassword,
      byTenant(
        `See what is allowed: Get-CASMailbox ${login.mailbox} | Format-List PopEnabled,ImapEnabled,SmtpClientAuthenticationDisabled; the sign-in log in Microsoft Entra names the reason.`,
      ),
      exchangeProfile(login),
    ],
  },
  'account-disabled': {
    cause: 'the account is disabled.',
    steps: (login) => [byServer(`Enable the account of ${login.mailbox} on ${login.host}.`)],
  },
  'password-expired': {
    cause: 'the password has expired.',
    steps: (login) => [byUser('Set a new password.'), enterAgain(login, 'the new "Password"')],
  },
  'password-transition': {
    cause: 'the server has to store the password in a new form first.',
    steps: (login) => [
      byUser('Change the password, or sign in once with a mail program over TLS.'),
      enterAgain(login, 'the new "Password" (if it was changed)'),
    ],
  },
  'not-decoded': {
    cause:
      'the server could not decode what was sent; it may not take the characters of this user name or password.',
    steps: (login) => [
      byUser(
        'Set a password of ASCII letters and digits, and check that neither user name nor password is empty.',
      ),
      enterAgain(login, 'the new pair as "User Name" and "Password"'),
    ],
  },
  'too-long': {
    cause: 'user name and password are longer than the server takes.',
    steps: (login) => [byUser('Set a shorter password.'), enterAgain(login, 'the new "Password"')],
  },
  unknown: {
    cause: 'the server does not accept this user name and password.',
    steps: (login) => [
      checkPassword,
      enterAgain(
        login,
        'what works there as "User Name" (many servers want the full address) and "Password"',
      ),
      byServer(`If it works there: find in the log of ${login.host} why this login was refused.`),
    ],
  },
  'without-reason': {
    cause:
      'the server gives no reason; a wrong password, a switched-off protocol and throttling may look the same.',
    steps: (login) => [
      checkPassword,
      byUser(
        'If it works there: check that POP3 or IMAP is switched on in the account, and wait half an hour before the next test.',
      ),
      enterAgain(login, 'what works there as "User Name" and "Password"'),
    ],
  },
};
