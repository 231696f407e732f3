// Knows how to make a certificate authority and a server certificate for the demo's loopback servers, fresh at every run.
// Own code: Node can sign but not write X.509, and a library for it would ship to every user for the demo alone.
// Structure: RFC 5280 §4.1; DER: ITU-T X.690. May not be used for anything that leaves this machine.

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export type IssuedCertificate = { certificate: string; key: string };

/** A server certificate for the names and addresses given, and the authority (PEM) that vouches for it. Valid for two months: what ends soon is warned of. */
export function issueCertificate(names: string[], now: Date): IssuedCertificate & { authority: string } {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorityName = 'mailcheck demo authority';
  const authorityExtensions = [
    extension('2.5.29.19', sequence(tag(0x01, Buffer.from([0xff]))), true), // basicConstraints: CA
    extension('2.5.29.15', tag(0x03, Buffer.from([0x01, 0x06])), true), // keyUsage: keyCertSign, cRLSign
    extension('2.5.29.14', tag(0x04, keyIdentifier(authority.publicKey))),
  ];
  const serverExtensions = [
    extension('2.5.29.17', sequence(...names.map(generalName))), // subjectAltName
    extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'))), // serverAuth
    extension('2.5.29.35', sequence(tag(0x80, keyIdentifier(authority.publicKey)))),
  ];
  const issue = (subject: string, key: KeyObject, extensions: Buffer[]) =>
    signed(certificateBody(subject, authorityName, key, extensions, now), authority.privateKey);
  return {
    authority: issue(authorityName, authority.publicKey, authorityExtensions),
    certificate: issue(names[0] ?? 'localhost', server.publicKey, serverExtensions),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

const ecdsaWithSha256 = () => sequence(objectIdentifier('1.2.840.10045.4.3.2'));

function certificateBody(
  subject: string,
  issuer: string,
  key: KeyObject,
  extensions: Buffer[],
  now: Date,
): Buffer {
  const day = 24 * 60 * 60 * 1000;
  return sequence(
    tag(0xa0, tag(0x02, Buffer.from([2]))), // version 3
    tag(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    ecdsaWithSha256(),
    distinguishedName(issuer),
    sequence(utcTime(new Date(now.getTime() - 60 * 60 * 1000)), utcTime(new Date(now.getTime() + 60 * day))),
    distinguishedName(subject),
    key.export({ type: 'spki', format: 'der' }),
    tag(0xa3, sequence(...extensions)),
  );
}

function signed(body: Buffer, key: KeyObject): string {
  const signature = sign('sha256', body, key);
  const der = sequence(body, ecdsaWithSha256(), tag(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function tag(number: number, content: Buffer): Buffer {
  const length = content.length;
  const header =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([number, ...header]), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tag(0x30, Buffer.concat(parts));
}

function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tag(0x06, Buffer.from(bytes));
}

function distinguishedName(commonName: string): Buffer {
  const attribute = sequence(objectIdentifier('2.5.4.3'), tag(0x0c, Buffer.from(commonName, 'utf8')));
  return sequence(tag(0x31, attribute));
}

function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return tag(0x17, Buffer.from(`${digits}Z`, 'ascii'));
}

function extension(identifier: string, value: Buffer, critical = false): Buffer {
  const flag = critical ? [tag(0x01, Buffer.from([0xff]))] : [];
  return sequence(objectIdentifier(identifier), ...flag, tag(0x04, value));
}

function generalName(name: string): Buffer {
  const octets = name.split('.').map(Number);
  const isAddress = octets.length === 4 && octets.every((octet) => Number.isInteger(octet));
  return isAddress ? tag(0x87, Buffer.from(octets)) : tag(0x82, Buffer.from(name, 'ascii'));
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);
}
