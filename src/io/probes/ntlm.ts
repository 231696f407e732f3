// Knows the three messages of NTLM authentication, version 2 only (MS-NLMP). Our own: what the registry has brings DES for the
// broken version 1, an HTTP client of its own, or an MD4 that OpenSSL 3 refuses. May not send them, or show the password.

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { md4 } from './md4.ts';

/** MS-NLMP §2.2.2.5. */
const flags = {
  unicode: 0x1,
  requestTarget: 0x4,
  ntlm: 0x2_00,
  alwaysSign: 0x80_00,
  extendedSessionSecurity: 0x8_00_00,
  targetInfo: 0x80_00_00,
};
const signature = Buffer.from('NTLMSSP\0', 'latin1');
/** MS-NLMP §2.2.2.1, AV_PAIR. */
const pairs = { end: 0, flags: 6, timestamp: 7, targetName: 9, channelBindings: 10 };
/** The message has an integrity code. */
const hasIntegrityCode = 2;

/** NEGOTIATE_MESSAGE (§2.2.1.1). Names no domain and no machine. */
export function negotiateMessage(): Buffer {
  const message = Buffer.alloc(32);
  signature.copy(message);
  message.writeUInt32LE(1, 8);
  message.writeUInt32LE(
    flags.unicode | flags.requestTarget | flags.ntlm | flags.alwaysSign | flags.extendedSessionSecurity,
    12,
  );
  return message;
}

type Challenge = { bytes: Buffer; serverChallenge: Buffer; flags: number; targetInfo: Buffer };

/** CHALLENGE_MESSAGE (§2.2.1.2); undefined: it is none, or one that version 2 cannot answer. */
export function readChallenge(bytes: Buffer): Challenge | undefined {
  if (bytes.length < 48 || !bytes.subarray(0, 8).equals(signature) || bytes.readUInt32LE(8) !== 2)
    return undefined;
  const offered = bytes.readUInt32LE(20);
  const length = bytes.readUInt16LE(40);
  const offset = bytes.readUInt32LE(44);
  if ((offered & flags.unicode) === 0 || offset + length > bytes.length) return undefined;
  return {
    bytes,
    serverChallenge: bytes.subarray(24, 32),
    flags: offered,
    targetInfo: bytes.subarray(offset, offset + length),
  };
}

type Answer = {
  negotiate: Buffer;
  challenge: Challenge;
  /** `DOMAIN\user` or `user@domain`. */
  user: string;
  password: string;
  /** Milliseconds since the epoch, where the server names no time of its own. */
  now: number;
  /** channel-binding.ts; without one where the session has no TLS. */
  endPoint?: Buffer;
  clientChallenge?: Buffer;
};

/** AUTHENTICATE_MESSAGE (§2.2.1.3, §3.1.5.1.2). */
export function authenticateMessage(answer: Answer): Buffer {
  const { negotiate, challenge, clientChallenge = randomBytes(8) } = answer;
  const [user, domain] = namesOf(answer.user);
  const key = responseKey(answer.password, user, domain);
  const given = readPairs(challenge.targetInfo);
  const serverTime = given.get(pairs.timestamp);
  const time = serverTime?.length === 8 ? serverTime : fileTime(answer.now);
  const targetInfo = writePairs(given, {
    integrity: serverTime !== undefined,
    ...(answer.endPoint === undefined ? {} : { binding: channelBinding(answer.endPoint) }),
  });
  const { proof, response } = ntlm2Response(
    key,
    challenge.serverChallenge,
    clientChallenge,
    time,
    targetInfo,
  );
  // §3.1.5.1.2: with the server's time there is an integrity code instead of the LM response.
  const lanManager =
    serverTime === undefined
      ? Buffer.concat([hmac(key, challenge.serverChallenge, clientChallenge), clientChallenge])
      : Buffer.alloc(24);

  const fixed = Buffer.alloc(88);
  signature.copy(fixed);
  fixed.writeUInt32LE(3, 8);
  let offset = fixed.length;
  const payload = [
    [12, lanManager],
    [20, response],
    [28, wide(domain)],
    [36, wide(user)],
    [44, Buffer.alloc(0)], // our machine's name is nobody's business
    [52, Buffer.alloc(0)],
  ] as const;
  for (const [field, value] of payload) {
    fixed.writeUInt16LE(value.length, field);
    fixed.writeUInt16LE(value.length, field + 2);
    fixed.writeUInt32LE(offset, field + 4);
    offset += value.length;
  }
  const agreed =
    flags.unicode | flags.ntlm | flags.alwaysSign | flags.extendedSessionSecurity | flags.targetInfo;
  fixed.writeUInt32LE((challenge.flags & agreed) | flags.requestTarget, 60);
  const message = Buffer.concat([fixed, ...payload.map(([, value]) => value)]);
  if (serverTime !== undefined) hmac(hmac(key, proof), negotiate, challenge.bytes, message).copy(message, 72);
  return message;
}

