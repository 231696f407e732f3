// A certificate authority of the tests' own, and the certificates that servers get wrong. Made with the openssl program.

import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type KeyPair = { key: string; cert: string };
export type Certificates = {
  /** PEM of the authority: what a test passes as `extraAuthorities`. */
  authority: string;
  /** For localhost and 127.0.0.1. */
  good: KeyPair;
  /** By the authority, for another.example. */
  otherHost: KeyPair;
  /** By the authority, for localhost, valid in 2020 only. */
  expired: KeyPair;
  /** By the authority, for localhost, valid from 2099. */
  notYetValid: KeyPair;
  /** By nobody else, for localhost. */
  selfSigned: KeyPair;
  /** For localhost, by an intermediate authority whose certificate comes with it. */
  withIntermediate: KeyPair;
  /** The same, and the intermediate one left out. */
  withoutIntermediate: KeyPair;
};

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'mailcheck-certificates-'));
  const inFolder = (name: string): string => join(folder, name);
  const openssl = (...words: string[]): void => {
    execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const pair = (name: string): KeyPair => ({
    key: readFileSync(inFolder(`${name}.key`), 'utf8'),
    cert: readFileSync(inFolder(`${name}.pem`), 'utf8'),
  });
  const localhost = 'DNS:localhost,IP:127.0.0.1';
  try {
    writeFileSync(
      inFolder('ca.cnf'),
      [
        '[ca]',
        'default_ca = ours',
        '[ours]',
        'database = index.txt',
        'new_certs_dir = .',
        'certificate = authority.pem',
        'private_key = authority.key',
        'default_md = sha256',
        'rand_serial = yes',
        'policy = any',
        'copy_extensions = copy',
        'unique_subject = no',
        '[any]',
        'commonName = supplied',
        '',
      ].join('\n'),
    );
    writeFileSync(inFolder('index.txt'), '');
    const ca = ['-subj', '/CN=mailcheck test authority', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-keyout',
      'authority.key',
      '-out',
      'authority.pem',
      '-days',
      '30',
      ...ca,
    );
    const sign = (name: string, names: string, from: string, to: string): KeyPair => {
      const common = names.split(',', 1)[0]?.replace('DNS:', '') ?? name;
      const subject = ['-subj', `/CN=${common}`, '-addext', `subjectAltName=${names}`];
      openssl('req', '-new', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, ...subject);
      const dates = ['-startdate', from, '-enddate', to];
      openssl(
        'ca',
        '-batch',
        '-notext',
        '-config',
        'ca.cnf',
        '-in',
        `${name}.csr`,
        '-out',
        `${name}.pem`,
        ...dates,
      );
      return pair(name);
    };
    const self = ['-subj', '/CN=localhost', '-addext', `subjectAltName=${localhost}`, '-days', '30'];
    openssl('req', '-x509', ...newKey, '-keyout', 'self.key', '-out', 'self.pem', ...self);
    const issue = (name: string, subject: string, issuer: string, extensions: string): void => {
      writeFileSync(inFolder(`${name}.ext`), extensions);
      openssl('req', '-new', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject);
      const by = ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial', '-days', '30'];
      const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-extfile', `${name}.ext`];
      openssl('x509', '-req', ...by, ...files);
    };
    const ofAuthority = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n';
    issue('middle', '/O=mailcheck/CN=mailcheck test intermediate', 'authority', ofAuthority);
    issue('below', '/CN=localhost', 'middle', `subjectAltName=${localhost}\n`);
    const below = pair('below');
    return {
      authority: readFileSync(inFolder('authority.pem'), 'utf8'),
      withIntermediate: { ...below, cert: below.cert + pair('middle').cert },
      withoutIntermediate: below,
      good: sign('good', localhost, '20200101000000Z', '20980101000000Z'),
      otherHost: sign('other', 'DNS:another.example', '20200101000000Z', '20980101000000Z'),
      expired: sign('expired', localhost, '20200101000000Z', '20200201000000Z'),
      notYetValid: sign('early', localhost, '20980101000000Z', '20990101000000Z'),
      selfSigned: pair('self'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** RSA, PEM, as a service account of Google signs with it. */
export function makeServiceAccountKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return privateKey;
}

/** RSA and self-signed, as an app registration takes it. */
export function makeApplicationCertificate(): KeyPair {
  const folder = mkdtempSync(join(tmpdir(), 'mailcheck-certificates-'));
  try {
    const files = ['-keyout', 'app.key', '-out', 'app.pem'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=mailcheck', ...files],
      { cwd: folder, stdio: 'ignore' },
    );
    return {
      key: readFileSync(join(folder, 'app.key'), 'utf8'),
      cert: readFileSync(join(folder, 'app.pem'), 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
