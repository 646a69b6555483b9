import type { TroubleCode } from '../pdf/trouble.ts'

/**
 * Everything that can be said of a signed file. `fails`: do not accept the file. `doubts`: nothing is
 * wrong, but something could not be made sure. `notes`: in order, and worth knowing. Each has its
 * sentence in `src/words/verify.ts`.
 */
export const findings = {
  // The signature itself
  byte_range_wrong: 'fails',
  signature_moved: 'fails',
  signature_removed: 'fails',
  digest_mismatch: 'fails',
  signature_unreadable: 'fails',
  signature_broken: 'fails',
  signer_missing: 'fails',
  kind_unsupported: 'fails',
  algorithm_unsupported: 'fails',
  attribute_missing: 'fails',
  wrong_certificate: 'fails',
  weak_digest: 'fails',
  weak_key: 'fails',
  certificate_not_named: 'doubts',

  // The signer
  certificate_expired: 'fails',
  certificate_not_yet_valid: 'fails',
  certificate_wrong_use: 'fails',
  chain_broken: 'fails',
  revoked: 'fails',
  revoked_later: 'notes',
  expired_since: 'doubts',
  signed_by_others: 'doubts',
  revocation_unknown: 'doubts',

  // The time
  time_broken: 'fails',
  time_of_another_signature: 'fails',
  time_by_others: 'doubts',
  time_only_claimed: 'notes',

  // What came after
  page_added: 'fails',
  page_removed: 'fails',
  pages_reordered: 'fails',
  page_content_changed: 'fails',
  page_changed: 'fails',
  annotation_added: 'fails',
  annotation_changed: 'fails',
  annotation_removed: 'fails',
  form_value_changed: 'fails',
  form_field_added: 'fails',
  form_changed: 'fails',
  signature_changed: 'fails',
  document_changed: 'fails',
  signature_box_too_large: 'fails',
  not_allowed_by_author: 'fails',
  second_xref: 'fails',
  shadow_objects: 'fails',
  old_bytes_reused: 'fails',
  trailing_bytes: 'fails',
  stray_bytes: 'fails',
  description_changed: 'doubts',
  // What it covers only an eye can tell.
  signature_box_added: 'doubts',
  signature_added: 'notes',
  time_added: 'notes',
  validation_added: 'notes',
} as const

export type FindingCode = keyof typeof findings
export type Severity = 'fails' | 'doubts' | 'notes'

export type Finding = {
  code: FindingCode
  severity: Severity
  /** From 1. */
  page?: number
  /** Number of the PDF object, key, name of a field, date: what an expert looks for. */
  detail?: string
}

export function finding(code: FindingCode, more: { page?: number; detail?: string } = {}): Finding {
  return { code, severity: findings[code], ...more }
}

export type Signer = {
  name: string
  organisation: string | undefined
  issuer: string
  serial: string
  /** SHA-256 of the certificate, hexadecimal: names and numbers can be copied. */
  fingerprint: string
  validFrom: Date
  validTo: Date
}

/** Baseline levels of ETSI EN 319 142-1: what a signature brings along to be believed later. */
export type Level = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

export type SignatureReport = {
  kind: 'signature' | 'document_time'
  /** Name of the form field that holds it. */
  field: string
  /** Which bytes it speaks for: 0 up to here, but for itself. */
  signedBytes: number
  coversWholeFile: boolean
  signer: Signer | undefined
  reason: string | undefined
  /** As the signer's computer said. */
  claimedTime: Date | undefined
  /** As a trusted time service said. */
  provenTime: Date | undefined
  level: Level | undefined
  trusted: boolean
  revocation: 'good' | 'revoked' | 'unknown'
  findings: Finding[]
}

export type Report = {
  /**
   * `valid`: all is well. `intact`: nothing wrong, something not sure. `failed`: do not accept.
   * `unsigned`: a PDF without signatures. `unreadable`: see `trouble`.
   */
  verdict: 'valid' | 'intact' | 'failed' | 'unsigned' | 'unreadable'
  bytes: number
  sha256: string
  trouble: TroubleCode | undefined
  /** Of the file as such. */
  findings: Finding[]
  signatures: SignatureReport[]
}
