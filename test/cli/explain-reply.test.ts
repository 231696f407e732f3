// `explain` with what a server, a library or a token endpoint said, as people paste it: wrapped, quoted, cut, over several lines.

import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testWorld } from './world.ts';

async function explain(typed: string, language: string, input?: string) {
  const world = testWorld(input === undefined ? {} : { input: () => Promise.resolve(input) });
  const code = await main(['explain', typed, '--lang', language], world);
  return { code, out: world.printed.join('\n').replaceAll(/\s+/g, ' '), complained: world.complained };
}

test.each([
  // The vendor's words decide, not the code that all of them share.
  [
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant',
    'exchange-smtp-auth-off-tenant',
  ],
  [
    '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
    'exchange-wrong-password',
  ],
  ['535 5.7.8 Error: authentication failed', 'smtp-credentials-invalid'],
  // As Google's sign-in page writes it.
  ['Error 403: org_internal', 'google-app-of-another-organization'],
  ['Error 400: admin_policy_enforced', 'google-admin-policy-enforced'],
  // As libraries wrap it.
  ['Error: Invalid login: 535 5.7.8 Error: authentication failed', 'smtp-credentials-invalid'],
  [
    "Can't send mail - all recipients were rejected: 554 5.7.1 <a@example.net>: Relay access denied",
    'relay-denied',
  ],
  [
    "{ code: 'EAUTH', response: '535-5.7.8 Username and Password not accepted', responseCode: 535, command: 'AUTH PLAIN' }",
    'gmail-credentials',
  ],
  [
    "Error: Command failed { responseStatus: 'NO', responseText: 'Login refused', serverResponseCode: 'AUTHORIZATIONFAILED' }",
    'imap-authorization-failed',
  ],
  ['Error: connect ECONNREFUSED 127.0.0.1:25', 'connection-refused'],
  ['ESOCKET: connect ETIMEDOUT 192.0.2.1:25', 'connection-timed-out'],
  [
    'write EPROTO 80AB:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/ssl/record/ssl3_record.c:354:',
    'tls-to-clear-text-port',
  ],
  ['self-signed certificate in certificate chain', 'certificate-private-root'],
  // Several lines, joined or not.
  [
    '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials a1 - gsmtp',
    'gmail-credentials',
  ],
  ['535-5.7.8 Username and 535 5.7.8 Password not accepted. a1 - gsmtp', 'gmail-credentials'],
  // POP3 and IMAP.
  ['-ERR [AUTH] Authentication failed.', 'pop3-auth'],
  ['a1 NO [AUTHENTICATIONFAILED] Authentication failed.', 'imap-authentication-failed'],
  ['NO [UNAVAILABLE] Temporary authentication failure.', 'temporary-authentication-failure'],
  // Token endpoints, with and without their bodies.
  [
    '{"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to inactivity."}',
    'entra-refresh-token-expired',
  ],
  [
    '400 Bad Request {"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
    'google-token-expired-or-revoked',
  ],
  ['AADSTS50076', 'entra-multi-factor-required'],
  ['50126', 'entra-wrong-password'],
  ['invalid_client', 'token-client-invalid'],
  // Bounces.
  [
    'smtp;550 5.1.1 <a@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
    'postfix-user-unknown',
  ],
  ['Status: 5.1.1\nDiagnostic-Code: smtp; 550 no mailbox of that name', 'recipient-not-known'],
  [
    "Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'",
    'exchange-recipient-not-found',
  ],
  [
    'host gmail-smtp-in.l.google.com[192.0.2.1] said: 550-5.7.26 This mail has been blocked 550 5.7.26 because the sender is unauthenticated (in reply to end of DATA command)',
    'gmail-unauthenticated-sender',
  ],
  // Exchange over HTTP.
  ['{"error":{"code":"ErrorSendAsDenied","message":"no right"}}', 'exchange-api-send-as-denied'],
  ['<m:ResponseCode>ErrorImpersonateUserDenied</m:ResponseCode>', 'exchange-impersonation-denied'],
  ['The remote server returned an error: (401) Unauthorized.', 'http-unauthorized'],
  // Words alone, without any code.
  ['SmtpClientAuthentication is disabled for the Mailbox', 'exchange-smtp-auth-off-mailbox'],
] as const)('%s', async (typed, row) => {
  for (const [language, known, steps] of [
    ['en', 'Known as: ', 'What to do, and who can'],
    ['ja', '登録名: ', '対処方法(実施できる人)'],
  ] as const) {
    const { code, out } = await explain(typed, language);
    expect(code).toBe(0);
    expect(out).toContain(`${known}${row}`);
    expect(out).toContain(steps);
    expect(out).not.toMatch(/undefined|\{mailbox\}|\{host\}/);
    expect(await explain('-', language, `${typed}\n`)).toEqual({ code, out, complained: [] });
  }
});

