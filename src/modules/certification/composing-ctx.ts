import type { SigningCtx } from '#src/modules/signing/index.ts'
import type { Composer } from './compose/open-composer.ts'

/**
 * What a deed needs that makes the file of a copy: also where the public checks it, and who composes it;
 * without a composer it is made here and now, while others wait.
 */
export type ComposingCtx = SigningCtx & {
  verifyUrl: (code: string) => string
  composer?: Composer | undefined
}

/** Asked for only where there is no composer: what makes PDFs is large. */
export async function composeHere(): Promise<Pick<Composer, 'compose'>> {
  const { composeCopy } = await import('./compose/compose-copy.ts')
  return { compose: composeCopy }
}
