import type { Corners } from '../picture/picture.ts'
import type { MediaType } from './kind-of.ts'

/** What a file cannot be taken for; each has its own words, `papers.…`. */
export type FileTrouble =
  | 'empty'
  | 'too_small'
  | 'too_large'
  | 'wrong_type'
  | 'encrypted_pdf'
  | 'broken_pdf'
  | 'broken_picture'
  | 'too_many_sheets'
  | 'too_many_points'
  | 'too_heavy'

/** What an officer should look at; the file is taken all the same. */
export type PageTrouble = 'blurred' | 'dark' | 'cut_off' | 'page_not_found'

/** What was done to a picture, in order; kept with it. */
export type Step = 'turned' | 'made_smaller' | 'straightened' | 'light_evened'

/** The straightened page as JPEG. */
export type Made = { jpeg: Buffer; corners: Corners; steps: Step[]; troubles: PageTrouble[] }

export type Reading =
  | { kind: 'pdf'; mediaType: 'application/pdf'; sheets: number }
  | {
      kind: 'picture'
      mediaType: Exclude<MediaType, 'application/pdf'>
      /** Of the original, as it is meant to be seen. */
      width: number
      height: number
      made: Made
    }

/** How an officer wants a picture made anew. */
export type Wish = { corners: Corners; evenLight: boolean }

/** A page on its way into one file: a PDF as it came, or a JPEG. */
export type Leaf = { mediaType: 'application/pdf' | 'image/jpeg'; bytes: Uint8Array }

export type Bound = { mediaType: 'application/pdf' | 'image/jpeg'; bytes: Buffer }

export type BindRule = { mostBytes: number; jpeg: boolean; pdf: boolean }

export class Unreadable extends Error {
  trouble: FileTrouble | 'export_too_large'

  constructor(trouble: Unreadable['trouble']) {
    super(trouble)
    this.trouble = trouble
  }
}
