// Knows the addresses of Microsoft's clouds. Data and look-ups; `environment.endpoints` in the records goes before them.

import type { Environment } from '../records/site.ts';

/** https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud and the Graph deployments' list. */
const worldwide = {
  authority: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  outlook: 'outlook.office365.com',
  scopes: 'outlook.office.com',
};
const clouds: Record<NonNullable<Environment['cloud']>, typeof worldwide> = {
  public: worldwide,
  // GCC runs in the public cloud's identity service.
  'us-government': worldwide,
  'us-government-high': {
    authority: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    outlook: 'outlook.office365.us',
    scopes: 'outlook.office365.us',
  },
  'us-government-dod': {
    authority: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    outlook: 'outlook-dod.office365.us',
    scopes: 'outlook-dod.office365.us',
  },
  china: {
    authority: 'https://login.chinacloudapi.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    outlook: 'partner.outlook.cn',
    scopes: 'partner.outlook.cn',
  },
};

export function cloudOf(environment: Environment | undefined): typeof worldwide {
  return clouds[environment?.cloud ?? 'public'];
}

/** Microsoft Graph, with its version and without a slash at the end. */
export function graphAddress(environment: Environment | undefined): string {
  return withoutSlash(environment?.endpoints?.graph ?? `${cloudOf(environment).graph}/v1.0`);
}

/** Exchange Online, without a slash at the end. */
export function exchangeOnlineAddress(environment: Environment | undefined): string {
  return withoutSlash(environment?.endpoints?.exchangeOnline ?? `https://${cloudOf(environment).outlook}`);
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
