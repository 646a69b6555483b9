import { createHash, type X509Certificate } from 'node:crypto'
import { openPdf, openRevision, type Revision } from '../pdf/open-revision.ts'
import { charactersOf, nameOf } from '../pdf/pdf-object.ts'
import { Trouble } from '../pdf/trouble.ts'
import { findTrailing } from './account-bytes.ts'
import { checkByteRange, type Covered } from './check-byte-range.ts'
import { checkCms } from './check-cms.ts'
import { checkLater } from './check-later.ts'
import { readEvidence, type Evidence } from './check-revocation.ts'
import { checkSigner } from './check-signer.ts'
import { checkTime, tokenOf, type TimeCheck } from './check-time.ts'
import { finding, type Finding, type Level, type Report, type SignatureReport } from './finding.ts'
import { findRemoved } from './find-removed.ts'
import { findSignatures, type SignatureField } from './find-signatures.ts'
import { readCms } from './read-cms.ts'
import { readPdfDate } from './read-pdf-date.ts'

/** Against what a file is judged. */
export type Measure = { roots: readonly X509Certificate[]; now: Date }

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
      const findings = findRemoved(final)
      return { ...base, verdict: findings.length ? 'failed' : 'unsigned', findings }
    }
    const setting = { ...measure, final, evidence: readEvidence(final) }
    const signatures = judgeAll(setting, fields)
    const findings = findTrailing(final)
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
  const judged = time
    ? judgeTime(setting, time)
    : judgeSignature(setting, report, covered, field, all)
  return { ...report, ...judged, findings: [...judged.findings, ...later] }
}

function judgeTime({ roots, evidence, now }: Setting, time: TimeCheck) {
  const provenTime = time.trusted ? time.time : undefined
  const { cms, findings } = time
  if (!cms?.signer) return { findings }
  // Only its name is wanted: chain and use were judged with the token.
  const { signer } = checkSigner({ ...cms, signer: cms.signer }, roots, evidence, {
    claimed: undefined,
    proven: provenTime,
    now,
  })
  return { provenTime, signer, trusted: time.trusted, findings }
}

function judgeSignature(
  setting: Setting,
  report: SignatureReport,
  covered: Covered,
  field: SignatureField,
  all: Signed[],
): Pick<SignatureReport, 'findings'> & Partial<SignatureReport> {
  const { final, roots, evidence, now } = setting
  const kind = kinds[nameOf(final.get(field.signature.map.get('SubFilter'))) ?? '']
  if (!kind) return { findings: [finding('kind_unsupported')] }
  const cms = readCms(covered.contents)
  // What it holds inside is not what it is fixed to.
  if (!cms || cms.content) return { findings: [finding('signature_unreadable')] }
  const findings = checkCms(cms, covered.parts, kind)
  if (!cms.signer) return { findings }

  const token = tokenOf(cms)
  const pool = [...cms.certificates, ...evidence.certificates]
  const time = token && checkTime(token, [cms.signature], pool, roots)
  const sealed = all
    .filter((it) => it.time?.trusted && it.covered && it.covered.end > covered.end)
    .flatMap((it) => it.time?.time ?? [])
    .sort((a, b) => a.getTime() - b.getTime())
  const provenTime = (time?.trusted ? time.time : undefined) ?? sealed[0]
  const signer = { ...cms, signer: cms.signer }
  const times = { claimed: report.claimedTime, proven: provenTime, now }
  const checked = checkSigner(signer, roots, evidence, times)
  if (!time && !provenTime) findings.push(finding('time_only_claimed'))
  return {
    ...checked,
    provenTime,
    level:
      kind === 'cades'
        ? levelOf(Boolean(time?.time), checked.revocation, sealed.length > 0)
        : undefined,
    findings: [...findings, ...checked.findings, ...(time?.findings ?? [])],
  }
}

/** The two kinds that fix a CMS signature to a document without hashing it with SHA-1 first. */
const kinds: Record<string, 'cades' | 'pkcs7' | undefined> = {
  'ETSI.CAdES.detached': 'cades',
  'adbe.pkcs7.detached': 'pkcs7',
}

function levelOf(timed: boolean, revocation: string, sealed: boolean): Level {
  if (!timed) return 'B-B'
  if (revocation !== 'good') return 'B-T'
  return sealed ? 'B-LTA' : 'B-LT'
}
