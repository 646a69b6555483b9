import type {
  CertificationDelivery,
  CertificationMedium,
  CertificationNeed,
  CertificationPayment,
  CertificationState,
} from '#src/base/database.generated.ts'
import type { Refusal } from '#src/base/refusal.ts'

export type Medium = CertificationMedium
export type CopyState = CertificationState
export type Delivery = CertificationDelivery
export type PaymentWay = CertificationPayment
export type NeedAnswer = CertificationNeed

export const needAnswers = [
  'needed',
  'not_needed',
  'unknown',
] as const satisfies readonly NeedAnswer[]

/** When, and by which officer. */
export type Deed = { at: Date; by: string }

/** A certified copy from being asked for to its end; `copies` alike of one original under one number. */
export type Copy = {
  id: string
  /** In the QR of the copy: twelve letters and digits. */
  code: string
  requestId: string
  /** The scan that it is made of; null for a photocopy on paper. */
  paperId: string | null
  medium: Medium
  state: CopyState
  originalName: string
  originalPages: number
  copies: number
  requesterName: string
  requesterIdMasked: string | null
  need: NeedAnswer
  /** For all copies together; 0 when exempt. */
  feeVnd: number
  exemptReason: string | null
  asked: Deed
  compared: Deed | null
  numbered: (Deed & { bookId: string; year: number; number: number; book: string }) | null
  signingJobId: string | null
  /** Of the sealed file, in hexadecimal. */
  sha256: string | null
  issuedAt: Date | null
  delivered: (Deed & { how: Delivery; to: string }) | null
  receipt: { amountVnd: number; way: PaymentWay; receiptNo: string | null } | null
  /** Returned, annulled or revoked, and why. */
  ended: (Deed & { reason: string }) | null
}

/** What may be done to a copy, by where it stands. The only list of these rules. */
const allowedFrom = {
  compare: ['asked'],
  return: ['asked', 'compared'],
  approve: ['compared'],
  annul: ['approved', 'issued'],
  deliver: ['issued'],
  revoke: ['issued'],
} satisfies Record<string, CopyState[]>

export type CopyAction = keyof typeof allowedFrom

/** A copy that was handed over is not annulled any more: it is revoked, and verifying says so. */
export function copyCan(
  action: CopyAction,
  copy: { state: CopyState; delivered: unknown },
): boolean {
  if (copy.delivered && (action === 'annul' || action === 'deliver')) return false
  return allowedFrom[action].some((it) => it === copy.state)
}

/** The name by which an action is refused where the copy stands. */
export function refusalOf(
  action: CopyAction,
  copy: { state: CopyState; delivered: unknown },
): Refusal['code'] {
  if (copy.delivered && copy.state === 'issued') return 'certification.delivered_already'
  if (action === 'approve' && copy.state === 'asked') return 'certification.not_compared'
  if (copy.state === 'asked' || copy.state === 'compared')
    return action === 'compare' ? 'certification.compared_already' : 'certification.not_approved'
  if (copy.state === 'approved' && (action === 'deliver' || action === 'revoke'))
    return 'certification.not_issued'
  return refusedIn[copy.state]
}

const refusedIn = {
  approved: 'certification.approved_already',
  issued: 'certification.approved_already',
  returned: 'certification.returned_already',
  annulled: 'certification.annulled_already',
  revoked: 'certification.revoked_already',
} satisfies Record<Exclude<CopyState, 'asked' | 'compared'>, Refusal['code']>
