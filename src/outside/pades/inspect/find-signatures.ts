import { limits } from '../pdf/budget.ts'
import type { Revision } from '../pdf/open-revision.ts'
import { as, charactersOf, dictOf, nameOf, type Dict, type PdfObject } from '../pdf/pdf-object.ts'
import { Trouble } from '../pdf/trouble.ts'

/** A form field without further fields below it (ISO 32000-1, 12.7.3). */
export type Field = {
  name: string
  /** The object number; undefined when it lies directly in its parent. */
  num: number | undefined
  dict: Dict
  type: string | undefined
  value: PdfObject
  /** Object numbers of its boxes on pages: itself, or its kids. */
  widgets: number[]
}

/** The signed fields of a revision with their signature dictionaries (12.8.1). */
export type SignatureField = Field & { signature: Dict; signatureNum: number | undefined }

export function catalogOf(revision: Revision): Dict {
  const catalog = dictOf(revision.get(revision.trailer.map.get('Root')))
  if (!catalog) throw new Trouble('broken')
  return catalog
}

export function findFields(revision: Revision): Field[] {
  const { get } = revision
  const form = dictOf(get(catalogOf(revision).map.get('AcroForm')))
  const found: Field[] = []
  const seen = new Set<number>()
  type Above = { name: string; type: string | undefined; value: PdfObject }
  const walk = (object: PdfObject, above: Above, depth: number): void => {
    const num = as('ref', object)?.num
    if (depth > limits.depth) throw new Trouble('too_deep')
    if (num !== undefined && seen.has(num)) return
    if (num !== undefined) seen.add(num)
    const dict = dictOf(get(object))
    if (!dict) return
    const own = charactersOf(get(dict.map.get('T')))
    const name = own === undefined ? above.name : [above.name, own].filter(Boolean).join('.')
    const type = nameOf(get(dict.map.get('FT'))) ?? above.type
    const value = dict.map.has('V') ? dict.map.get('V')! : above.value
    const kids = arrayOf(get(dict.map.get('Kids')))
    const below = kids.filter((it) => dictOf(get(it))?.map.has('T'))
    if (below.length > 0) {
      for (const kid of below) walk(kid, { name, type, value }, depth + 1)
      return
    }
    const widgets = (kids.length > 0 ? kids : [object]).flatMap((it) => as('ref', it)?.num ?? [])
    found.push({ name, num, dict, type, value, widgets })
  }
  for (const field of arrayOf(get(form?.map.get('Fields')))) {
    walk(field, { name: '', type: undefined, value: null }, 0)
  }
  return found
}

export function findSignatures(revision: Revision): SignatureField[] {
  const signed = findFields(revision).flatMap((field) => {
    const signature = dictOf(revision.get(field.value))
    if (field.type !== 'Sig' || !signature) return []
    return [{ ...field, signature, signatureNum: as('ref', field.value)?.num }]
  })
  if (signed.length > limits.signatures) throw new Trouble('too_heavy')
  return signed
}

export function arrayOf(object: PdfObject): PdfObject[] {
  return Array.isArray(object) ? object : []
}
