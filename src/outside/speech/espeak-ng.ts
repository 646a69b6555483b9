import { spawn } from 'node:child_process'
import type { SpeechEngine, Voice } from './speech-engine.ts'
import { readWav } from './wav.ts'

const voices: Record<Voice, string> = {
  north: 'vi',
  central: 'vi-vn-x-central',
  south: 'vi-vn-x-south',
}
const longestMs = 30_000
/** Its speed counts English words: asked for 140 it says 192 syllables of Vietnamese a minute. */
const speedOfSyllables = 140 / 192

/**
 * Debian's espeak-ng (`apt-get install espeak-ng`), a child process for each text: nothing stays in
 * memory, and a voice that hangs is ended. The text goes in by stdin, so that it is in no list of
 * processes. https://github.com/espeak-ng/espeak-ng/blob/master/src/espeak-ng.1.ronn
 */
export function espeakNg(program = 'espeak-ng'): SpeechEngine {
  return {
    name: 'espeak-ng',
    find: () =>
      run(program, ['--voices=vi'], '').then(
        (out) => /\bvi\b/.test(out.toString()),
        () => false,
      ),
    read: async ({ text, voice, wordsPerMinute }) => {
      const speed = String(Math.round(wordsPerMinute * speedOfSyllables))
      const args = ['-v', voices[voice], '-s', speed, '-b', '1', '--stdin', '--stdout']
      return readWav(await run(program, args, text))
    },
  }
}

function run(program: string, args: string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { timeout: longestMs, killSignal: 'SIGKILL' })
    const out: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(out)) : reject(new Error(`${program}: ${code}`)),
    )
    // It may end before it has read all; `close` says how it ended.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
