import { sealedFiles } from '#src/outside/storage/sealed-files.ts'

/** Copies that were made on another system, as they came. */
export const { addressOf, keepFile, openFile } = sealedFiles('certification')
