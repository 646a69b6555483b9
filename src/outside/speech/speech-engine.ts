/** Of the North, of the Centre, of the South. */
export type Voice = 'north' | 'central' | 'south'

/** Sound as numbers from −1 to 1, one ear. */
export type Pcm = { rate: number; samples: Float32Array }

/** Whatever turns words into sound: the machine's own voice, or a better one that an office has. */
export type SpeechEngine = {
  /** Part of the name under which a sound is kept: another engine sounds otherwise. */
  name: string
  /** Whether it is there and answers. */
  find: () => Promise<boolean>
  /** Reads a text that holds words only; see outreach/spoken. */
  read: (asked: { text: string; voice: Voice; wordsPerMinute: number }) => Promise<Pcm>
}
