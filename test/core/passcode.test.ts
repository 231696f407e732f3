// What a guest's sign-in link says of its tenant. (Product page "Email one-time passcode": links must carry the tenant.)

import { expect, test } from 'vitest';
import { linkContext } from '../../src/core/delivery/passcode.ts';

const id = '3f1a5c9e-7d42-4b1e-9c53-0a6be2d4f811';
const tenant = { id, verifiedDomains: ['fabrikam.onmicrosoft.com'] };
const other = '11111111-2222-4333-8444-555555555555';

test.each([
  ['https://myapps.microsoft.com', 'none'],
  ['https://myapps.microsoft.com/', 'none'],
  ['https://MyApps.Microsoft.com/?tenantid=', 'none'],
  ['https://portal.azure.com', 'none'],
  ['https://portal.azure.us/', 'none'],
  ['https://login.microsoftonline.com/common/oauth2/v2.0/authorize', 'none'],
  [`https://myapps.microsoft.com/?tenantid=${id}`, 'ours'],
  [`https://myapps.microsoft.com/signin/App/${other}?tenantId=${id.toUpperCase()}`, 'ours'],
  ['https://myapps.microsoft.com/fabrikam.onmicrosoft.com', 'ours'],
  [`https://portal.azure.com/${id}`, 'ours'],
  ['https://portal.azure.com/#@fabrikam.onmicrosoft.com', 'ours'],
  [`https://login.microsoftonline.com/${id}/oauth2/v2.0/authorize`, 'ours'],
  [`https://myapps.microsoft.com/?tenantid=${other}`, 'another'],
  ['https://myapps.microsoft.com/contoso.onmicrosoft.com', 'another'],
  ['https://fabrikam.sharepoint.com/sites/project', 'sharepoint'],
  ['https://app.fabrikam.example/start', 'not-known'],
  ['https://fabrikam.crm.dynamics.com/main.aspx?appid=1', 'not-known'],
  [`https://app.fabrikam.example/${other}/index.html`, 'not-known'],
  [`https://apps.powerapps.com/play/${other}?tenantId=${id}`, 'ours'],
  [`https://apps.powerapps.com/play/${id}?tenantId=${other}`, 'another'],
  ['https://portal.azure.com/signin/index/@fabrikam.onmicrosoft.com', 'ours'],
  ['https://portal.azure.com/#home', 'none'],
])('%s: %s', (link, context) => {
  expect(linkContext(link, tenant)).toBe(context);
});

test('a tenant of which only the domains are recorded: an id cannot be told apart', () => {
  expect(linkContext(`https://portal.azure.com/${other}`, { verifiedDomains: ['fabrikam.example'] })).toBe(
    'ours',
  );
});
