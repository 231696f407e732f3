// Knows how to make certificates with the openssl program: one trusted authority, and a server certificate for
// each way in which one can be wrong. May not know which server uses which.

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Names and addresses for which a good certificate is issued: all of loopback that the servers listen on. */
const ownNames = ['localhost', '127.0.0.1', '127.0.0.2'];

/** Makes the certificate authority that tests trust, in `folder`; `certificateAuthority` is its PEM file. */
export async function makeAuthority(folder, commonName = 'Mailcheck Test Authority') {
  await mkdir(folder, { recursive: true });
  const key = join(folder, 'authority.key');
  const serverKey = join(folder, 'server.key');
  const certificateAuthority = join(folder, 'authority.pem');
  // RSA 2048 as most mail servers have it, so that handshakes cost what they cost outside. Making a key is slow:
  // all server certificates of an authority share one.
  await Promise.all([key, serverKey].map((file) => openssl('genrsa', ['-out', file, '2048'])));
  await openssl('req -x509 -sha256 -days 30 -addext keyUsage=critical,keyCertSign,cRLSign', [
    '-subj',
    `/CN=${commonName}`,
    '-key',
    key,
    '-out',
    certificateAuthority,
  ]);
  return { folder, key, serverKey, certificateAuthority };
}

/**
 * Makes a server certificate: good, or wrong in exactly one way, for `names` (host names and IPv4 addresses).
 * Returns the PEM files; `chain` holds key and certificate together, as Postfix wants them.
 */
export async function makeCertificate(authority, kind, names = ownNames) {
  const folder = join(authority.folder, kind);
  await mkdir(folder, { recursive: true });
  const issuer = kind === 'unknown-authority' ? await makeAuthority(folder, 'Somebody Else') : authority;
  const key = issuer.serverKey;
  const certificate = join(folder, 'server.pem');
  const chain = join(folder, 'chain.pem');
  const valid = kind === 'other-host' ? ['mail.elsewhere.example'] : names;
  const subject = `/CN=${valid[0]}`;
  await writeFile(join(folder, 'ca.cnf'), authorityConfiguration(folder, issuer, valid));
  await writeFile(join(folder, 'index.txt'), '');
  await openssl('req -new -sha256', ['-key', key, '-subj', subject, '-out', join(folder, 'server.csr')]);
  // "openssl ca" and not "openssl x509": only the former can set both dates in OpenSSL 3.0.
  await openssl('ca -batch -notext -md sha256 -extensions server', [
    '-config',
    join(folder, 'ca.cnf'),
    '-in',
    join(folder, 'server.csr'),
    '-out',
    certificate,
    ...(kind === 'self-signed' ? ['-selfsign', '-keyfile', key] : []),
    '-startdate',
    day(kind === 'not-yet-valid' ? 10 : -20),
    '-enddate',
    day(kind === 'expired' ? -10 : 20),
  ]);
  await writeFile(chain, (await readFile(key, 'utf8')) + (await readFile(certificate, 'utf8')), {
    mode: 0o600,
  });
  return { kind, key, certificate, chain };
}

/** A date so many days from now, in the form of ASN.1 GeneralizedTime. */
function day(offset) {
  const date = new Date(Date.now() + offset * 86_400_000);
  return date.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
}

function authorityConfiguration(folder, issuer, names) {
  const alternative = names.map((name) => (/^[\d.]+$/.test(name) ? `IP:${name}` : `DNS:${name}`));
  return `[ca]
default_ca = test
[test]
database = ${join(folder, 'index.txt')}
new_certs_dir = ${folder}
certificate = ${issuer.certificateAuthority}
private_key = ${issuer.key}
policy = anything
rand_serial = yes
[anything]
commonName = supplied
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,keyEncipherment
extendedKeyUsage = serverAuth
subjectAltName = ${alternative.join(',')}
`;
}

async function openssl(words, rest) {
  await run('openssl', [...words.split(' '), ...rest], { timeout: 30_000 });
}
