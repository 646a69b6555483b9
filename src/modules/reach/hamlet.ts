import type { Hamlet } from '#src/modules/offices/index.ts'

/** A hamlet with the ways by which news gets into it. */
export type ReachedHamlet = Hamlet & {
  hasLoudspeaker: boolean
  headName: string
  /** Whole only by `revealContactPhone`. */
  hasPhone: boolean
}

export type HamletWays = {
  hasLoudspeaker: boolean
  headName: string
  /** As typed; '' for none, null to leave what is kept. */
  headPhone: string | null
}
