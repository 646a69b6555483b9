import type { RefusalParams } from '#src/base/refusal.ts'

export type Lang = 'vi' | 'en'

/** A sentence, or a sentence that names something. */
export type Message = string | ((params: RefusalParams) => string)

type Wording = { [key: string]: string | ((...args: never[]) => string) | Wording }

type SameShape<W> = {
  [K in keyof W]: W[K] extends string
    ? string
    : W[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : SameShape<W[K]>
}

/** Vietnamese first; English must say every sentence too, or this does not compile. */
export function bilingual<const W extends Wording>(said: { vi: W; en: SameShape<NoInfer<W>> }) {
  return said as unknown as { vi: SameShape<W>; en: SameShape<W> }
}
