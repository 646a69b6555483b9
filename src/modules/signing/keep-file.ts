import { sealedFiles } from '#src/outside/storage/sealed-files.ts'

/** Files on their way through their signatures. One that no job names any more is swept out by night. */
export const { addressOf, keepFile, openFile } = sealedFiles('signing')
