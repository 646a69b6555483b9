import { askTime } from '../../timestamp/ask-time.ts'
import { SignerTrouble, type HashSigner } from '../../signer/signer.ts'
import { hashOf } from '../inspect/read-cms.ts'
import { buildCms, isOurs, signedAttributes, type Algorithm } from './build-cms.ts'
import {
  digestOf,
  embedSignature,
  prepareSignature,
  type Asked,
  type Prepared,
} from './prepare-signature.ts'

/**
 * A signature under way. Kept whole while an official approves on the phone or the machine restarts: what
 * comes back fits these bytes and no others.
 */
export type SignatureJob = {
  prepared: Prepared
  attributes: Uint8Array
  /** SHA-256 of the attributes: what services sign. */
  hash: Uint8Array
  chain: readonly Uint8Array[]
  algorithm: Algorithm
}

/** First half: the file with room for the signature, and what is to be signed. */
export function startSignature(
  pdf: Uint8Array,
  signer: Pick<HashSigner, 'chain' | 'algorithm'>,
  asked: Asked,
): SignatureJob {
  const prepared = prepareSignature(pdf, asked)
  const { chain, algorithm } = signer
  const attributes = signedAttributes(digestOf(prepared), chain[0]!)
  return { prepared, attributes, hash: hashOf('sha256', attributes), chain, algorithm }
}

/**
 * Second half: the signed file, with the time of `time` when an address is given, or a `token` that
 * came already (PAdES B-T), else B-B. Refuses a signature that was not made with the key of the certificate over just this; when the
 * time service fails, nothing comes out.
 */
export async function finishSignature(
  job: SignatureJob,
  signature: Uint8Array,
  { time, token: came }: { time?: string; token?: Uint8Array } = {},
): Promise<Uint8Array> {
  const made = { ...job, chain: [...job.chain], signature }
  if (!isOurs(made)) throw new SignerTrouble('answer_wrong')
  const token = came ?? (time && (await askTime(time, hashOf('sha256', signature))))
  return embedSignature(job.prepared, buildCms(token ? { ...made, token } : made))
}

/** A time for the whole file, last of all (PAdES B-LTA; ETSI EN 319 142-1, 5.4.3). */
export async function addDocumentTime(
  pdf: Uint8Array,
  { field, time }: { field: string; time: string },
): Promise<Uint8Array> {
  const prepared = prepareSignature(pdf, { kind: 'document_time', field })
  return embedSignature(prepared, await askTime(time, digestOf(prepared)))
}
