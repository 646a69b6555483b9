import sharp from 'sharp'
import { Refusal } from '#src/base/refusal.ts'
import { openReader } from '#src/modules/papers/index.ts'
import { evenLight } from '#src/modules/papers/picture/even-light.ts'
import { findPage } from '#src/modules/papers/picture/find-page.ts'
import { straighten } from '#src/modules/papers/picture/straighten.ts'
import { chance } from '#test/papers/chance.ts'
import { damage } from '#test/papers/damage.ts'
import { goodPhoto, goodScan, heicPhoto, pdfOf } from '#test/papers/files.ts'
import { missOf, photograph } from '#test/papers/photographs.ts'
import { median, rounded } from './setting/figures.ts'
import { machine } from './setting/machine.ts'

const photographs = 100
const damaged = 5_000

/**
 * Finding and straightening photographed pages (the first twenty are those of the tests), reading a
 * file from bytes to straightened JPEG in the process of its own, and five thousand damaged files.
 */
export default async function papers(): Promise<object> {
  const times: Record<'find' | 'straighten' | 'even' | 'read', number[]> = {
    ...{ find: [], straighten: [], even: [], read: [] },
  }
  const reader = openReader({ script: 'src/modules/papers/reading/reader-process.ts' })
  const found: boolean[] = []
  let mistaken = 0
  for (let seed = 1; seed <= photographs; seed++) {
    const { jpeg, picture, corners } = await photograph(seed)
    const page = take(times.find, () => findPage(picture))
    const right = page.how === 'page' && missOf(page.corners, corners) < 0.015
    if (page.how === 'page' && !right) mistaken++
    found.push(right)
    const straight = take(times.straighten, () => straighten(picture, page.corners))
    take(times.even, () => evenLight(straight))
    const from = performance.now()
    await reader.read(jpeg)
    times.read.push(performance.now() - from)
  }
  const fuzzed = await readDamaged(reader)
  reader.close()
  return {
    ...machine(),
    foundOfTwenty: found.slice(0, 20).filter(Boolean).length,
    foundOfHundred: found.filter(Boolean).length,
    mistaken,
    findMilliseconds: rounded(median(times.find)),
    straightenMilliseconds: rounded(median(times.straighten)),
    evenLightMilliseconds: rounded(median(times.even)),
    readMilliseconds: rounded(median(times.read)),
    ...fuzzed,
  }
}

function take<T>(into: number[], work: () => T): T {
  const from = performance.now()
  const done = work()
  into.push(performance.now() - from)
  return done
}

/** Each is read or refused by name; anything else ends the run. */
async function readDamaged(reader: ReturnType<typeof openReader>): Promise<object> {
  const random = chance(20261123)
  const whole = [
    await sharp(await goodPhoto())
      .resize(620)
      .jpeg()
      .toBuffer(),
    await sharp(await goodScan())
      .resize(620)
      .png({ compressionLevel: 9 })
      .toBuffer(),
    heicPhoto(),
    await pdfOf(4),
    await pdfOf(2, { padding: 20_000 }),
  ]
  const refused: Record<string, number> = {}
  let slowest = 0
  for (let i = 0; i < damaged; i++) {
    const from = performance.now()
    try {
      await reader.read(damage(random, whole[i % whole.length]!))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused[error.code] = (refused[error.code] ?? 0) + 1
    }
    slowest = Math.max(slowest, performance.now() - from)
  }
  return { damaged, refused, slowestMilliseconds: rounded(slowest) }
}