test('it says what is meant, of what class it is, and who must act', async () => {
  const { out } = await explain(
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant',
    'en',
  );
  expect(out).toContain('SMTP 535 5.7.139 SMTP AUTH is switched off for the whole Exchange Online tenant.');
  expect(out).toContain('Permanent (policy)');
  expect(out).toContain("Who must act: the administrator of the sender's mail server or tenant.");
  expect(out).toContain(
    'Set-CASMailbox -Identity (address of the mailbox) -SmtpClientAuthenticationDisabled $false',
  );
  const japanese = await explain(
    '421 4.7.0 mail.example.com Error: too many connections from 192.0.2.1',
    'ja',
  );
  expect(japanese.out).toContain('一時的なエラー');
  expect(japanese.out).toContain('対処する人: こちら側(メールボックス');
});

test('what no document confirms is said to be so, and what one confirms is not', async () => {
  expect((await explain('435 Unable to authenticate at present', 'en')).out).toContain(
    'No document confirms this',
  );
  expect((await explain('435 Unable to authenticate at present', 'ja')).out).toContain(
    '裏付ける資料はありません',
  );
  expect((await explain('535 Incorrect authentication data', 'en')).out).not.toContain(
    'No document confirms this',
  );
});

test.each([
  ['550 5.7.1 the stars are not right', 'Permanent (policy)', '恒久的なエラー(ポリシー)'],
  ['451 4.9.9 the stars are not right', 'Temporary', '一時的なエラー'],
  ['550 5.1.99 the stars are not right', 'Permanent (configuration)', '恒久的なエラー(設定)'],
  ['a1 NO LOGIN failed.', 'Permanent (credentials)', '恒久的なエラー(資格情報)'],
  ['ERR_SSL_SOMETHING_NEW', 'Network', 'ネットワーク'],
  ['AADSTS9999999: something new', 'implies nothing', 'コードからも何もわかりません'],
] as const)('unknown: %s', async (typed, english, japanese) => {
  const en = await explain(typed, 'en');
  expect(en.code).toBe(3);
  expect(en.out).toContain('This reply is not known to mailcheck');
  expect(en.out).toContain(english);
  expect(en.out).not.toContain('What to do, and who can');
  const ja = await explain(typed, 'ja');
  expect(ja.code).toBe(3);
  expect(ja.out).toContain('mailcheckが知らない応答です');
  expect(ja.out).toContain(japanese);
});

test('an alert of the platform that quotes the server is explained, and so is the quotation', async () => {
  const { code, out } = await explain(
    "Email can't be sent. The email server returned an error: 535: 5.7.8 Username and Password not accepted. BadCredentials",
    'en',
  );
  expect(code).toBe(0);
  expect(out).toContain('What the platform says');
  expect(out).toContain('Known as: gmail-credentials');
});

test('a name that nobody gave leaves no gap', async () => {
  const { out } = await explain('454 4.7.0 Temporary authentication failure', 'ja');
  expect(out).toContain('メールサーバーの認証サービス');
});

test('what a server says never reaches the terminal raw', async () => {
  const world = testWorld();
  await main(['explain', '550 5.7.1 \u001b[31mred \u202edet'], world);
  expect(world.printed.join('')).not.toMatch(/[\u001b\u202e]/);
});
