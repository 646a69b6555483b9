/** A paper's page as it lies in the store: a straightened picture, or a PDF with all its pages. */
export type CopiedSheet = { mediaType: 'image/jpeg' | 'application/pdf'; bytes: Uint8Array }

/** What is certified, in words that are ready to be written. */
export type Statement = {
  /** Who certifies, line by line, for the head of the page: "ỦY BAN NHÂN DÂN", "XÃ VỤ BẢN". */
  issuer?: readonly string[]
  /** Paragraphs. */
  lines: readonly string[]
  place: string
  /** "ngày 27 tháng 11 năm 2026". */
  dateWords: string
  signerTitle: string
  signerName: string
  number: string
  book: string
}

/** What shows of the two signatures, line by line. Drawn before signing; the signatures have no box. */
export type Stamp = { official: readonly string[]; seal: readonly string[] }

export type Copy = {
  sheets: readonly CopiedSheet[]
  statement: Statement
  stamp: Stamp
  /** Where this copy is checked; its last part is the code. */
  verifyUrl: string
  at: Date
  title: string
}

/** The short code at the end of the address. */
export function codeOf({ verifyUrl }: Pick<Copy, 'verifyUrl'>): string {
  return decodeURIComponent(new URL(verifyUrl).pathname.split('/').at(-1) ?? '')
}

/** Where the code is typed, without what nobody types. */
export function addressOf({ verifyUrl }: Pick<Copy, 'verifyUrl'>): string {
  const { host, pathname } = new URL(verifyUrl)
  return host + pathname.split('/').slice(0, -1).join('/')
}
