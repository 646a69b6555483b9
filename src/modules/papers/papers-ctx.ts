import type { Ctx } from '#src/base/ctx.ts'
import type { Storage } from '#src/outside/storage/storage.ts'
import type { Reader } from './reading/open-reader.ts'

/** What a deed needs that keeps or shows files, beside what every deed knows. */
export type FilesCtx = Ctx & { storage: Storage }

/** What a deed needs that takes in files or makes them. */
export type ReaderCtx = FilesCtx & { reader: Reader }
