import type { Choice, Way } from '#src/modules/notices/index.ts'
import type { ProcedureVersion } from '#src/modules/catalogue/index.ts'
import type { Rating } from '#src/modules/ratings/index.ts'
import type { Heard } from '#src/modules/reach/index.ts'
import type { WholeRequest } from '#src/modules/requests/index.ts'
import type { Filled } from '../read-form.ts'

/** The whole numbers of one person, shown once and kept nowhere. */
export type Revealed = { personId: string; idNumber: string | null; phone: string | null }

/** What every part of a request's page is given. */
export type RequestView = {
  request: WholeRequest
  version: ProcedureVersion
  /** Names of the officers who did something here, by id. */
  officers: ReadonlyMap<string, string>
  /** Null also when it is anonymous. */
  rating: Rating | null
  /** How they want to be told; null when nobody asked. */
  choice: Choice | null
  /** The ways that the office has now. */
  ways: Way[]
  /** How they heard of the desk, as they said; null when nobody asked. */
  heard: Heard | null
  /** The number of the visit during which it was received. */
  visitCode: string | null
  /** What was typed into the form that was refused, with its errors. */
  filled: Filled
  revealed: Revealed | null
  now: Date
  mayWork: boolean
  mayReveal: boolean
  mayCertify: boolean
}
