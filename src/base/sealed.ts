import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Seals and opens personal values, such as ID numbers and phones, with a key that the database
 * never sees, and makes a keyed mark by which an equal value is found again.
 */
export type Sealer = {
  /** AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag. The same text never seals alike twice. */
  seal: (text: string) => Buffer
  /** Throws when the bytes were changed or sealed with another key. */
  open: (sealed: Uint8Array) => string
  /**
   * The same for a file, not on the thread that answers people; it opens only under the name that it
   * was sealed under.
   */
  sealFile: (name: string, bytes: Uint8Array) => Promise<Buffer>
  openFile: (name: string, sealed: Uint8Array) => Promise<Buffer>
  /** HMAC-SHA-256 of the text under its own key and a purpose: equal text, equal mark. */
  mark: (purpose: string, text: string) => Buffer
}

export function createSealer(key: Buffer): Sealer {
  const derive = (info: string) => Buffer.from(hkdfSync('sha256', key, '', info, 32))
  const sealing = derive('taicho seal')
  const marking = derive('taicho mark')
  const { subtle } = crypto
  const filing = subtle.importKey('raw', derive('taicho file'), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  const howFiled = (name: string, iv: Uint8Array<ArrayBuffer>) => ({
    ...{ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) },
  })
  return {
    seal: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()])
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(-16))
      return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
    },
    sealFile: async (name, bytes) => {
      const nonce = new Uint8Array(randomBytes(12))
      const how = howFiled(name, nonce)
      const body = await subtle.encrypt(how, await filing, bytes as Uint8Array<ArrayBuffer>)
      return Buffer.concat([nonce, new Uint8Array(body)])
    },
    openFile: async (name, sealed) => {
      const bytes = sealed as Uint8Array<ArrayBuffer>
      const how = howFiled(name, bytes.subarray(0, 12))
      try {
        return Buffer.from(await subtle.decrypt(how, await filing, bytes.subarray(12)))
      } catch (cause) {
        throw new Error(`${name} was changed, or sealed with another key`, { cause })
      }
    },
    mark: (purpose, text) =>
      createHmac('sha256', marking).update(purpose).update('\0').update(text).digest(),
  }
}
