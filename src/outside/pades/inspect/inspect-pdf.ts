import { createHash, type X509Certificate } from 'node:crypto'
import { openPdf, openRevision, type Revision } from '../pdf/open-revision.ts'
import { charactersOf, nameOf } from '../pdf/pdf-object.ts'
import { Trouble } from '../pdf/trouble.ts'
import { findTrailing } from './account-bytes.ts'
import { checkByteRange, type Covered } from './check-byte-range.ts'
import { checkLater, checkSince } from './check-later.ts'
import { readEvidence, type Evidence } from './check-revocation.ts'
import { checkTime, type TimeCheck } from './check-time.ts'
import { finding, type Finding, type Report, type SignatureReport } from './finding.ts'
import { findRemoved } from './find-removed.ts'
import { findSignatures, type SignatureField } from './find-signatures.ts'
import { judgeSignature, judgeTime, type Judged } from './judge-signature.ts'
import { readPdfDate } from './read-pdf-date.ts'

/** Against what a file is judged. */
export type Measure = {
  roots: readonly X509Certificate[]
  now: Date
  /** The file went out with so many bytes: what was put behind them is judged as after a signature. */
  since?: number | undefined
}

type Setting = Measure & { final: Revision; evidence: Evidence }
type Signed = { field: SignatureField; covered: Covered | null; time: TimeCheck | undefined }

/**
 * Examines a signed PDF: who signed, whether the bytes are theirs, whether they could, when, and what
 * was done to the file afterwards (ISO 32000-1, 12.8; ETSI EN 319 142-1). Asks nobody: what is not in
 * the file or among `roots` is not known, and is said so. Never throws for what a file contains.
 */
export function inspectPdf(bytes: Uint8Array, measure: Measure): Report {
  const base = {
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    trouble: undefined,
    findings: [],
    signatures: [],
  }
  try {
    const final = openRevision(openPdf(bytes), bytes.length)
    const fields = findSignatures(final)
    if (fields.length === 0) {
      const findings = [...findRemoved(final), ...findTrailing(final)]
      return { ...base, verdict: findings.length ? 'failed' : 'unsigned', findings }
    }
    const setting = { ...measure, final, evidence: readEvidence(final) }
    const signatures = judgeAll(setting, fields)
    const since = measure.since === undefined ? [] : checkSince(final, measure.since)
    const findings = [...findTrailing(final), ...since]
    return {
      ...base,
      verdict: verdictOf([...findings, ...signatures.flatMap((it) => it.findings)]),
      findings,
      signatures,
    }
  } catch (error) {
    const trouble = troubleOf(error)
    if (!trouble) throw error
    return { ...base, verdict: 'unreadable', trouble }
  }
}

function troubleOf(error: unknown): Trouble['code'] | undefined {
  if (error instanceof Trouble) return error.code
  // The stack is as deep as the file made it.
  return error instanceof RangeError ? 'too_deep' : undefined
}

function verdictOf(findings: Finding[]): Report['verdict'] {
  if (findings.some((it) => it.severity === 'fails')) return 'failed'
  return findings.some((it) => it.severity === 'doubts') ? 'intact' : 'valid'
}

function judgeAll(setting: Setting, fields: SignatureField[]): SignatureReport[] {
  const all: Signed[] = fields.map((field) => {
    const covered = checkByteRange(setting.final, field)
    const isTime =
      nameOf(setting.final.get(field.signature.map.get('SubFilter'))) === 'ETSI.RFC3161'
    const { roots, evidence } = setting
    const time =
      isTime && covered
        ? checkTime(covered.contents, covered.parts, evidence.certificates, roots)
        : undefined
    return { field, covered, time }
  })
  return all.map((it) => judge(setting, it, all))
}

function judge(setting: Setting, { field, covered, time }: Signed, all: Signed[]): SignatureReport {
  const { final } = setting
  const { map } = field.signature
  const report: SignatureReport = {
    kind:
      nameOf(final.get(map.get('SubFilter'))) === 'ETSI.RFC3161' ? 'document_time' : 'signature',
    field: field.name,
    signedBytes: covered?.end ?? 0,
    coversWholeFile: covered !== null && final.start < covered.end,
    signer: undefined,
    reason: charactersOf(final.get(map.get('Reason')))?.normalize('NFC'),
    claimedTime: readPdfDate(charactersOf(final.get(map.get('M')))),
    provenTime: undefined,
    level: undefined,
    trusted: false,
    revocation: 'unknown',
    findings: [],
  }
  if (!covered) return { ...report, findings: [finding('byte_range_wrong')] }
  const later = checkLater(final, field, covered)
  const sealed = all
    .filter((it) => it.time?.trusted && it.covered && it.covered.end > covered.end)
    .flatMap((it) => it.time?.time ?? [])
  const subFilter = nameOf(final.get(map.get('SubFilter'))) ?? ''
  const judged = orUnreadable(() =>
    time
      ? judgeTime(setting, time)
      : judgeSignature(setting, { covered, subFilter, claimed: report.claimedTime, sealed }),
  )
  return { ...report, ...judged, findings: [...judged.findings, ...later] }
}

/**
 * asn1js and pkijs throw plain errors for DER that does not fit, wherever it is looked at. A signature
 * at which they stumble is unreadable, whatever else it is; the file around it is still examined.
 */
function orUnreadable(judge: () => Judged): Judged {
  try {
    return judge()
  } catch (error) {
    if (error instanceof Trouble) throw error
    return { findings: [finding('signature_unreadable')] }
  }
}
