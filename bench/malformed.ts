import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { openAuthorities } from '#test/signing/authorities.ts'
import { mutate, random, sameOutsideSignatures } from '#test/signing/mutate.ts'
import { makeForm, makePaper } from '#test/signing/papers.ts'
import { makePki } from '#test/signing/pki.ts'
import { sign, signerOf, signForLong } from '#test/signing/sign.ts'
import { rounded } from './setting/figures.ts'
import { machine } from './setting/machine.ts'

const runs = Number(process.env['RUNS'] ?? 6_000)
const seed = Number(process.env['SEED'] ?? 20_261_127)

/**
 * Signed PDFs broken at random in one to four places, with a fixed seed: an error that is thrown,
 * or a file accepted though more than a signature's spare digits differs, ends the run and names its number; besides, how long the slowest took, how much memory, how many ended how.
 */
export default async function malformed(): Promise<object> {
  const pki = makePki()
  const authorities = await openAuthorities(pki)
  try {
    const seeds = [
      await signForLong(await makePaper(['Mot', 'Hai']), pki, authorities),
      await sign(await makePaper(['Ba'], { streams: true }), signerOf(pki, 'curve')),
      await sign(await makeForm('ten', 'A'), signerOf(pki, 'official'), { time: authorities.time }),
    ]
    const below = random(seed)
    const verdicts: Record<string, number> = {}
    let slowest = 0
    let most = 0
    const measure = { roots: pki.roots, now: new Date() }
    const from = performance.now()
    for (let i = 0; i < runs; i++) {
      const file = mutate(seeds[i % seeds.length]!, below)
      const started = performance.now()
      try {
        const { verdict } = inspectPdf(file, measure)
        verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
        const accepted = verdict === 'valid' || verdict === 'intact'
        if (accepted && !sameOutsideSignatures(file, seeds[i % seeds.length]!)) {
          throw new Error(`accepted as ${verdict}`)
        }
      } catch (error) {
        throw new Error(`run ${i} of seed ${seed}`, { cause: error })
      }
      slowest = Math.max(slowest, performance.now() - started)
      if (i % 100 === 0) most = Math.max(most, process.memoryUsage().rss)
    }
    return {
      ...machine(),
      runs,
      seed,
      verdicts,
      seconds: rounded((performance.now() - from) / 1000),
      slowestMilliseconds: rounded(slowest),
      mostMemoryMegabytes: rounded(most / 2 ** 20),
    }
  } finally {
    await authorities.close()
    pki.remove()
  }
}
