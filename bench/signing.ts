import { createHash, createPrivateKey, sign as signRaw } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { makePki } from '#test/signing/pki.ts'
import { openAuthorities } from '#test/signing/authorities.ts'
import { sign, signerOf, signForLong, signTwice } from '#test/signing/sign.ts'
import { median, rounded } from './setting/figures.ts'
import { machine } from './setting/machine.ts'
import { makeScannedCopy } from './setting/scanned-copy.ts'

const rounds = 9
const signaturesPerRound = 25
const copies = 15

/**
 * Signing a ten-page copy of 4.6 MB. B-B signatures beside their floor on the same core, in turns: the
 * SHA-256 of the file and one raw RSA-2048 signature. The sealed B-T copy, two signatures, waits for a
 * real time service (OpenSSL's) twice. Verifying takes the copy with all evidence and three signatures.
 */
export default async function signing(): Promise<object> {
  const pki = makePki()
  const services = await openAuthorities(pki)
  try {
    const copy = await makeScannedCopy()
    const official = signerOf(pki, 'official')
    const key = createPrivateKey(readFileSync(pki.official.key))
    const floor = () => {
      createHash('sha256').update(copy).digest()
      signRaw('sha256', copy.subarray(0, 100), key)
    }
    const ours = () => sign(copy, official)
    const times: { floor: number[]; ours: number[] } = { floor: [], ours: [] }
    for (let i = -1; i < rounds; i++) {
      const a = await timed(signaturesPerRound, floor)
      const b = await timed(signaturesPerRound, ours)
      if (i < 0) continue
      times.floor.push(a / signaturesPerRound)
      times.ours.push(b / signaturesPerRound)
    }
    const sealed: number[] = []
    for (let i = 0; i < copies; i++) {
      sealed.push(await timed(1, () => signTwice(copy, pki, services.time)))
    }
    const lasting = await signForLong(copy, pki, services)
    const verify = () => {
      const { verdict } = inspectPdf(lasting, { roots: pki.roots, now: new Date() })
      if (verdict !== 'valid') throw new Error(verdict)
    }
    const verified: number[] = []
    for (let i = 0; i < copies; i++) verified.push(await timed(1, verify))
    return {
      ...machine(),
      megabytes: rounded(copy.length / 1e6, 1),
      floorMilliseconds: rounded(median(times.floor), 1),
      signatureMilliseconds: rounded(median(times.ours), 1),
      shareOfFloor: rounded(median(times.floor.map((it, i) => it / times.ours[i]!)), 2),
      signaturesPerSecond: rounded(1000 / median(times.ours)),
      sealedCopyMilliseconds: rounded(median(sealed)),
      verifyFirstMilliseconds: rounded(verified[0]!),
      verifyMilliseconds: rounded(median(verified)),
    }
  } finally {
    await services.close()
    pki.remove()
  }
}

async function timed(times: number, work: () => unknown): Promise<number> {
  const from = performance.now()
  for (let i = 0; i < times; i++) await work()
  return performance.now() - from
}
