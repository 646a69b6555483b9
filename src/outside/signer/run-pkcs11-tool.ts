import { execFile } from 'node:child_process'
import { SignerTrouble } from './signer.ts'

const timeout = 30_000

/**
 * Runs OpenSC's `pkcs11-tool` on a token. The PIN goes by the environment: a command line can be read by
 * everybody on the machine.
 */
export function runPkcs11Tool(module: string, args: string[], pin = ''): Promise<string> {
  const env = { ...process.env, TAICHO_PIN: pin }
  return new Promise((resolve, reject) => {
    execFile('pkcs11-tool', ['--module', module, ...args], { env, timeout }, (error, out, said) => {
      if (error) reject(explain(error, said))
      else resolve(out)
    })
  })
}

function explain(error: { code?: unknown }, said: string): SignerTrouble {
  if (error.code === 'ENOENT') {
    return new SignerTrouble('program_missing', 'apt-get install opensc')
  }
  if (/Failed to load pkcs11 module|sc_dlopen failed/.test(said)) {
    return new SignerTrouble('program_missing', said.split('\n')[0])
  }
  if (/CKR_PIN_LOCKED/.test(said)) return new SignerTrouble('pin_locked')
  if (/CKR_PIN_INCORRECT|CKR_PIN_LEN_RANGE/.test(said)) return new SignerTrouble('pin_wrong')
  if (/No slot with|CKR_TOKEN_NOT_PRESENT|CKR_DEVICE_REMOVED|no token/i.test(said)) {
    return new SignerTrouble('token_missing')
  }
  if (/not found/.test(said)) return new SignerTrouble('key_absent')
  // It hung until the time was over, or failed in a way of its own. The PIN may have been tried.
  return new SignerTrouble('token_silent', said.trim().split('\n').at(-1))
}
