import { createPrivateKey, sign as signBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { addEvidence } from '#src/outside/pades/write/add-evidence.ts'
import {
  addDocumentTime,
  finishSignature,
  startSignature,
} from '#src/outside/pades/write/sign-pdf.ts'
import { gatherEvidence } from '#src/outside/revocation/gather-evidence.ts'
import { algorithmOf } from '#src/outside/signer/open-pkcs12.ts'
import type { HashSigner } from '#src/outside/signer/signer.ts'
import type { makeP12, Pki } from './pki.ts'
import type { Authorities } from './authorities.ts'

export const password = 'mật khẩu'

/** The signer with a key of the test PKI. */
export function signerOf(pki: Pki, name: Parameters<typeof makeP12>[1]): HashSigner {
  const key = createPrivateKey(readFileSync(pki[name].key))
  return {
    algorithm: algorithmOf(key),
    chain: [pki[name], pki.issuer, pki.root].map((it) => it.certificate.raw),
    sign: ({ attributes }) =>
      Promise.resolve({ state: 'done', signature: signBytes('sha256', attributes, key) }),
  }
}

/** Signs with a key that answers at once. */
export async function sign(
  pdf: Uint8Array,
  signer: HashSigner,
  { field = 'Người ký', time }: { field?: string; time?: string } = {},
): Promise<Uint8Array> {
  const asked = { kind: 'signature', field, at: new Date(), reason: 'Chứng thực bản sao' } as const
  const job = startSignature(pdf, signer, asked)
  const answer = await signer.sign({ ...job, label: field, idempotencyKey: field })
  if (answer.state !== 'done') throw new Error('not signed')
  return finishSignature(job, answer.signature, time === undefined ? {} : { time })
}

/** The official's signature, then the office's seal: a certified copy as it goes out. */
export async function signTwice(pdf: Uint8Array, pki: Pki, time?: string): Promise<Uint8Array> {
  const more = time === undefined ? {} : { time }
  const once = await sign(pdf, signerOf(pki, 'official'), { field: 'Người ký', ...more })
  return sign(once, signerOf(pki, 'seal'), { field: 'Con dấu', ...more })
}

/** Two signatures with time, evidence for both and for the time service, and a time for the file. */
export async function signForLong(
  pdf: Uint8Array,
  pki: Pki,
  services: Authorities,
): Promise<Uint8Array> {
  const signed = await signTwice(pdf, pki, services.time)
  const chain = (name: 'official' | 'seal' | 'time') => [
    pki[name].certificate,
    pki.issuer.certificate,
    pki.root.certificate,
  ]
  const chains = [chain('official'), chain('seal'), chain('time')]
  const urls = { ocsp: services.ocsp, crl: services.crl }
  const evidence = await gatherEvidence(chains, new Date(), urls)
  if (evidence.unknown.length > 0) throw new Error(`${evidence.unknown.length} unknown`)
  return addDocumentTime(addEvidence(signed, evidence), { field: 'Thời gian', time: services.time })
}
