/**
 * Where files lie that are too large for the database. An address is 64 hexadecimal digits; what is
 * kept under it has been sealed before, so whoever holds the storage reads nothing.
 */
export type Storage = {
  /** Durable once it resolves. Putting the same address again replaces it. */
  put: (address: string, sealed: Uint8Array) => Promise<void>
  get: (address: string) => Promise<Buffer | null>
  /** Also when nothing is there. */
  remove: (address: string) => Promise<void>
  /** Every address at which something lies, in no order. */
  list: () => AsyncIterable<string>
  /** Removes what was put there before this moment, and says whether it did. */
  removeOlder: (address: string, than: Date) => Promise<boolean>
}

/** An address is a path or a part of one: nothing else may come in. */
export function requireAddress(address: string): string {
  if (!isAddress(address)) throw new Error(`no address of the storage: ${address}`)
  return address
}

export function isAddress(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
