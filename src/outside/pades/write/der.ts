import * as asn1js from 'asn1js'

/** One DER value (X.690) around parts that are DER already; nothing is decoded and encoded anew. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

export const tags = { octets: 0x04, nothing: 0x05, sequence: 0x30, set: 0x31 }

/** Context tag `[n]` around parts. */
export function tagged(n: number, ...parts: Uint8Array[]): Buffer {
  return der(0xa0 + n, ...parts)
}

export function sequence(...parts: Uint8Array[]): Buffer {
  return der(tags.sequence, ...parts)
}

/** A set: DER puts its parts in the order of their bytes. */
export function set(...parts: Uint8Array[]): Buffer {
  return der(tags.set, ...[...parts].sort(Buffer.compare))
}

export function octets(bytes: Uint8Array): Buffer {
  return der(tags.octets, bytes)
}

const written = new Map<string, Buffer>()

/** An object identifier; the few that there are, are encoded once. */
export function oid(value: string): Buffer {
  const known = written.get(value)
  if (known) return known
  const fresh = Buffer.from(new asn1js.ObjectIdentifier({ value }).toBER())
  written.set(value, fresh)
  return fresh
}

export function version(n: number): Buffer {
  return Buffer.from([2, 1, n])
}

function lengthOf(length: number): number[] {
  if (length < 128) return [length]
  const bytes = [...Buffer.from(length.toString(16).padStart(8, '0'), 'hex')]
  const significant = bytes.slice(bytes.findIndex((it) => it !== 0))
  return [0x80 + significant.length, ...significant]
}
