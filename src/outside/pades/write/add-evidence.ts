import { arrayOf, catalogOf } from '../inspect/find-signatures.ts'
import { openPdf, openRevision } from '../pdf/open-revision.ts'
import { as, dictOf, type PdfObject, type Ref } from '../pdf/pdf-object.ts'
import {
  appendRevision,
  nextNumber,
  packStream,
  setInCatalog,
  type Additions,
} from './append-revision.ts'

/** DER of what a signature needs to be believed in years: certificates, OCSP answers, CRLs. */
export type EvidenceFiles = { certificates: Uint8Array[]; ocsps: Uint8Array[]; crls: Uint8Array[] }

/**
 * Appends evidence to a signed file (the DSS of ETSI EN 319 142-1, 5.4.2), beside what was there. A
 * document time must follow: without it viewers say that the last signature does not cover the file.
 */
export function addEvidence(pdf: Uint8Array, files: EvidenceFiles): Uint8Array {
  const revision = openRevision(openPdf(pdf), pdf.length)
  const before = dictOf(revision.get(catalogOf(revision).map.get('DSS')))
  const additions: Additions = new Map()
  const store = (key: string, list: Uint8Array[]): [string, PdfObject][] => {
    const refs = list.map((der): Ref => {
      const num = nextNumber(revision, additions)
      additions.set(num, packStream(der))
      return { kind: 'ref', num, gen: 0 }
    })
    const known = arrayOf(revision.get(before?.map.get(key))).filter((it) => as('ref', it))
    return known.length + refs.length > 0 ? [[key, [...known, ...refs]]] : []
  }
  const map = new Map<string, PdfObject>([
    ...(before?.map ?? []),
    ['Type', { kind: 'name', name: 'DSS' }],
    ...store('Certs', files.certificates),
    ...store('OCSPs', files.ocsps),
    ...store('CRLs', files.crls),
  ])
  setInCatalog(revision, additions, 'DSS', { kind: 'dict', map })
  return appendRevision(revision, additions).bytes
}