/** NTOWFv2 (§3.3.2). */
export function responseKey(password: string, user: string, domain: string): Buffer {
  return hmac(md4(wide(password)), wide(user.toUpperCase() + domain));
}

/** NTProofStr and NTChallengeResponse (§3.3.2). */
export function ntlm2Response(
  key: Buffer,
  serverChallenge: Buffer,
  clientChallenge: Buffer,
  time: Buffer,
  targetInfo: Buffer,
): { proof: Buffer; response: Buffer } {
  const head = Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]);
  const rest = Buffer.concat([head, time, clientChallenge, Buffer.alloc(4), targetInfo, Buffer.alloc(4)]);
  const proof = hmac(key, serverChallenge, rest);
  return { proof, response: Buffer.concat([proof, rest]) };
}

/** A user principal name stays whole, without a domain (§2.2.1.3 allows it to be empty). */
function namesOf(user: string): [user: string, domain: string] {
  const slash = user.indexOf('\\');
  return slash === -1 ? [user, ''] : [user.slice(slash + 1), user.slice(0, slash)];
}

function readPairs(targetInfo: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  for (let at = 0; at + 4 <= targetInfo.length;) {
    const id = targetInfo.readUInt16LE(at);
    const length = targetInfo.readUInt16LE(at + 2);
    if (id === pairs.end || at + 4 + length > targetInfo.length) break;
    found.set(id, targetInfo.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

function writePairs(given: Map<number, Buffer>, ours: { integrity: boolean; binding?: Buffer }): Buffer {
  const all = new Map(given);
  if (ours.integrity) {
    const value = Buffer.alloc(4);
    const before = given.get(pairs.flags);
    value.writeUInt32LE(((before?.length === 4 ? before.readUInt32LE() : 0) | hasIntegrityCode) >>> 0);
    all.set(pairs.flags, value);
  }
  if (ours.binding !== undefined) all.set(pairs.channelBindings, ours.binding);
  const parts = [...all, [pairs.end, Buffer.alloc(0)] as const].flatMap(([id, value]) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id);
    head.writeUInt16LE(value.length, 2);
    return [head, value];
  });
  return Buffer.concat(parts);
}

/** MD5 of gss_channel_bindings_struct (RFC 2744 §3.11) with nothing but the application's data. */
function channelBinding(endPoint: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from('tls-server-end-point:', 'latin1'), endPoint]);
  const struct = Buffer.alloc(20);
  struct.writeUInt32LE(data.length, 16);
  return createHash('md5').update(struct).update(data).digest();
}

/** FILETIME: 100 nanoseconds since 1601. */
function fileTime(milliseconds: number): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigUInt64LE((BigInt(Math.trunc(milliseconds)) + 11_644_473_600_000n) * 10_000n);
  return time;
}

function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function hmac(key: Buffer, ...parts: readonly Buffer[]): Buffer {
  const digest = createHmac('md5', key);
  for (const part of parts) digest.update(part);
  return digest.digest();
}
