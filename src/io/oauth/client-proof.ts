// Knows how an application proves to a token endpoint who it is: by a secret or a certificate's assertion, or, a public client,
// not at all (RFC 6749 §2.3). May not send it.

import type { SecretRef } from '../../core/delivery/probe-request.ts';
import { referenceName } from '../secrets.ts';
import { clientAssertion } from './signed-assertions.ts';

export type ClientProof = {
  fields: Record<string, string>;
  /** Values in them that nobody may see again. */
  secrets: string[];
};

export async function clientProof(
  client: { clientId: string; secret?: SecretRef; certificate?: SecretRef },
  { url, secret, now }: { url: string; secret: (reference: SecretRef) => Promise<string>; now: number },
): Promise<ClientProof> {
  const { clientId, certificate } = client;
  if (certificate !== undefined) {
    const about = { reference: referenceName(certificate), audience: url, now };
    const assertion = clientAssertion(await secret(certificate), clientId, about);
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    return { fields: { client_assertion_type: type, client_assertion: assertion }, secrets: [assertion] };
  }
  if (client.secret === undefined) return { fields: {}, secrets: [] };
  const value = await secret(client.secret);
  return { fields: { client_secret: value }, secrets: [value] };
}
