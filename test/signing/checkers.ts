import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokenOf } from '#src/outside/pades/inspect/check-time.ts'
import { readCms } from '#src/outside/pades/inspect/read-cms.ts'
import type { Pki } from './pki.ts'

/** Asks a program that was not written by us and does not know us; throws when it refuses. */
export function ask(pki: Pki, program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', cwd: pki.folder, stdio: 'pipe' })
}

export function put(pki: Pki, name: string, bytes: Uint8Array): string {
  const path = join(pki.folder, name)
  writeFileSync(path, bytes)
  return path
}

/** What `pdfsig` (poppler, NSS) says, with the test root trusted. */
export function askPdfsig(pki: Pki, file: string): string {
  if (!existsSync(join(pki.folder, 'trust'))) {
    mkdirSync(join(pki.folder, 'trust'))
    ask(pki, 'certutil', '-N', '-d', 'trust', '--empty-password')
    const root = ['-n', 'root', '-t', 'CT,C,C', '-i', pki.root.cert]
    ask(pki, 'certutil', '-A', '-d', 'trust', ...root)
  }
  return ask(pki, 'pdfsig', '-nssdir', 'trust', file)
}

export type TakenOut = { cms: string; content: string; der: Buffer }

/** The CMS of each signature, and the bytes that it speaks for, as files. */
export function takeOut(pki: Pki, bytes: Uint8Array): TakenOut[] {
  const text = Buffer.from(bytes).toString('latin1')
  const found = text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)
  return [...found].map(([, from, to, rest], i) => {
    const hex = text.slice(Number(from) + 1, Number(to) - 1)
    const whole = Buffer.from(hex, 'hex')
    const length = 4 + whole.readUInt16BE(2)
    const content = [
      bytes.subarray(0, Number(from)),
      bytes.subarray(Number(to), Number(to) + Number(rest)),
    ]
    return {
      cms: put(pki, `${i}.cms`, whole.subarray(0, length)),
      content: put(pki, `${i}.content`, Buffer.concat(content)),
      der: whole.subarray(0, length),
    }
  })
}

/** `openssl cms -verify -cades`: throws unless the signature is right for that content. */
export function verifyByOpenssl(pki: Pki, { cms }: TakenOut, content: string): void {
  const args = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms]
  const trust = ['-CAfile', pki.root.cert, '-purpose', 'any', '-out', '/dev/null']
  ask(pki, 'openssl', ...args, '-content', content, ...trust)
}

/** `openssl ts -verify` of the time of each signature and of the whole file; answers what it said. */
export function verifyTimes(pki: Pki, taken: TakenOut[]): string[] {
  const verify = (data: string, token: string) =>
    ask(
      ...([pki, 'openssl', 'ts', '-verify', '-data', data, '-in', token, '-token_in'] as const),
      ...['-CAfile', pki.root.cert, '-untrusted', join(pki.folder, 'chain.pem')],
    )
  return taken.map(({ cms, content, der }, i) => {
    const parts = readCms(der)!
    const token = tokenOf(parts)
    if (!token) return verify(content, cms)
    return verify(put(pki, `${i}.signature`, parts.signature), put(pki, `${i}.token`, token))
  })
}
