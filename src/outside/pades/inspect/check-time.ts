import type { X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import { hashByOid, isWeakHash } from './algorithms.ts'
import { checkChain } from './check-chain.ts'
import { checkCms } from './check-cms.ts'
import { finding, type Finding } from './finding.ts'
import { hashOf, oids, readCms, type Cms } from './read-cms.ts'

export type TimeCheck = {
  /** What the token says; believe it only when `trusted`. */
  time: Date | undefined
  trusted: boolean
  cms: Cms | undefined
  findings: Finding[]
}

/** Whether an RFC 3161 token is whole, is about exactly these bytes, and comes from a known service. */
export function checkTime(...asked: Parameters<typeof judgeToken>): TimeCheck {
  try {
    return judgeToken(...asked)
  } catch {
    // asn1js and pkijs throw plain errors for DER that does not fit.
    return { time: undefined, trusted: false, cms: undefined, findings: [finding('time_broken')] }
  }
}

function judgeToken(
  token: Uint8Array,
  about: Uint8Array[],
  pool: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): TimeCheck {
  const broken = { time: undefined, trusted: false, cms: undefined }
  const cms = readCms(token)
  const said = cms?.contentType === oids.tstInfo && cms.content && readSaid(cms.content)
  if (!cms?.content || !said) return { ...broken, findings: [finding('time_broken')] }

  const found = checkCms(cms, [cms.content], 'pkcs7').filter((it) => it.severity === 'fails')
  const broke = found.map(({ code }) => finding('time_broken', { detail: code }))
  if (isWeakHash(said.hash)) broke.push(finding('weak_digest', { detail: said.hash.toUpperCase() }))
  if (!hashOf(said.hash, ...about).equals(said.imprint)) {
    broke.push(finding('time_of_another_signature'))
  }
  if (broke.length > 0 || !cms.signer) return { ...broken, cms, findings: broke }

  const { time } = said
  const chain = checkChain(cms.signer, [...cms.certificates, ...pool], roots, {
    at: time,
    purpose: 'time',
  })
  if (chain.wrong) {
    const findings = [finding('time_broken', { detail: chain.wrong.code })]
    return { ...broken, cms, findings }
  }
  const findings = chain.trusted ? [] : [finding('time_by_others')]
  return { time, trusted: chain.trusted, cms, findings }
}

function readSaid(content: Uint8Array): { hash: string; imprint: Uint8Array; time: Date } | null {
  try {
    const info = pkijs.TSTInfo.fromBER(new Uint8Array(content))
    const hash = hashByOid(info.messageImprint.hashAlgorithm.algorithmId)
    const imprint = info.messageImprint.hashedMessage.valueBlock.valueHexView
    return hash ? { hash, imprint, time: info.genTime } : null
  } catch {
    return null
  }
}

/** The token that a signature carries beside it (RFC 3161, appendix A). */
export function tokenOf(cms: Cms): Uint8Array | undefined {
  const block = cms.unsigned.get(oids.timeStampToken)?.[0]
  return block?.valueBeforeDecodeView
}
