import sharp from 'sharp'
import { bindLeaves } from './bind-leaves.ts'
import { decodePicture } from './decode-picture.ts'
import { kindOf } from './kind-of.ts'
import { makePage } from './make-page.ts'
import { readFile } from './read-file.ts'
import { Unreadable, type BindRule, type Leaf, type Wish } from './reading.ts'

/**
 * What files of strangers are opened in: a process of its own, so that one made to crash or exhaust
 * the program that reads it takes nothing else with it. `openReader` starts and ends it.
 */
export type Job =
  | { do: 'read'; bytes: Uint8Array }
  | { do: 'make'; bytes: Uint8Array; wish: Wish }
  | { do: 'bind'; leaves: Leaf[]; rule: BindRule }

sharp.cache(false)
sharp.concurrency(1)

process.on('message', ({ id, job }: { id: number; job: Job }) => {
  perform(job).then(
    (done) => process.send?.({ id, done }),
    (error: unknown) => {
      const trouble = error instanceof Unreadable ? error.trouble : null
      process.send?.({ id, trouble, message: error instanceof Error ? error.stack : String(error) })
    },
  )
})
// Nobody is left to read for.
process.on('disconnect', () => process.exit(0))

async function perform(job: Job): Promise<unknown> {
  if (job.do === 'read') return readFile(job.bytes)
  if (job.do === 'bind') return bindLeaves(job.leaves, job.rule)
  const mediaType = kindOf(job.bytes)
  if (mediaType === null || mediaType === 'application/pdf') throw new Unreadable('wrong_type')
  return makePage(await decodePicture(job.bytes, mediaType), job.wish)
}
