/** Why a file cannot be examined at all. Each has its sentence in `src/words/verify.ts`. */
export type TroubleCode =
  'not_pdf' | 'broken' | 'encrypted' | 'too_large' | 'too_heavy' | 'too_deep' | 'said_twice'

/** A file that is no proper PDF, or is made to exhaust whoever reads it. */
export class Trouble extends Error {
  readonly code: TroubleCode
  /** The byte at which it was found, when there is one. */
  readonly at: number | undefined

  constructor(code: TroubleCode, at?: number) {
    super(at === undefined ? code : `${code} at byte ${at}`)
    this.code = code
    this.at = at
  }
}
