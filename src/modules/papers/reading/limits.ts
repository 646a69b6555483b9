/** What one file may be. Generous for real papers, a wall for files made to exhaust us. */
export const limits = {
  /** A phone's largest photo and a long scan fit. */
  bytes: 25 * 2 ** 20,
  /** The shorter side of a picture: below it small print is lost. */
  leastSide: 600,
  /** Points of a picture, whatever its file weighs. */
  points: 60_000_000,
  /** Pages of a PDF. */
  sheets: 100,
  /** What reading a file may take, and what it may use of memory. */
  milliseconds: 5_000,
  residentBytes: 1_200 * 2 ** 20,
} as const
