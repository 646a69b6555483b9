import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pki } from './pki.ts'

export type SoftToken = {
  folder: string
  /** For `SOFTHSM2_CONF`, which the library reads. */
  config: string
  module: string
  label: string
  pin: string
}

export const softLibrary = '/usr/lib/softhsm/libsofthsm2.so'
const label = 'Con dấu xã'
const pin = '2468'

/** A token of SoftHSM with these keys and their certificates, under the ids 01, 02 … */
export function makeSoftToken(pki: Pki, names: ('official' | 'seal' | 'curve')[]): SoftToken {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-softhsm-'))
  const config = join(folder, 'softhsm.conf')
  mkdirSync(join(folder, 'tokens'))
  writeFileSync(config, `directories.tokendir = ${folder}/tokens\nlog.level = ERROR\n`)
  const env = { ...process.env, SOFTHSM2_CONF: config }
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { stdio: 'pipe', env })
  run(
    'softhsm2-util',
    ...['--init-token', '--free', '--label', label, '--so-pin', '87654321', '--pin', pin],
  )
  for (const [i, name] of names.entries()) {
    const id = `0${i + 1}`
    const { key, cert } = pki[name]
    run(
      'softhsm2-util',
      ...['--import', key, '--token', label, '--label', name, '--id', id, '--pin', pin],
    )
    const der = join(folder, `${name}.der`)
    run('openssl', 'x509', '-in', cert, '-outform', 'DER', '-out', der)
    run(
      'pkcs11-tool',
      ...['--module', softLibrary, '--token-label', label, '--login', '--pin', pin],
      ...['--write-object', der, '--type', 'cert', '--id', id, '--label', name],
    )
  }
  return { folder, config, module: softLibrary, label, pin }
}
