import type { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import type * as pkijs from 'pkijs'
import { isWeakHash, isWeakKey, signedWith } from './algorithms.ts'
import type { FindingCode } from './finding.ts'
import { parsed } from './read-cms.ts'

export type Purpose = 'sign' | 'time' | 'ocsp'

/** From the signer up: as far as it leads, to one of our roots when `trusted`. */
export type Chain = {
  path: X509Certificate[]
  trusted: boolean
  /** The first thing wrong with it at that time, and with which certificate. */
  wrong: { code: FindingCode; detail: string } | undefined
}

const extension = {
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
}
/** What we take account of; any other extension that is critical makes a certificate unusable. */
const understood = new Set([
  ...Object.values(extension),
  '2.5.29.14', // subject key identifier
  '2.5.29.35', // authority key identifier
  '2.5.29.32', // certificate policies: shown to experts, decide nothing here
  '2.5.29.17', // alternative names
  '2.5.29.31', // where CRLs are
  '1.3.6.1.5.5.7.1.1', // where the issuer is
  '1.3.6.1.5.5.7.1.3', // qualified certificate statements
])
const usageOf: Record<Purpose, string | undefined> = {
  sign: undefined,
  time: '1.3.6.1.5.5.7.3.8',
  ocsp: '1.3.6.1.5.5.7.3.9',
}
const longestPath = 8
const mostPaths = 64

/**
 * Leads from a certificate to one of `roots` over `pool` (RFC 5280, 6), as of `at`. Node checks each
 * signature; names, uses, lengths of path and critical extensions are checked here. Name constraints are
 * not understood, so a chain with critical ones is refused.
 */
export function checkChain(
  leaf: X509Certificate,
  pool: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  { at, purpose }: { at: Date; purpose: Purpose },
): Chain {
  const known = new Set(roots.map((it) => it.fingerprint256))
  const candidates = [...roots, ...pool]
  let best: Chain | undefined
  let tried = 0
  const climb = (path: X509Certificate[]): void => {
    const top = path.at(-1)!
    if (known.has(top.fingerprint256)) return keep(path, true)
    const above = candidates.filter(
      (it) => !path.some((step) => step.raw.equals(it.raw)) && isIssuedBy(top, it),
    )
    if (above.length === 0 || path.length >= longestPath) return keep(path, false)
    for (const issuer of above) if (tried < mostPaths && !isPerfect()) climb([...path, issuer])
  }
  const keep = (path: X509Certificate[], trusted: boolean) => {
    tried++
    const wrong = findWrong(path, at, purpose)
    const score = (it: Chain | undefined) => (it ? (it.trusted ? 2 : 0) + (it.wrong ? 0 : 1) : -1)
    const chain = { path, trusted, wrong }
    if (score(chain) > score(best)) best = chain
  }
  const isPerfect = () => best?.trusted && !best.wrong
  climb([leaf])
  return best!
}

export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}

function findWrong(path: X509Certificate[], at: Date, purpose: Purpose): Chain['wrong'] {
  for (const [i, certificate] of path.entries()) {
    const code =
      (i === 0 ? wrongUse(certificate, purpose) : wrongIssuer(certificate, i)) ??
      wrongItself(certificate, at, i === path.length - 1)
    if (code) return { code, detail: nameIn(parsed(certificate).subject) }
  }
}

function wrongItself(it: X509Certificate, at: Date, last: boolean): FindingCode | undefined {
  if (isWeakKey(it.publicKey)) return 'weak_key'
  // Nobody relies on a root's signature over itself.
  const made = signedWith(parsed(it).signatureAlgorithm)
  if (!last && (!made || isWeakHash(made.hash))) return 'weak_digest'
  const odd = parsed(it).extensions?.find((ext) => ext.critical && !understood.has(ext.extnID))
  if (odd) return 'certificate_wrong_use'
  if (at < it.validFromDate) return 'certificate_not_yet_valid'
  if (at > it.validToDate) return 'certificate_expired'
}

function wrongUse(leaf: X509Certificate, purpose: Purpose): FindingCode | undefined {
  const bits = usageBits(leaf)
  if (bits !== undefined && (bits & 0b1100_0000) === 0) return 'certificate_wrong_use'
  const wanted = usageOf[purpose]
  if (wanted && !leaf.keyUsage?.includes(wanted)) return 'certificate_wrong_use'
}

function wrongIssuer(issuer: X509Certificate, depth: number): FindingCode | undefined {
  if (!issuer.ca) return 'chain_broken'
  const bits = usageBits(issuer)
  if (bits !== undefined && (bits & 0b0000_0100) === 0) return 'chain_broken'
  const constraints = extensionOf(issuer, extension.basicConstraints)?.parsedValue as
    pkijs.BasicConstraints | undefined
  const length = constraints?.pathLenConstraint
  // Counts the authorities between this one and the signer.
  if (typeof length === 'number' && length < depth - 1) return 'chain_broken'
}

/** The first byte of key usage: digitalSignature, nonRepudiation … keyCertSign, cRLSign. */
function usageBits(certificate: X509Certificate): number | undefined {
  const value = extensionOf(certificate, extension.keyUsage)?.parsedValue as
    asn1js.BitString | undefined
  return value?.valueBlock.valueHexView[0]
}

function extensionOf(certificate: X509Certificate, oid: string): pkijs.Extension | undefined {
  return parsed(certificate).extensions?.find((it) => it.extnID === oid)
}

/** The common name, else whatever comes last in a name. */
export function nameIn(name: pkijs.RelativeDistinguishedNames, oid = '2.5.4.3'): string {
  const said = name.typesAndValues
  const found = said.find((it) => it.type === oid) ?? (oid === '2.5.4.3' ? said.at(-1) : undefined)
  return (found?.value.valueBlock.value ?? '').normalize('NFC')
}
