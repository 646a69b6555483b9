import type { X509Certificate } from 'node:crypto'
import type { Covered } from './check-byte-range.ts'
import { checkCms } from './check-cms.ts'
import type { Evidence } from './check-revocation.ts'
import { checkSigner } from './check-signer.ts'
import { checkTime, tokenOf, type TimeCheck } from './check-time.ts'
import { finding, type Level, type SignatureReport } from './finding.ts'
import { readCms } from './read-cms.ts'

export type Judged = Pick<SignatureReport, 'findings'> & Partial<SignatureReport>

type Against = { roots: readonly X509Certificate[]; evidence: Evidence; now: Date }

type Asked = {
  covered: Covered
  subFilter: string
  claimed: Date | undefined
  /** Proven times of the whole file that came after it. */
  sealed: Date[]
}

/** The two kinds that fix a CMS signature to a document without hashing it with SHA-1 first. */
const kinds: Record<string, 'cades' | 'pkcs7' | undefined> = {
  'ETSI.CAdES.detached': 'cades',
  'adbe.pkcs7.detached': 'pkcs7',
}

/** Judges one signature by itself: whether it is whole, whose it is, when, and how far to be believed. */
export function judgeSignature({ roots, evidence, now }: Against, asked: Asked): Judged {
  const { covered, claimed, sealed } = asked
  const kind = kinds[asked.subFilter]
  if (!kind) return { findings: [finding('kind_unsupported')] }
  const cms = readCms(covered.contents)
  // What it holds inside is not what it is fixed to.
  if (!cms || cms.content) return { findings: [finding('signature_unreadable')] }
  const findings = checkCms(cms, covered.parts, kind)
  if (!cms.signer) return { findings }

  const token = tokenOf(cms)
  const pool = [...cms.certificates, ...evidence.certificates]
  const time = token && checkTime(token, [cms.signature], pool, roots)
  const [firstSealed] = sealed.toSorted((a, b) => a.getTime() - b.getTime())
  const proven = (time?.trusted ? time.time : undefined) ?? firstSealed
  const signer = { ...cms, signer: cms.signer }
  const checked = checkSigner(signer, roots, evidence, { claimed, proven, now })
  if (!time && !proven) findings.push(finding('time_only_claimed'))
  const timed = Boolean(time?.time)
  return {
    ...checked,
    provenTime: proven,
    level: kind === 'cades' ? levelOf(timed, checked.revocation, sealed.length > 0) : undefined,
    findings: [...findings, ...checked.findings, ...(time?.findings ?? [])],
  }
}

/** A time for the whole file: its token was judged before, only whose it is remains. */
export function judgeTime({ roots, evidence, now }: Against, time: TimeCheck): Judged {
  const provenTime = time.trusted ? time.time : undefined
  const { cms, findings } = time
  if (!cms?.signer) return { findings }
  const times = { claimed: undefined, proven: provenTime, now }
  const { signer } = checkSigner({ ...cms, signer: cms.signer }, roots, evidence, times)
  return { provenTime, signer, trusted: time.trusted, findings }
}

function levelOf(timed: boolean, revocation: string, sealed: boolean): Level {
  if (!timed) return 'B-B'
  if (revocation !== 'good') return 'B-T'
  return sealed ? 'B-LTA' : 'B-LT'
}
