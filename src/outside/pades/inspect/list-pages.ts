import { limits } from '../pdf/budget.ts'
import type { Revision } from '../pdf/open-revision.ts'
import { as, dictOf, type Dict, type PdfObject } from '../pdf/pdf-object.ts'
import { Trouble } from '../pdf/trouble.ts'
import { arrayOf, catalogOf } from './find-signatures.ts'

/** What a page takes from the nodes above it when it does not say so itself (ISO 32000-1, 7.7.3.4). */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

export type Page = { num: number | undefined; dict: Dict }

/** The pages in the order that a reader turns them, each with what it inherits; and the tree's nodes. */
export function listPages(revision: Revision): { pages: Page[]; nodes: Set<number> } {
  const { get, file } = revision
  const pages: Page[] = []
  const nodes = new Set<number>()
  const walk = (object: PdfObject, above: Map<string, PdfObject>, depth: number): void => {
    const num = as('ref', object)?.num
    if (depth > limits.depth || (num !== undefined && nodes.has(num))) throw new Trouble('broken')
    const dict = dictOf(get(object))
    if (!dict) return
    file.budget.entry()
    const own = inherited.filter((key) => dict.map.has(key))
    const below = own.length
      ? new Map([...above, ...own.map((key) => [key, dict.map.get(key)!] as const)])
      : above
    if (!dict.map.has('Kids')) {
      pages.push({ num, dict: { kind: 'dict', map: new Map([...below, ...dict.map]) } })
      return
    }
    if (num !== undefined) nodes.add(num)
    for (const kid of arrayOf(get(dict.map.get('Kids')))) walk(kid, below, depth + 1)
  }
  walk(catalogOf(revision).map.get('Pages') ?? null, new Map(), 0)
  return { pages, nodes }
}
