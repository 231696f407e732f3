// Knows how the services that tokens are for are called. Words only.

import type { Language } from './rule.ts';

const services: Readonly<Record<string, string>> = {
  'graph.microsoft.com': 'Microsoft Graph',
  '00000003-0000-0000-c000-000000000000': 'Microsoft Graph',
  'graph.windows.net': 'Azure AD Graph',
  '00000002-0000-0000-c000-000000000000': 'Azure AD Graph',
  'outlook.office365.com': 'Exchange Online',
  'outlook.office.com': 'Exchange Online',
  '00000002-0000-0ff1-ce00-000000000000': 'Exchange Online',
  'management.azure.com': 'Azure Resource Manager',
};

/** Microsoft Graph ("https://graph.microsoft.com"), in Japanese Microsoft Graph(「https://graph.microsoft.com」), or the identifier alone where it is not known. */
export function serviceName(audience: string, language: Language): string {
  const key = URL.canParse(audience) ? new URL(audience).host : audience.toLowerCase();
  const name = Object.hasOwn(services, key) ? services[key] : undefined;
  const identifier = audience.replace(/\/$/, '');
  const quoted = language === 'en' ? `"${identifier}"` : `「${identifier}」`;
  if (name === undefined) return quoted;
  return language === 'en' ? `${name} (${quoted})` : `${name}(${quoted})`;
}
