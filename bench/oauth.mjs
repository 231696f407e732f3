// How often is a token asked for, and what do tokens cost? Two hundred mailboxes on one OAuth profile, on servers of this
// process: a token endpoint that counts, and an SMTP server that takes one access token.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { makeAuthority, makeCertificate } from '../test/live/certificates.mjs';
import { login, observed, scratch } from './commands.mjs';
import { heading, row } from './table.mjs';

const count = 200;

export async function oauth() {
  heading(`${count} mailboxes on one OAuth profile, SMTP with TLS, login only`);
  const authority = await makeAuthority(scratch());
  const { certificate } = await makeCertificate(authority, 'good');
  const token = accessToken();
  const endpoint = await tokenEndpoint(token);
  const server = await smtpServer(token, {
    cert: readFileSync(certificate),
    key: readFileSync(authority.serverKey),
  });
  try {
    const accounts = Array.from({ length: count }, (_, index) => ({ address: `user${index}@example.com` }));
    const given = login(authority, {
      accounts,
      outgoing: { host: 'localhost', port: server.port, tls: 'implicit' },
      profile: {
        incomingCredentialRetrieval: 'azure-ad-oauth',
        exchangeOnlineTenantId: tenant,
        oauthClientId: 'bench',
        oauthClientSecret: { env: 'BENCH_SECRET' },
      },
      endpoints: { microsoftAuthority: endpoint.url },
    });
    given.env['BENCH_SECRET'] = 'secret';
    const { sessions } = await observed(given);
    const loggedIn = sessions.filter(({ steps }) =>
      steps.some(({ step, outcome }) => step === 'login' && outcome === 'ok'),
    );
    if (loggedIn.length !== count) throw new Error(`${loggedIn.length} of ${count} mailboxes logged in`);
    row('requests to the token endpoint', endpoint.asked(), '', 1);
  } finally {
    await Promise.all([endpoint.stop(), server.stop()]);
  }
}

const tenant = '11111111-2222-3333-4444-555555555555';

function accessToken() {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: 'https://outlook.office365.com',
    tid: tenant,
    appid: 'bench',
    roles: ['SMTP.SendAsApp'],
    exp: now + 3_600,
  };
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.signature`;
}

async function tokenEndpoint(token) {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      asked += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3_600, access_token: token }));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked: () => asked,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function smtpServer(token, certificate) {
  const server = new SMTPServer({
    ...certificate,
    secure: true,
    authMethods: ['XOAUTH2'],
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ accessToken: shown, username: user }, _session, callback) =>
      shown === token ? callback(null, { user }) : callback(new Error('not this token')),
  });
  server.on('error', () => {});
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.server.address().port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
