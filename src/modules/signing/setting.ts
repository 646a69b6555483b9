/** What the office decides once about its signatures. */
export type SigningSetting = {
  /** RFC 3161 service; null where the office has none: files are then B-B. */
  timeUrl: string | null
  /** Ask the issuers and put their answers into the file, and a time for the whole file last: B-LTA. */
  evidence: boolean
  /** So many days before a certificate runs out it is said: 1 to 365. */
  warnDays: number
}

/** Where nothing was decided. */
export const usualSetting: SigningSetting = { timeUrl: null, evidence: false, warnDays: 30 }
