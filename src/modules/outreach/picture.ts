/** A picture of one version: what it shows is also said in words, for who cannot see it. */
export type Picture = {
  id: string
  width: number
  height: number
  bytes: number
  altVi: string
  /** Empty where nobody said it in English. */
  altEn: string
}

export const pictureLimits = {
  /** Of the file that an officer brings: a phone's largest photo fits. */
  broughtBytes: 15 * 2 ** 20,
  /** Of what is kept and shown. */
  keptBytes: 400_000,
  altLetters: 300,
} as const
