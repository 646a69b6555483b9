/** SHA-256 of a file, not on the thread that answers people: a scan is many megabytes. */
export async function hashAside(bytes: Uint8Array): Promise<Buffer> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
}
