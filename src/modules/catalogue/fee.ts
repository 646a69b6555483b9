import type { Method, Said } from './pack.ts'
import type { ProcedureVersion } from './procedure-version.ts'

/**
 * What one way of filing costs. `province`: the province sets it and nobody has entered it yet;
 * `unknown`: the list does not say, or says a nought that means nothing.
 */
export type Fee =
  | { kind: 'known'; vnd: number; note: Said | null; decidedBy: string | null }
  | { kind: 'province'; note: Said | null }
  | { kind: 'unknown'; note: Said | null }

/** What the catalogue itself says of the fee; null when this way of filing is not offered. */
export function nationalFee(
  version: Pick<ProcedureVersion, 'channels'>,
  method: Method,
): Fee | null {
  const channel = version.channels.find((it) => it.method === method)
  if (!channel) return null
  const note = channel.feeNote
  if (channel.feeSetByProvince && channel.feeVnd === null) return { kind: 'province', note }
  if (channel.feeVnd === null) return { kind: 'unknown', note }
  return { kind: 'known', vnd: channel.feeVnd, note, decidedBy: null }
}
