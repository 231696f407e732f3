// Knows the one-time passcode of Microsoft Entra B2B: whether a tenant sends any, to whom, and what a sign-in link must carry.
// Resolves, never judges. (Product page "Email one-time passcode authentication for B2B guest users".)

import type { Guest, Tenant } from '../records/guest.ts';
import { once } from '../records/look-up.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';

/**
 * enabled, disabled   the administrator chose (or took part in the preview, or left it);
 * automatic           nobody chose: on since October 2021;
 * us-government       nobody chose, in a cloud where it is off unless it is switched on;
 * default-not-known   nobody chose, in a cloud that is not recorded, or whose default is not confirmed (China);
 * not-recorded        the record of the tenant does not say.
 */
export type PasscodeSetting = {
  on: boolean | undefined;
  because: 'enabled' | 'disabled' | 'automatic' | 'us-government' | 'default-not-known' | 'not-recorded';
};

export function passcodeSetting({ allowExternalIdToUseEmailOtp: value, cloud }: Tenant): PasscodeSetting {
  switch (value) {
    case 'enabled':
    case 'preview-opted-in':
      return { on: true, because: 'enabled' };
    case 'disabled':
    case 'preview-opted-out':
      return { on: false, because: 'disabled' };
    case 'default':
      if (cloud === 'us-government') return { on: false, because: 'us-government' };
      return cloud === 'public'
        ? { on: true, because: 'automatic' }
        : { on: undefined, because: 'default-not-known' };
    case undefined:
      return { on: undefined, because: 'not-recorded' };
  }
}

/** The tenant that invites a guest: the one that its record names, else the only one. */
export function tenantOf(guest: Entry<'guests'> | undefined, records: Records): Entry<'tenants'> | undefined {
  const named = guest?.fields.tenant;
  if (named !== undefined) return resolveReference(records, ['tenants'], named).found;
  return records.tenants.length === 1 ? records.tenants[0] : undefined;
}

/** How many guests of a tenant sign in with passcodes and may sign in. */
export function guestsWithPasscodes(tenant: Entry<'tenants'>, records: Records): number {
  return passcodesByTenant(records).get(tenant.id) ?? 0;
}

const passcodesByTenant = once((records: Records) => {
  const byTenant = new Map<string, number>();
  for (const guest of records.guests) {
    const { redeemedWith, externalUserState, accountEnabled } = guest.fields;
    const of = tenantOf(guest, records);
    if (of === undefined || accountEnabled === false) continue;
    if (redeemedWith !== 'email-one-time-passcode' || externalUserState === 'pending-acceptance') continue;
    byTenant.set(of.id, (byTenant.get(of.id) ?? 0) + 1);
  }
  return byTenant;
});

/** An account that the guest signs in with in place of a passcode; the first that Microsoft Entra would take. */
export type OtherAccount = 'microsoft-entra' | 'microsoft-account' | 'unmanaged' | 'google' | 'federation';

/** For a guest who has not redeemed the invitation yet; "unknown": the records do not say which accounts there are. */
export function accountInstead(guest: Guest, tenant: Tenant | undefined): OtherAccount | 'none' | 'unknown' {
  const { accounts, emailAddress } = guest;
  const domain = emailAddress?.toLowerCase().split('@').at(-1) ?? '';
  if (accounts?.includes('microsoft-entra') === true) return 'microsoft-entra';
  if ((tenant?.federatedDomains ?? []).some((each) => each.toLowerCase() === domain)) return 'federation';
  if (tenant?.googleFederation === true && /^(?:gmail|googlemail)\.com$/.test(domain)) return 'google';
  if (accounts?.includes('microsoft-account') === true) return 'microsoft-account';
  if (accounts?.includes('unmanaged') === true) return 'unmanaged';
  return accounts === undefined ? 'unknown' : 'none';
}

/**
 * ours            the link says whose tenant it leads to, and it is this one, as far as that can be told;
 * another         it names another tenant;
 * none            an entry page of all tenants: guests with a passcode get an error there;
 * sharepoint      SharePoint or OneDrive, which have an integration of their own;
 * not-known       an application's own address: whether it names the tenant on its way cannot be seen.
 */
export type LinkContext = 'ours' | 'another' | 'none' | 'sharepoint' | 'not-known';

const entryPages =
  /^(?:myapps\.microsoft\.com|myapplications\.microsoft\.com|portal\.azure\.(?:com|us|cn)|login\.microsoftonline\.(?:com|us))$/;
const everybody = new Set(['common', 'organizations', 'consumers']);
const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** `link`: an absolute http or https URL. */
export function linkContext(link: string, tenant: Tenant | undefined): LinkContext {
  const url = new URL(link);
  const host = url.hostname.toLowerCase();
  if (/\.sharepoint\.(?:com|us|cn)$/.test(host)) return 'sharepoint';
  const isEntryPage = entryPages.test(host);
  const named = tenantsNamed(url, isEntryPage);
  const own = [tenant?.id, ...(tenant?.verifiedDomains ?? [])].flatMap((name) => name?.toLowerCase() ?? []);
  if (named.some((name) => own.includes(name))) return 'ours';
  if (named.length === 0) return isEntryPage ? 'none' : 'not-known';
  // Only an id against an id, or a domain against domains, can be told apart.
  const [first = ''] = named;
  const known = own.filter((name) => guid.test(name) === guid.test(first));
  return known.length === 0 ? 'ours' : 'another';
}

/**
 * `?tenantid=…`, and on entry pages `/<tenant id>`, `/<domain>`, `/…/@<domain>` and `#@<domain>`. In the path of an application
 * an id or a name with a dot is the application's own (`/main.aspx`).
 */
function tenantsNamed(url: URL, isEntryPage: boolean): string[] {
  const query = [...url.searchParams].flatMap(([name, value]) =>
    ['tenantid', 'tenant'].includes(name.toLowerCase()) ? [value] : [],
  );
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const path = isEntryPage ? [...parts.slice(0, 1), ...parts.filter((part) => part.startsWith('@'))] : [];
  const fragment = isEntryPage ? url.hash.split('/').slice(0, 1) : [];
  return [...query, ...path, ...fragment]
    .map((name) => name.trim().toLowerCase().replace(/^#?@/, ''))
    .filter((name) => !everybody.has(name) && (guid.test(name) || /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(name)));
}
