// The one table of what servers and libraries say, and what it means. Adding a row: one entry in the file of its vendor.
// Order does not matter: the most specific row wins (known-reply.ts), and no row may shadow another (its test).

import { accountRows } from './account-rows.ts';
import { certificateRows } from './certificate-rows.ts';
import { deviceCodeRows } from './device-code-rows.ts';
import { dovecotRows, otherImapRows } from './dovecot-rows.ts';
import { entraAccountRows } from './entra-account-rows.ts';
import { entraApplicationRows } from './entra-application-rows.ts';
import { entraSignInRows } from './entra-sign-in-rows.ts';
import { entraTenantRows } from './entra-tenant-rows.ts';
import { exchangeApiRequestRows } from './exchange-api-request-rows.ts';
import { exchangeApiRows } from './exchange-api-rows.ts';
import { exchangeDeliveryRows, outlookComRows } from './exchange-delivery-rows.ts';
import { exchangeLoginRows } from './exchange-login-rows.ts';
import { exchangeOnlineLoginRows } from './exchange-online-login-rows.ts';
import { exchangePolicyRows } from './exchange-policy-rows.ts';
import { exchangeSendingRows } from './exchange-sending-rows.ts';
import { exchangeServerLoginRows, exchangeServerSendingRows } from './exchange-server-rows.ts';
import { eximRows, sendmailRows } from './exim-sendmail-rows.ts';
import { gmailLoginRows } from './gmail-login-rows.ts';
import { gmailMessageRows } from './gmail-message-rows.ts';
import { gmailSendingRows } from './gmail-sending-rows.ts';
import { gmailSessionRows } from './gmail-session-rows.ts';
import { googleConsentRows } from './google-consent-rows.ts';
import { googleTokenRows } from './google-token-rows.ts';
import { httpStatusRows } from './http-status-rows.ts';
import { icloudRows, gmxRows } from './icloud-gmx-rows.ts';
import { imapLoginRows } from './imap-login-rows.ts';
import { imapflowRows } from './imapflow-rows.ts';
import { networkRows } from './network-rows.ts';
import { nodemailerRows } from './nodemailer-rows.ts';
import { pop3LoginRows } from './pop3-login-rows.ts';
import { postfixRestrictionRows } from './postfix-restriction-rows.ts';
import { postfixRows } from './postfix-rows.ts';
import { sendAsRows } from './send-as-rows.ts';
import { smtpLoginRows } from './smtp-login-rows.ts';
import { standardAddressRows } from './standard-address-rows.ts';
import { standardMessageRows } from './standard-message-rows.ts';
import { standardServiceRows } from './standard-service-rows.ts';
import { standardSessionRows } from './standard-session-rows.ts';
import { tlsRows } from './tls-rows.ts';
import { tokenLoginRows } from './token-login-rows.ts';
import { tokenRows } from './token-rows.ts';
import { yahooRows } from './yahoo-rows.ts';
import type { ReplyRow } from './row.ts';

/** By whose words they are. */
export const replySources = {
  network: networkRows,
  tls: tlsRows,
  certificate: certificateRows,
  nodemailer: nodemailerRows,
  imapflow: imapflowRows,
  'standard-login': [...smtpLoginRows, ...pop3LoginRows, ...imapLoginRows, ...tokenLoginRows, ...accountRows],
  'standard-session': [...standardSessionRows, ...standardServiceRows],
  'standard-sending': [...standardAddressRows, ...standardMessageRows, ...sendAsRows],
  'exchange-online': [
    ...exchangeOnlineLoginRows,
    ...exchangeLoginRows,
    ...exchangeSendingRows,
    ...exchangePolicyRows,
    ...exchangeDeliveryRows,
  ],
  'exchange-server': [...exchangeServerLoginRows, ...exchangeServerSendingRows],
  'exchange-api': [...exchangeApiRows, ...exchangeApiRequestRows, ...httpStatusRows],
  'outlook-com': outlookComRows,
  gmail: [...gmailLoginRows, ...gmailSessionRows, ...gmailSendingRows, ...gmailMessageRows],
  yahoo: yahooRows,
  icloud: icloudRows,
  gmx: gmxRows,
  postfix: [...postfixRows, ...postfixRestrictionRows],
  dovecot: dovecotRows,
  exim: eximRows,
  sendmail: sendmailRows,
  'other-imap': otherImapRows,
  token: [...tokenRows, ...deviceCodeRows],
  entra: [...entraSignInRows, ...entraApplicationRows, ...entraTenantRows, ...entraAccountRows],
  'google-token': [...googleTokenRows, ...googleConsentRows],
} as const satisfies Record<string, readonly ReplyRow[]>;
export type ReplySource = keyof typeof replySources;

export const serverReplies: readonly ReplyRow[] = Object.values(replySources).flat();
