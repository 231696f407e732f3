// The ways to sign in, out of WWW-Authenticate as servers write it.

import { expect, test } from 'vitest';
import { schemesOf } from '../../src/core/mail/http-challenge.ts';

test.each([
  [
    ['Negotiate', 'NTLM', 'Basic realm="mail.example.com"'],
    ['NEGOTIATE', 'NTLM', 'BASIC'],
  ],
  [['Negotiate, NTLM, Basic realm="a, Digest b"'], ['NEGOTIATE', 'NTLM', 'BASIC']],
  [['Bearer client_id="00000002", trusted_issuers="00000001@*", token_types="app_asserted"'], ['BEARER']],
  [['Digest realm="x", nonce=abc, Basic realm=y'], ['DIGEST', 'BASIC']],
  [['Negotiate oYG2MIGzoAMKAQGhCwYJKoZIgvcSAQICooGe'], ['NEGOTIATE']],
  [['basic realm="x"', 'BASIC realm="y"'], ['BASIC']],
  [['Basic realm="he said \\"NTLM, go\\""'], ['BASIC']],
  [['', ' , ,'], []],
])('%j', (challenges, schemes) => {
  expect(schemesOf(challenges)).toEqual(schemes);
});
