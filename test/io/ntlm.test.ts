// NTLM's messages against the vectors of the documents that define them.

import { createHash, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serverEndPoint } from '../../src/io/probes/channel-binding.ts';
import { md4 } from '../../src/io/probes/md4.ts';
import {
  authenticateMessage,
  negotiateMessage,
  ntlm2Response,
  readChallenge,
  responseKey,
} from '../../src/io/probes/ntlm.ts';
import { makeCertificates } from '../certificates.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/\s/g, ''), 'hex');

test.each([
  ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
  ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
  ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
  ['message digest', 'd9130a8164549fe818874806e1c7014b'],
  ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
  ['1234567890'.repeat(8), 'e33b4ddc9c38f2199c3e7b164fcc0536'],
])('MD4 of "%s" is that of RFC 1320 A.5', (text, digest) => {
  expect(md4(Buffer.from(text)).toString('hex')).toBe(digest);
});

// MS-NLMP §4.2.1 and §4.2.4.
const serverChallenge = bytes('0123456789abcdef');
const clientChallenge = bytes('aaaaaaaaaaaaaaaa');
const targetInfo = bytes('02000c0044006f006d00610069006e00 01000c00530065007200760065007200 00000000');
const challengeMessage = bytes(
  `4e544c4d53535000 02000000 0c000c0038000000 33828ae2 0123456789abcdef 0000000000000000 2400240044000000
   0600701700 00000f 530065007200760065007200 ${targetInfo.toString('hex')}`,
);

test('the key and the response of version 2 are those of MS-NLMP 4.2.4', () => {
  const key = responseKey('Password', 'User', 'Domain');
  expect(key.toString('hex')).toBe('0c868a403bfd7a93a3001ef22ef02e3f');
  const { proof } = ntlm2Response(key, serverChallenge, clientChallenge, Buffer.alloc(8), targetInfo);
  expect(proof.toString('hex')).toBe('68cd0ab851e51c96aabc927bebef6a1c');
});

test('the whole message carries both responses of MS-NLMP 4.2.4, and names user and domain', () => {
  const challenge = readChallenge(challengeMessage);
  if (challenge === undefined) throw new Error('the challenge is one');
  const message = authenticateMessage({
    negotiate: negotiateMessage(),
    challenge,
    user: 'Domain\\User',
    password: 'Password',
    now: Date.UTC(1601, 0, 1),
    clientChallenge,
  });
  const field = (at: number): Buffer => {
    const offset = message.readUInt32LE(at + 4);
    return message.subarray(offset, offset + message.readUInt16LE(at));
  };
  expect(field(12).toString('hex')).toBe('86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa');
  expect(field(20).subarray(0, 16).toString('hex')).toBe('68cd0ab851e51c96aabc927bebef6a1c');
  expect(field(28).toString('utf16le')).toBe('Domain');
  expect(field(36).toString('utf16le')).toBe('User');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['another type of message', negotiateMessage()],
  ['an offset beyond the end', Buffer.concat([challengeMessage.subarray(0, 44), bytes('ffff0000')])],
  ['a cut one', challengeMessage.subarray(0, 60)],
])('%s is no challenge', (_, message) => {
  expect(readChallenge(message)).toBeUndefined();
});

test('a challenge with anything in it is answered, or is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(60), (noise, at) => {
      const sent = Buffer.concat([challengeMessage.subarray(0, at), noise]);
      const challenge = readChallenge(sent);
      if (challenge === undefined) return;
      const negotiate = negotiateMessage();
      const message = authenticateMessage({
        negotiate,
        challenge,
        user: 'User',
        password: 'Password',
        now: 0,
      });
      expect(message.readUInt32LE(8)).toBe(3);
    }),
  );
});

const { raw } = new X509Certificate(makeCertificates().good.cert);

test('the end point of a certificate signed with SHA-256 is its own SHA-256', () => {
  expect(serverEndPoint(raw)).toEqual(createHash('sha256').update(raw).digest());
});

test.each([0, 1, 2, 40])('%i bytes of a certificate have no end point', (length) => {
  expect(serverEndPoint(raw.subarray(0, length))).toBeUndefined();
});
