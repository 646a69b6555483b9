/** An IP loudspeaker system that takes what is to be aired from us. Its key is never shown again. */
export type SpeakerSystem = { id: string; name: string; address: string; madeAt: Date }

/** Why a system did not take a bulletin; each has words. */
export type PushTrouble =
  | 'unreachable'
  | 'refused'
  | 'key_wrong'
  /** The machine has no voice, and nobody has read it. */
  | 'no_sound'
  | 'replaced'
