import { z } from 'zod'

/** Why a key or the time service would not work now; each with what to do, under `ready.troubles`. */
const troubles = [
  ...(['certificate_not_yet_valid', 'certificate_expired', 'certificate_revoked'] as const),
  ...(['certificate_unfit', 'certificate_untrusted', 'certificate_of_another'] as const),
  ...(['holder_not_yet', 'holder_no_longer'] as const),
  ...([
    'password_wrong',
    'file_broken',
    'key_unsupported',
    'key_absent',
    'program_missing',
  ] as const),
  ...([
    'token_missing',
    'token_silent',
    'pin_wrong',
    'pin_last_try',
    'pin_locked',
    'code_wrong',
  ] as const),
  ...(['not_allowed', 'unreachable', 'answer_wrong'] as const),
  ...(['time_unreachable', 'time_refused', 'time_answer_wrong', 'time_untrusted'] as const),
] as const
const warnings = [
  ...([
    'expires_soon',
    'holder_ends_soon',
    'name_differs',
    'pin_low',
    'revocation_unknown',
  ] as const),
  ...(['no_roots', 'no_time', 'no_evidence', 'no_official', 'no_seal'] as const),
] as const
export type ReadyTrouble = (typeof troubles)[number]
export type ReadyWarning = (typeof warnings)[number]

const instant = z.coerce.date()
const ReadyShape = z.object({
  /** Null for the time service. */
  keyId: z.string().nullable(),
  holderId: z.string().nullable(),
  name: z.string(),
  title: z.string(),
  /** Whether it would work now. */
  ready: z.boolean(),
  trouble: z.enum(troubles).nullable(),
  warnings: z.array(z.enum(warnings)),
  /** When the certificate runs out. */
  validTo: instant.nullable(),
  pin: z.enum(['fine', 'low', 'last_try', 'locked']).nullable(),
})
export type Ready = z.infer<typeof ReadyShape>

export const Found = z.object({
  official: z.array(ReadyShape),
  seal: ReadyShape.nullable(),
  time: ReadyShape.nullable(),
  warnings: z.array(z.enum(warnings)),
})
export type Found = z.infer<typeof Found>

export type Readiness = Found & {
  /** Null before it was ever looked at. */
  checkedAt: Date | null
  /** Whether some official could sign; whether the seal could be put. */
  canSign: boolean
  canSeal: boolean
}
