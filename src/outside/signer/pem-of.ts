import { X509Certificate } from 'node:crypto'

/**
 * A file of certificates as PEM: as it is, or the one certificate that Windows and many issuers give out
 * in DER under the same endings, `.cer` and `.crt`. What is neither comes back as text that holds none.
 */
export function pemOf(file: Uint8Array): string {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  if (bytes.includes('-----BEGIN')) return bytes.toString()
  try {
    return new X509Certificate(bytes).toString()
  } catch {
    return bytes.toString()
  }
}
