// Knows MD4 (RFC 1320), which NTLM makes its keys of. Our own, because OpenSSL 3 and so Node no longer have it without the
// "legacy" provider. Broken as a hash; may not be used for anything but NTLM.

/** RFC 1320 §3.4: word order and shifts of the three rounds. */
const rounds = [
  {
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    shifts: [3, 7, 11, 19],
    constant: 0,
    mix: (x: number, y: number, z: number) => (x & y) | (~x & z),
  },
  {
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    shifts: [3, 5, 9, 13],
    constant: 0x5a_82_79_99,
    mix: (x: number, y: number, z: number) => (x & y) | (x & z) | (y & z),
  },
  {
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
    shifts: [3, 9, 11, 15],
    constant: 0x6e_d9_eb_a1,
    mix: (x: number, y: number, z: number) => x ^ y ^ z,
  },
];
const blockBytes = 64;

export function md4(message: Buffer): Buffer {
  // RFC 1320 §3.1, §3.2: a one bit, zeros, and the length in bits.
  const padded = Buffer.alloc(Math.ceil((message.length + 9) / blockBytes) * blockBytes);
  message.copy(padded);
  padded[message.length] = 0x80;
  padded.writeBigUInt64LE(BigInt(message.length) * 8n, padded.length - 8);

  let state: readonly [number, number, number, number] = [
    0x67_45_23_01, 0xef_cd_ab_89, 0x98_ba_dc_fe, 0x10_32_54_76,
  ];
  for (let block = 0; block < padded.length; block += blockBytes) {
    let [a, b, c, d] = state;
    for (const { order, shifts, constant, mix } of rounds)
      for (const [step, word] of order.entries()) {
        const sum = (a + mix(b, c, d) + padded.readUInt32LE(block + word * 4) + constant) | 0;
        const shift = shifts[step % 4] ?? 0;
        [a, b, c, d] = [d, (sum << shift) | (sum >>> (32 - shift)), b, c];
      }
    state = [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
  }
  const digest = Buffer.alloc(16);
  for (const [index, word] of state.entries()) digest.writeInt32LE(word | 0, index * 4);
  return digest;
}
