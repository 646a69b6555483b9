import type { Outcome } from '#src/modules/signing/index.ts'
import type { Words } from '#src/words/index.ts'

export type Named = { jobId: string; name: string }

/** What did not work, each with the paper's name; the same reason for all is said once. */
export function sayOutcomes(w: Words, named: readonly Named[], outcomes: readonly Outcome[]) {
  const { queue } = w.deskCertification
  const names = new Map(named.map((it) => [it.jobId, it.name]))
  const failed = outcomes.flatMap((it) =>
    it.trouble ? [{ ...it, said: [w.signing.troubles[it.trouble], sayPin(w, it)].join(' ') }] : [],
  )
  return [...Map.groupBy(failed, (it) => it.said)].map(([said, some]) => {
    const who = some.map((it) => names.get(it.jobId) ?? '').filter(Boolean)
    return queue.failed({ count: some.length, names: [...new Set(who)].join(', '), why: said })
  })
}

/** How near the token is to locking itself. */
function sayPin(w: Words, { pin }: Outcome): string {
  return pin ? w.deskCertification.secret.pins[pin] : ''
}
