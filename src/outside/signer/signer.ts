import type { Algorithm } from '../pades/write/build-cms.ts'

/** What is to be signed, and under what name it is asked for. Asking again with the same key resumes. */
export type SignRequest = {
  /** The signed attributes; a key in a file or a token hashes them itself. */
  attributes: Uint8Array
  /** SHA-256 of the attributes, for services that take only that. */
  hash: Uint8Array
  /** What the official reads on the phone before approving. */
  label: string
  idempotencyKey: string
  /** One-time code, when the service asks for one. */
  code?: string
}

export type SignAnswer =
  { state: 'done'; signature: Uint8Array } | { state: 'pending'; ref: string; expiresAt: Date }

export type LaterAnswer =
  { state: 'done'; signature: Uint8Array } | { state: 'pending' | 'refused' | 'expired' }

/** A key that signs, wherever it lies: in a file, in a token, at a service. */
export type HashSigner = {
  algorithm: Algorithm
  /** DER, the signer's certificate first. */
  chain: readonly Uint8Array[]
  sign: (request: SignRequest) => Promise<SignAnswer>
  /** Keys whose one-time code is good for several signatures: up to `most`, all or none. */
  together?: {
    most: number
    sign: (requests: readonly SignRequest[], code: string) => Promise<Uint8Array[]>
  }
  /** What became of a request that was pending; only of keys whose answers can be. */
  poll?: (ref: string) => Promise<LaterAnswer>
}

export type SignerTroubleCode =
  | 'password_wrong'
  | 'file_broken'
  | 'key_unsupported'
  | 'program_missing'
  | 'token_missing'
  | 'token_silent'
  | 'key_absent'
  | 'pin_wrong'
  | 'pin_last_try'
  | 'pin_locked'
  | 'code_wrong'
  | 'not_allowed'
  | 'unreachable'
  | 'answer_wrong'

/** Why a key could not be used. Worded in `src/words/signing.ts`. */
export class SignerTrouble extends Error {
  readonly code: SignerTroubleCode

  constructor(code: SignerTroubleCode, detail = '') {
    super([code, detail].filter(Boolean).join(': '))
    this.code = code
  }
}
