import type { Report } from '#src/outside/pades/inspect/finding.ts'

/** Where a copy was made that is not ours. */
export type OtherSystem = 'national' | 'province' | 'other'

/** One signature of such a copy, as its file says. */
export type OtherSigner = {
  name: string
  organisation: string | null
  issuer: string
  /** ISO; as a time service proved it, else as the signer's computer said, else null. */
  at: string | null
  proven: boolean
  /** Whether its chain leads to a root that the office trusts. */
  trusted: boolean
}

/** A certified copy made on the national or the province's system, taken in here. */
export type Elsewhere = {
  id: string
  requestId: string
  paperId: string | null
  name: string
  system: OtherSystem
  number: string | null
  book: string | null
  sha256: string
  bytes: number
  signers: OtherSigner[]
  registered: { at: Date; by: string }
}

export function signersOf(report: Report): OtherSigner[] {
  return report.signatures
    .filter((it) => it.kind === 'signature' && it.signer !== undefined)
    .map((it) => ({
      name: it.signer!.name,
      organisation: it.signer!.organisation ?? null,
      issuer: it.signer!.issuer,
      at: (it.provenTime ?? it.claimedTime)?.toISOString() ?? null,
      proven: it.provenTime !== undefined,
      trusted: it.trusted,
    }))
}
