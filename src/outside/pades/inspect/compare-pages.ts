import { as, dictOf, nameOf, type PdfObject } from '../pdf/pdf-object.ts'
import { freeWhenSigned, type Fields } from './compare-forms.ts'
import { finding, type Finding } from './finding.ts'
import { arrayOf } from './find-signatures.ts'
import type { Page } from './list-pages.ts'
import { place } from './place.ts'
import { changedKey, findDifference, type Pair } from './same-object.ts'

type Pages = { pages: Page[]; nodes: Set<number> }

/** What a reader sees of a page; the rest is told apart as "changed otherwise". */
const seen = new Set(['Contents', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit'])
/** A stamp beside the text is in order; a box over the page is a new page. */
const largestBox = 0.25

/** Compares what lies on the pages, and the order of the pages. */
export function comparePages(
  pair: Pair,
  { was, is }: { was: Pages; is: Pages },
  fields: Fields,
): Finding[] {
  const order = compareOrder(was.pages, is.pages)
  const now = new Map(is.pages.map((page, i) => [page.num, { page, number: i + 1 }]))
  return [
    ...order,
    ...was.pages.flatMap((page, i) => {
      const match =
        page.num === undefined ? { page: is.pages[i], number: i + 1 } : now.get(page.num)
      return match?.page ? comparePage(pair, page, match.page, match.number, fields) : []
    }),
  ]
}

function compareOrder(was: Page[], is: Page[]): Finding[] {
  const before = was.map((it) => it.num)
  const after = is.map((it) => it.num)
  const found: Finding[] = []
  const old = new Set(before)
  for (const [i, num] of after.entries()) {
    if (!old.has(num) || after.indexOf(num) !== i)
      found.push(finding('page_added', { page: i + 1 }))
  }
  const kept = new Set(after)
  for (const [i, num] of before.entries()) {
    if (!kept.has(num)) found.push(finding('page_removed', { page: i + 1 }))
  }
  const stayed = after.filter((num, i) => old.has(num) && after.indexOf(num) === i)
  const wanted = before.filter((num) => kept.has(num))
  if (stayed.some((num, i) => num !== wanted[i])) found.push(finding('pages_reordered'))
  return found
}

function comparePage(pair: Pair, was: Page, is: Page, page: number, fields: Fields): Finding[] {
  const found: Finding[] = []
  for (const key of new Set([...was.dict.map.keys(), ...is.dict.map.keys()])) {
    if (key === 'Annots' || key === 'Parent') continue
    const difference = findDifference(pair, was.dict.map.get(key), is.dict.map.get(key), key)
    if (!difference) continue
    const code = seen.has(key) ? 'page_content_changed' : 'page_changed'
    found.push(finding(code, { page, detail: place({ ...difference, key }) }))
  }
  return [...found, ...compareAnnotations(pair, was, is, page, fields)]
}

function compareAnnotations(
  pair: Pair,
  was: Page,
  is: Page,
  page: number,
  fields: Fields,
): Finding[] {
  const list = (it: Page, revision: Pair['final']) =>
    arrayOf(revision.get(it.dict.map.get('Annots')))
  const before = list(was, pair.signed)
  const after = list(is, pair.final)
  const found: Finding[] = []
  // Those that were there stay in their order, in front: what is drawn later lies on top.
  for (const [i, annotation] of before.entries()) {
    const now = after[i]
    const num = as('ref', annotation)?.num
    if (now === undefined || as('ref', now)?.num !== num) {
      const detail = place({ num, key: '' })
      const known = new Set(before.map((it) => as('ref', it)?.num))
      const put = after.filter((it) => !known.has(as('ref', it)?.num))
      const added = put.flatMap((it) => judgeAdded(pair, is, it, page, fields))
      return [...found, finding('annotation_removed', { page, detail }), ...added]
    }
    found.push(...compareAnnotation(pair, annotation, now, page, fields))
  }
  for (const annotation of after.slice(before.length)) {
    found.push(...judgeAdded(pair, is, annotation, page, fields))
  }
  return found
}

function compareAnnotation(
  pair: Pair,
  was: PdfObject,
  is: PdfObject,
  page: number,
  fields: Fields,
): Finding[] {
  const num = as('ref', was)?.num
  const field = fields.was.find((it) => num !== undefined && it.widgets.includes(num))
  // A box that is its own field is compared with the form.
  if (field && field.num === num) return []
  const difference = findDifference(pair, pair.signed.get(was), pair.final.get(is))
  if (!difference) return []
  const detail = place({ num: difference.num ?? num, key: difference.key })
  if (field?.type !== 'Sig') {
    return [finding(field ? 'form_value_changed' : 'annotation_changed', { page, detail })]
  }
  // The box of an empty signature field that was signed since gets a look, but no other place.
  const [before, after] = [dictOf(pair.signed.get(was)), dictOf(pair.final.get(is))]
  const now = fields.is.find((it) => num !== undefined && it.widgets.includes(num))
  const signedSince =
    !dictOf(pair.signed.get(field.value)) && Boolean(dictOf(pair.final.get(now?.value)))
  const other = !before || !after || changedKey(pair, before, after, freeWhenSigned) !== undefined
  return signedSince && !other ? [] : [finding('signature_changed', { page, detail })]
}

function judgeAdded(
  pair: Pair,
  page: Page,
  annotation: PdfObject,
  number: number,
  fields: Fields,
): Finding[] {
  const num = as('ref', annotation)?.num
  const dict = dictOf(pair.final.get(annotation))
  const kind = nameOf(pair.final.get(dict?.map.get('Subtype'))) ?? '?'
  const field = fields.is.find((it) => num !== undefined && it.widgets.includes(num))
  const signed = field?.type === 'Sig' && dictOf(pair.final.get(field.value))
  const detail = [`/${kind}`, num === undefined ? '' : `${num} 0 obj`].filter(Boolean).join(' ')
  if (kind !== 'Widget' || !signed) return [finding('annotation_added', { page: number, detail })]

  const { get } = pair.final
  const box = areaOf(rectOf(dict ?? null, get))
  if (box === 0) return []
  const whole = areaOf(arrayOf(get(page.dict.map.get('MediaBox'))).map((it) => get(it)))
  const code = box > largestBox * whole ? 'signature_box_too_large' : 'signature_box_added'
  return [finding(code, { page: number, detail: field.name })]
}

function rectOf(object: PdfObject, get: Pair['final']['get']): PdfObject[] {
  return arrayOf(get(dictOf(object)?.map.get('Rect'))).map((it) => get(it))
}

function areaOf(rect: PdfObject[]): number {
  const [x1, y1, x2, y2] = rect
  if (![x1, y1, x2, y2].every((it) => typeof it === 'number')) return 0
  return Math.abs(((x2 as number) - (x1 as number)) * ((y2 as number) - (y1 as number)))
}
