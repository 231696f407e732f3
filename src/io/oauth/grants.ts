// Knows what each grant sends to the token endpoint: the form's fields, with the secrets behind the references in them.
// May not send it.

import type { SecretRef } from '../../core/delivery/probe-request.ts';
import type { TokenRequest } from '../../core/delivery/token-request.ts';
import { referenceName } from '../secrets.ts';
import { clientProof } from './client-proof.ts';
import { serviceAccountAssertion } from './signed-assertions.ts';

type TokenForm = {
  fields: URLSearchParams;
  /** Values in it that nobody may see again. */
  secrets: string[];
  /** The refresh token that is redeemed, and where it was kept. */
  redeemed?: { reference: SecretRef; value: string };
};

export async function formOf(
  { grant, scope, url }: TokenRequest,
  secret: (reference: SecretRef) => Promise<string>,
  now: number,
): Promise<TokenForm> {
  const wanted = scope === undefined ? {} : { scope };
  const about = { url, secret, now };
  switch (grant.kind) {
    case 'client-credentials':
    case 'client-certificate': {
      const proof = await clientProof(grant, about);
      return form(
        { grant_type: 'client_credentials', client_id: grant.clientId, ...proof.fields, ...wanted },
        proof.secrets,
      );
    }
    case 'refresh-token': {
      const token = await secret(grant.refreshToken);
      const proof = await clientProof(grant, about);
      const fields = {
        grant_type: 'refresh_token',
        client_id: grant.clientId,
        refresh_token: token,
        ...proof.fields,
        ...wanted,
      };
      return {
        ...form(fields, [token, ...proof.secrets]),
        redeemed: { reference: grant.refreshToken, value: token },
      };
    }
    case 'service-account': {
      const assertion = serviceAccountAssertion(await secret(grant.key), grant.subject, scope ?? '', {
        reference: referenceName(grant.key),
        audience: url,
        now,
      });
      return form({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }, [assertion]);
    }
  }
}

function form(fields: Record<string, string>, secrets: string[]): TokenForm {
  return { fields: new URLSearchParams(fields), secrets };
}
