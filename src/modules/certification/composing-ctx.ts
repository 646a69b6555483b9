import type { SigningCtx } from '#src/modules/signing/index.ts'

/** What a deed needs that makes the file of a copy: also where the public checks it. */
export type ComposingCtx = SigningCtx & { verifyUrl: (code: string) => string }
