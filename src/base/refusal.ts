import type { RefusalCode } from '#src/words/index.ts'

/** What the sentence of a refusal may name: a date, a number, a name. */
export type RefusalParams = Record<string, string | number>

/**
 * The office politely says no: the day is closed, the proxy is not allowed, the date cannot be.
 * A refusal is an expected answer, with words for it in `src/words`. Anything else thrown is a
 * bug, and the person is shown only a reference number.
 *
 * `field` names the form field that the sentence belongs beside, when there is one.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  code: RefusalCode
  field: string | undefined
  params: RefusalParams

  constructor(code: RefusalCode, options: { field?: string; params?: RefusalParams } = {}) {
    super(code)
    this.code = code
    this.field = options.field
    this.params = options.params ?? {}
  }
}
