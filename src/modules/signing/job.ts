import type { Selectable } from 'kysely'
import type {
  SigningJob as JobRow,
  SigningLevel,
  SigningState,
  SigningStep,
} from '#src/base/database.generated.ts'
import type { PinState } from '#src/outside/signer/open-pkcs11.ts'
import type { SignerTroubleCode } from '#src/outside/signer/signer.ts'
import type { TimeTroubleCode } from '#src/outside/timestamp/ask-time.ts'

export type { JobRow, SigningLevel, SigningState, SigningStep }
export type LockedJob = Selectable<JobRow>

/** Why a file did not get on, each with its sentence in `src/words/signing.ts`, under `troubles`. */
export type SigningTrouble =
  | SignerTroubleCode
  | `time_${TimeTroubleCode}`
  | 'revocation_unknown'
  | 'certificate_revoked'
  | 'refused_on_phone'
  | 'expired_on_phone'
  | 'code_used_up'
  | 'signed_already'
  | 'being_signed'
  | 'other_holder'
  | 'not_its_turn'
  | 'cancelled'
  | 'not_found'
  | 'file_unfit'
  | 'check_failed'

/** What came of one file when a button was pressed. */
export type Outcome = {
  jobId: string
  /** Null for a file that is not there. */
  state: SigningState | null
  trouble: SigningTrouble | null
  /** After a wrong PIN: how near the token is to locking itself, as far as it tells. */
  pin: PinState | null
}

/** The two signatures, in their order: who the file waits for in each state, and its name in the file. */
export const steps = {
  official: { waiting: 'waiting_official', pending: 'official_pending', field: 'Người ký' },
  seal: { waiting: 'waiting_seal', pending: 'seal_pending', field: 'Con dấu' },
} as const satisfies Record<string, { waiting: SigningState; pending: SigningState; field: string }>
export type Signing = keyof typeof steps

/** The time for the whole file, after both. */
export const timeField = 'Dấu thời gian'

/** What follows a signature. The evidence is gathered at once, so the file waits only for its time. */
export const after = {
  official: { step: 'seal', state: 'waiting_seal' },
  seal: { step: 'evidence', state: 'waiting_time' },
} as const satisfies Record<Signing, { step: SigningStep; state: SigningState }>

/** Longer than any key and time service are waited for; then whoever asked must have died. */
const askingSeconds = 120

export function askingUntil(now: Date): Date {
  return new Date(now.getTime() + askingSeconds * 1000)
}

/** Growing pauses between tries: one minute, two, four … at most one hour. */
export function nextTry(now: Date, tries: number): Date {
  return new Date(now.getTime() + Math.min(2 ** tries, 60) * 60_000)
}

/** All that is kept between hash and signature, gone once the signature is in the file. */
export const nothingPrepared = {
  prepared_hash: null,
  range_from: null,
  range_to: null,
  attributes: null,
  prepared_key_id: null,
  prepared_at: null,
  signature: null,
  ref: null,
  ref_expires_at: null,
} as const
