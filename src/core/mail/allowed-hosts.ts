// Knows which hosts an Autodiscover server or a redirect may send a credential to. Pure; every doubt is a no: whoever is not
// allowed has to be written into the records by name.

export type Allowance = {
  /** Of the mailbox. */
  address: string;
  /** Hosts that the records name. */
  recorded: readonly string[];
};

/** Exchange Online's own names, in all clouds. */
const exchangeOnline = ['office365.com', 'office365.us', 'outlook.com', 'partner.outlook.cn'];

export function isAllowedHost(host: string, { address, recorded }: Allowance): boolean {
  const wanted = normal(host);
  const domain = normal(address.slice(address.lastIndexOf('@') + 1));
  return (
    recorded.some((one) => normal(one) === wanted) ||
    [organizationOf(domain), ...exchangeOnline].some((one) => isWithin(wanted, one))
  );
}

export function isExchangeOnline(host: string): boolean {
  return exchangeOnline.some((one) => isWithin(normal(host), one));
}

/** contoso.onmicrosoft.com, contoso.mail.onmicrosoft.com: names that Exchange Online itself answers for. */
export function isTenantDomain(domain: string): boolean {
  return /\.(?:onmicrosoft\.(?:com|us)|partner\.onmschina\.cn)$/.test(normal(domain));
}

/** As a URL has it: lower case, and international names in ASCII (RFC 5891). */
function normal(name: string): string {
  const address = `https://${name}/`;
  const host = URL.canParse(address) ? new URL(address).hostname : name.toLowerCase();
  return host.replace(/\.$/, '');
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Second levels under a country's name below which each name is somebody else's. */
const registries = new Set(
  'ac ad co com ed edu go gob gouv gov gr id lg ltd me mil ne net nom or org plc sch'.split(' '),
);

/**
 * sales.contoso.co.jp → contoso.co.jp. Without the whole list of public suffixes it is not always known how far up a name
 * belongs to one organization; where it is not, or where tenants share a domain, it does not go up.
 */
function organizationOf(domain: string): string {
  const labels = domain.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  if (isTenantDomain(domain)) return domain;
  if (top.length > 2) return labels.slice(-2).join('.');
  return registries.has(second) ? labels.slice(-3).join('.') : domain;
}
