// Knows the portal (site), its settings, and the environment's e-mail settings
// (tables adx_website / mspp_website, adx_sitesetting / mspp_sitesetting, organization). Shape only.

import * as z from 'zod';
import { state } from './choices.ts';
import { choice, flag, moment, reference, text, wholeNumber } from './column.ts';

export const siteSchema = () =>
  z.strictObject({
    id: text('adx_websiteid', 100).optional(),
    name: text('adx_name', 100).optional(),
    /** Who the portal is to Dataverse: SYSTEM on older sites, the application user `# Portals-…` on newer ones. */
    identity: reference(undefined, 'users').optional(),
    /** Of the template "Employee Self Service": its users sign in with Microsoft Entra. */
    isEmployeeSelfService: flag().optional(),
  });
export type Site = z.output<ReturnType<typeof siteSchema>>;

const scalar = () => z.union([z.string(), z.boolean(), z.number()]).transform(String);

export const siteSettingSchema = () =>
  z.strictObject({
    id: text('adx_sitesettingid', 100).optional(),
    name: text('adx_name', 200),
    /** Written as text on the platform; YAML's true and 5 are taken as their text. */
    value: scalar().optional(),
    site: reference('adx_websiteid', 'sites').optional(),
    state: state().optional(),
    /** "environment-variable": the portal reads the variable, whatever `value` still says. */
    source: choice('adx_source', { value: 0, 'environment-variable': 1 }).optional(),
    /** Schema name of that variable. */
    environmentVariable: text('adx_envvar_schema', 200).optional(),
    /** What it holds in this environment. */
    environmentVariableValue: scalar().optional(),
  });
export type SiteSetting = z.output<ReturnType<typeof siteSettingSchema>>;

const httpAddress = () => z.url({ protocol: /^https?$/, hostname: /^[^/]+$/ });

const endpoints = () =>
  z.strictObject({
    /** Microsoft's authority, without the tenant: https://login.microsoftonline.com */
    microsoftAuthority: httpAddress().optional(),
    /** Google's token, authorization and device endpoints. */
    googleToken: httpAddress().optional(),
    googleAuthorization: httpAddress().optional(),
    googleDeviceAuthorization: httpAddress().optional(),
    /** Microsoft Graph, with its version: https://graph.microsoft.com/v1.0 */
    graph: httpAddress().optional(),
    /** Exchange Online: https://outlook.office365.com */
    exchangeOnline: httpAddress().optional(),
    /** The one place where Autodiscover is asked for every mailbox, without its path: https://autodiscover.example.com */
    autodiscover: httpAddress().optional(),
  });

export const environmentSchema = () =>
  z.strictObject({
    id: text('organizationid', 100).optional(),
    name: text('name', 160).optional(),
    cloud: choice(undefined, {
      public: null,
      'us-government': null,
      'us-government-high': null,
      'us-government-dod': null,
      china: null,
    }).optional(),
    deployment: choice(undefined, { online: null, 'on-premises': null }).optional(),
    /** "Process emails only for approved users", default on. */
    requireApprovalForUserEmail: flag('requireapprovalforuseremail').optional(),
    /** "Process emails only for approved queues", default on. */
    requireApprovalForQueueEmail: flag('requireapprovalforqueueemail').optional(),
    emailConnectionChannel: choice('emailconnectionchannel', {
      'server-side-synchronization': 0,
      'email-router': 1,
    }).optional(),
    /** Ours: where tokens, Microsoft Graph and Exchange Online are asked, instead of the cloud's own addresses. */
    endpoints: endpoints().optional(),
    /** Observed: minutes from asking for a mail of the portal until it arrives. */
    observedDelayInMinutes: wholeNumber(undefined, 0, 100_000).optional(),
    /** When somebody looked through the e-mail rows: up to then, all rows there are stand among the records. Ours alone. */
    emailsReadOn: moment().optional(),
    /** Applied to new users and queues only. */
    defaultProfile: reference('defaultemailserverprofileid', 'profiles').nullable().optional(),
    defaultIncomingEmailDeliveryMethod: choice(undefined, {
      none: 0,
      'server-side-synchronization': 2,
      'forward-mailbox': 3,
    }).optional(),
    defaultOutgoingEmailDeliveryMethod: choice(undefined, {
      none: 0,
      'server-side-synchronization': 2,
    }).optional(),
    defaultActDeliveryMethod: choice(undefined, { 'server-side-synchronization': 1, none: 2 }).optional(),
    allowUnresolvedPartiesOnEmailSend: flag('allowunresolvedpartiesonemailsend').optional(),
    /** Which alerts are written at all; on by default. */
    generateAlertsForErrors: flag('generatealertsforerrors').optional(),
    generateAlertsForWarnings: flag('generatealertsforwarnings').optional(),
    generateAlertsForInformation: flag('generatealertsforinformation').optional(),
    /** Of alerts about a server profile; off by default: its owner alone is told. */
    notifyMailboxOwnerOfEmailServerLevelAlerts: flag('notifymailboxownerofemailserverlevelalerts').optional(),
    /** OrgDbOrgSettings. */
    enableMailboxDelegationForOutgoingEmail: flag('EnableMailboxDelegationForOutgoingEmail').optional(),
    requirePrivilegeToSelfApproveEmailAddress: flag('RequirePrivilegeToSelfApproveEmailAddress').optional(),
    /** Exchange Online's organization setting (Get-OrganizationConfig): modern authentication for Outlook and other clients. */
    oauth2ClientProfileEnabled: flag('OAuth2ClientProfileEnabled').optional(),
  });
export type Environment = z.output<ReturnType<typeof environmentSchema>>;
