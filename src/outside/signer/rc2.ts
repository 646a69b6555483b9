/**
 * Undoes RC2 in CBC mode (RFC 2268). OpenSSL 3 no longer does, yet key files handed out years ago have
 * their certificates, not their keys, in it. It protects nothing; it is only read.
 */
export function decryptRc2(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer {
  const words = expandKey(key)
  const out = Buffer.alloc(data.length)
  let before = iv
  for (let at = 0; at + 8 <= data.length; at += 8) {
    const block = data.subarray(at, at + 8)
    decryptBlock(words, block, out.subarray(at, at + 8))
    for (let i = 0; i < 8; i++) out[at + i]! ^= before[i]!
    before = block
  }
  const padding = out.at(-1) ?? 0
  if (padding < 1 || padding > 8) throw new RangeError('wrong padding')
  return out.subarray(0, out.length - padding)
}

/** Section 2; the effective length is that of the key. */
function expandKey(key: Uint8Array): Uint16Array {
  const bytes = new Uint8Array(128)
  bytes.set(key)
  for (let i = key.length; i < 128; i++)
    bytes[i] = pi[(bytes[i - 1]! + bytes[i - key.length]!) & 255]!
  bytes[128 - key.length] = pi[bytes[128 - key.length]!]!
  for (let i = 127 - key.length; i >= 0; i--) bytes[i] = pi[bytes[i + 1]! ^ bytes[i + key.length]!]!
  return Uint16Array.from({ length: 64 }, (_, i) => bytes[2 * i]! + 256 * bytes[2 * i + 1]!)
}

/** Section 4. */
function decryptBlock(key: Uint16Array, block: Uint8Array, out: Uint8Array): void {
  const r = [0, 1, 2, 3].map((i) => block[2 * i]! + 256 * block[2 * i + 1]!)
  const shifts = [1, 2, 3, 5]
  let next = 63
  const mix = () => {
    for (let i = 3; i >= 0; i--) {
      const turned = (r[i]! >>> shifts[i]!) | (r[i]! << (16 - shifts[i]!))
      const [a, b, c] = [r[(i + 3) & 3]!, r[(i + 2) & 3]!, r[(i + 1) & 3]!]
      r[i] = (turned - key[next--]! - (a & b) - (~a & c)) & 0xffff
    }
  }
  const mash = () => {
    for (let i = 3; i >= 0; i--) r[i] = (r[i]! - key[r[(i + 3) & 3]! & 63]!) & 0xffff
  }
  for (const rounds of [5, 6, 5]) {
    if (rounds !== 5 || next !== 63) mash()
    for (let i = 0; i < rounds; i++) mix()
  }
  for (const [i, word] of r.entries()) {
    out[2 * i] = word & 255
    out[2 * i + 1] = word >>> 8
  }
}

/** The table of section 2, made from the digits of π. */
const pi = Buffer.from(
  [
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2',
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82',
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626',
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7',
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec',
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731',
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9',
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  ].join(''),
  'hex',
)
