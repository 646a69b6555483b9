import type { Ctx } from '#src/base/ctx.ts'
import type { PadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import type { Storage } from '#src/outside/storage/storage.ts'

/** What a deed needs that signs or gives out files, beside what every deed knows. */
export type SigningCtx = Ctx & { storage: Storage; pades: PadesWorker }
