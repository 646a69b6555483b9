import { dictOf, type PdfObject } from '../pdf/pdf-object.ts'
import { place } from './place.ts'
import { finding, type Finding } from './finding.ts'
import { catalogOf, type Field } from './find-signatures.ts'
import { changedKey, findDifference, type Pair } from './same-object.ts'

export type Fields = { was: Field[]; is: Field[] }

/** What changes in the form when a signature is added. */
const freeInForm = new Set(['Fields', 'SigFlags'])
/** What changes in an empty signature field when it is signed; its place on the page does not. */
export const freeWhenSigned = new Set(['V', 'AP', 'F', 'M', 'MK', 'DA', 'AS', 'Lock', 'Parent'])

/**
 * Compares the fields of the form. New ones may only be signatures; an empty signature field may be
 * signed; any other field must hold what it held.
 */
export function compareForms(pair: Pair, fields: Fields): Finding[] {
  const found: Finding[] = []
  const now = new Map(fields.is.map((it) => [keyOf(it), it]))
  const before = new Set(fields.was.map(keyOf))
  for (const field of fields.was) {
    const is = now.get(keyOf(field))
    if (!is) {
      const code = field.type === 'Sig' ? 'signature_removed' : 'form_changed'
      found.push(finding(code, { detail: field.name }))
    } else found.push(...compareField(pair, field, is))
  }
  for (const field of fields.is) {
    if (before.has(keyOf(field))) continue
    const signature = dictOf(pair.final.get(field.value))
    if (field.type !== 'Sig') found.push(finding('form_field_added', { detail: field.name }))
    else if (signature) found.push(added(signature.map.get('Type'), field.name))
  }
  return [...found, ...compareFormItself(pair, fields)]
}

function compareField(pair: Pair, was: Field, is: Field): Finding[] {
  const detail = is.name
  const wasSigned = Boolean(dictOf(pair.signed.get(was.value)))
  if (was.type === 'Sig' && is.type === 'Sig' && !wasSigned) {
    const signature = dictOf(pair.final.get(is.value))
    const other = changedKey(pair, was.dict, is.dict, signature ? freeWhenSigned : new Set())
    if (other) return [finding('signature_changed', { detail: `${detail} /${other}` })]
    return signature ? [added(signature.map.get('Type'), detail)] : []
  }
  if (findDifference(pair, was.value, is.value)) {
    const code = was.type === 'Sig' ? 'signature_changed' : 'form_value_changed'
    return [finding(code, { detail })]
  }
  const other = changedKey(pair, was.dict, is.dict, new Set())
  if (!other) return []
  const code = was.type === 'Sig' ? 'signature_changed' : 'form_value_changed'
  return [finding(code, { detail: `${detail} /${other}` })]
}

/** What the form says of all fields together: fonts, scripts in what order, XFA. */
function compareFormItself(pair: Pair, fields: Fields): Finding[] {
  const was = dictOf(pair.signed.get(catalogOf(pair.signed).map.get('AcroForm')))?.map
  const is = dictOf(pair.final.get(catalogOf(pair.final).map.get('AcroForm')))?.map
  const keys = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])
  for (const key of keys) {
    if (freeInForm.has(key)) continue
    // Draws fields anew from their values: nothing where all are signatures, a trick where they are not.
    if (key === 'NeedAppearances' && fields.was.every(({ type }) => type === 'Sig')) continue
    // Fonts for fields that there were none of change nothing that was there.
    if ((key === 'DR' || key === 'DA') && !was?.has(key)) continue
    const difference = findDifference(pair, was?.get(key), is?.get(key), key)
    if (difference) return [finding('form_changed', { detail: place({ ...difference, key }) })]
  }
  return []
}

function added(type: PdfObject | undefined, detail: string): Finding {
  const isTime = (type as { name?: string } | undefined)?.name === 'DocTimeStamp'
  return finding(isTime ? 'time_added' : 'signature_added', { detail })
}

/** Fields are the same when they are the same object; one without a number, when named the same. */
function keyOf({ num, name }: Field): string {
  return num === undefined ? `name ${name}` : `${num}`
}
