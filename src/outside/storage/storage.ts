/**
 * Where files lie that are too large for the database. An address is hexadecimal digits; what is kept
 * under it has been sealed before, so whoever holds the storage reads nothing.
 */
export type Storage = {
  /** Durable once it resolves. Putting the same address again replaces it. */
  put: (address: string, sealed: Uint8Array) => Promise<void>
  get: (address: string) => Promise<Buffer | null>
  /** Also when nothing is there. */
  remove: (address: string) => Promise<void>
}
