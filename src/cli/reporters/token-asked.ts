// Knows how the question for an access token is told in one line: where it went, and its parameters as RFC 6749 §4.4 and §6 name
// them. What proves the application or the user is not part of an observation; that it was sent is said. Words only.

import type { TokenAsked } from '../../core/mail/token.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';

/** Grant type, and the parameters that carry a secret. */
const parameters: Record<TokenAsked['grant'], string> = {
  'client-credentials': 'grant_type=client_credentials client_secret=***',
  'client-certificate': 'grant_type=client_credentials client_assertion=***',
  'refresh-token': 'grant_type=refresh_token refresh_token=***',
  'service-account': 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer assertion=***',
};

const words: Record<Language, (url: string, sent: string) => string> = {
  en: (url, sent) => `asked for the token: POST ${url} with ${sent}`,
  ja: (url, sent) => `トークンの要求: POST ${url}(${sent})`,
};

export function tokenAskedText({ url, grant, scope, expected }: TokenAsked, language: Language): string {
  const sent = [
    parameters[grant],
    ...(expected.clientId === undefined ? [] : [`client_id=${expected.clientId}`]),
    ...(scope === undefined ? [] : [`scope="${scope}"`]),
  ].join(' ');
  return words[language](safe(url), safe(sent));
}
