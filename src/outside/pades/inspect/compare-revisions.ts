import type { Revision } from '../pdf/open-revision.ts'
import { as, dictOf, type Dict } from '../pdf/pdf-object.ts'
import { compareForms } from './compare-forms.ts'
import { comparePages } from './compare-pages.ts'
import { finding, type Finding } from './finding.ts'
import { catalogOf, findFields } from './find-signatures.ts'
import { listPages } from './list-pages.ts'
import { place } from './place.ts'
import { findDifference, type Pair } from './same-object.ts'

/** What a reader never sees on a page: date and program of the last change. */
const unseen = new Set(['ModDate', 'Producer'])
/** Compared on their own, or never shown. */
const allowedInCatalog = new Set(['AcroForm', 'DSS', 'Extensions', 'Pages', 'Version'])

/**
 * What the document means now that it did not mean when it was signed. A signature speaks for its own
 * bytes only; whatever is appended later can show other pages, and every checker of signatures still
 * says "valid". So both are read, and all that differs must be one of: another signature, a time, data
 * for checking. Anything else is named.
 */
export function compareRevisions(signed: Revision, final: Revision): Finding[] {
  const was = catalogOf(signed)
  const is = catalogOf(final)
  const pages = { was: listPages(signed), is: listPages(final) }
  const fields = { was: findFields(signed), is: findFields(final) }
  const pair: Pair = { signed, final, same: new Set(), apart: new Set() }
  // Signatures that lock a document point to its catalog (ISO 32000-1, table 253).
  for (const it of [signed.trailer.map.get('Root'), was.map.get('AcroForm')]) {
    const num = as('ref', it)?.num
    if (num !== undefined) pair.apart.add(num)
  }
  for (const { num } of pages.was.pages) if (num !== undefined) pair.apart.add(num)
  for (const num of pages.was.nodes) pair.apart.add(num)
  for (const { num, widgets } of fields.was) {
    if (num !== undefined) pair.apart.add(num)
    for (const widget of widgets) pair.apart.add(widget)
  }
  return [
    ...compareCatalogs(pair, was, is),
    ...compareForms(pair, fields),
    ...comparePages(pair, pages, fields),
    ...compareDescriptions(pair),
  ]
}

function compareCatalogs(pair: Pair, was: Dict, is: Dict): Finding[] {
  const found: Finding[] = []
  for (const key of new Set([...was.map.keys(), ...is.map.keys()])) {
    if (allowedInCatalog.has(key)) continue
    const difference = findDifference(pair, was.map.get(key), is.map.get(key), key)
    if (!difference) continue
    const code = key === 'Metadata' ? 'description_changed' : 'document_changed'
    found.push(finding(code, { detail: place({ ...difference, key }) }))
  }
  if (findDifference(pair, was.map.get('DSS'), is.map.get('DSS'))) {
    found.push(finding('validation_added'))
  }
  return found
}

function compareDescriptions({ signed, final, ...rest }: Pair): Finding[] {
  const was = dictOf(signed.get(signed.trailer.map.get('Info')))?.map
  const is = dictOf(final.get(final.trailer.map.get('Info')))?.map
  const keys = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])
  const changed = [...keys]
    .filter((key) => !unseen.has(key))
    .filter((key) => findDifference({ signed, final, ...rest }, was?.get(key), is?.get(key)))
  return changed.length ? [finding('description_changed', { detail: changed.join(', ') })] : []
}
