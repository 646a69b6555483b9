import type { Corners } from './picture/picture.ts'
import type { MediaType } from './reading/kind-of.ts'
import type { PageTrouble, Step } from './reading/reading.ts'

/** A paper of a request: a title deed, an ID card, of as many pages as it takes. */
export type Paper = {
  id: string
  requestId: string
  subjectId: string
  /** Which paper of the request's list; null for one that is not on it. */
  listedAs: string | null
  name: string
  verifiedAt: Date | null
  verifiedBy: string | null
  reusedFrom: string | null
  erasedAt: Date | null
  pages: Page[]
}

/** One file that arrived: a picture of one page, or a PDF of several. */
export type Page = {
  id: string
  position: number
  kind: 'picture' | 'pdf'
  originalType: MediaType
  /** How many pages a PDF has; 1 for a picture. */
  sheets: number
  /** Of the original as it is meant to be seen; null for a PDF. */
  width: number | null
  height: number | null
  corners: Corners | null
  steps: Step[]
  troubles: PageTrouble[]
  cameBy: 'desk' | 'phone' | 'reused'
  arrivedAt: Date
}

/** How many sheets of paper it shows. */
export function countSheets(paper: Pick<Paper, 'pages'>): number {
  return paper.pages.reduce((sum, page) => sum + page.sheets, 0)
}
