// Knows what each grant sends to the token endpoint: the form's fields, with the secrets behind the references in them.
// May not send it.

import type { SecretRef } from '../../core/delivery/probe-request.ts';
import type { TokenRequest } from '../../core/delivery/token-request.ts';
import { referenceName } from '../secrets.ts';
import { clientAssertion, serviceAccountAssertion } from './signed-assertions.ts';

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
  switch (grant.kind) {
    case 'client-credentials': {
      const value = await secret(grant.secret);
      return form(
        {
          grant_type: 'client_credentials',
          client_id: grant.clientId,
          client_secret: value,
          ...wanted,
        },
        [value],
      );
    }
    case 'client-certificate': {
      const reference = referenceName(grant.certificate);
      const assertion = clientAssertion(await secret(grant.certificate), grant.clientId, {
        reference,
        audience: url,
        now,
      });
      return form(
        {
          grant_type: 'client_credentials',
          client_id: grant.clientId,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
          ...wanted,
        },
        [assertion],
      );
    }
    case 'refresh-token': {
      const token = await secret(grant.refreshToken);
      const own = grant.secret === undefined ? undefined : await secret(grant.secret);
      const sent = form(
        {
          grant_type: 'refresh_token',
          client_id: grant.clientId,
          refresh_token: token,
          ...(own === undefined ? {} : { client_secret: own }),
          ...wanted,
        },
        own === undefined ? [token] : [token, own],
      );
      return { ...sent, redeemed: { reference: grant.refreshToken, value: token } };
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
