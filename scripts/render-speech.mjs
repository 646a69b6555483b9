// Makes the recordings in data/speech, which ship with the program; run it again after a change of
// src/web/speech/clips.ts. Needs espeak-ng (1.51), sox and ffmpeg, all of Debian:
//   node_modules/.bin/node scripts/render-speech.mjs
// Every recording is cut to what is heard, brought to one loudness and written as a small MP3.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bell, spoken } from '../src/web/speech/clips.ts'

const out = join(dirname(fileURLToPath(import.meta.url)), '../data/speech')
const work = mkdtempSync(join(tmpdir(), 'taicho-speech-'))
/** Root mean square in decibels below full scale: loud, and no peak is cut at it. */
const loudness = -20
const apart = 1.5

mkdirSync(out, { recursive: true })
for (const old of readdirSync(out).filter((it) => it.endsWith('.mp3'))) rmSync(join(out, old))
try {
  write(bell, ringBell())
  for (const [name, text] of Object.entries(spoken)) write(name, say(name, text))
  check()
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** The Northern voice, slowly enough for a hall that echoes. */
function say(name, text) {
  const raw = join(work, `${name}.raw.wav`)
  const cut = join(work, `${name}.wav`)
  const slow = text.length > 40 ? '140' : '125'
  execFileSync('espeak-ng', ['-v', 'vi', '-s', slow, '-p', '42', '-w', raw, text])
  const edge = ['silence', '1', '0.01', '0.6%', 'reverse']
  execFileSync('sox', [raw, cut, ...edge, ...edge, 'pad', '0.02', '0.06'])
  return cut
}

/** E5 and C5, struck and left to fade. */
function ringBell() {
  const file = join(work, `${bell}.wav`)
  const note = (tone) => ['synth', '0.9', 'sine', tone, 'fade', 'q', '0.01', '0.9', '0.85']
  const parts = [659.25, 523.25].map((tone, i) => {
    const part = join(work, `bell-${i}.wav`)
    execFileSync('sox', ['-n', '-r', '22050', '-c', '1', part, ...note(String(tone))])
    return part
  })
  const late = join(work, 'bell-late.wav')
  execFileSync('sox', [parts[1], late, 'pad', '0.35', '0'])
  execFileSync('sox', ['-m', parts[0], late, file])
  return file
}

function write(name, wav) {
  const even = join(work, `${name}.even.wav`)
  // Twice: the limiter takes something away from the loudest.
  let source = wav
  for (const turn of [1, 2]) {
    const target = turn === 2 ? even : join(work, `${name}.once.wav`)
    const gain = (loudness - measure(source)).toFixed(2)
    execFileSync('sox', ['-G', source, target, 'gain', '-l', gain])
    source = target
  }
  const codec = ['-codec:a', 'libmp3lame', '-b:a', '40k', '-ar', '22050', '-ac', '1']
  const plain = [
    '-id3v2_version',
    '0',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
  ]
  const file = join(out, `${name}.mp3`)
  execFileSync('ffmpeg', ['-loglevel', 'error', '-y', '-i', even, ...codec, ...plain, file])
}

/** The loudness of what is heard: silence at the edges and between words does not count. */
function measure(file) {
  const wav = join(work, 'measured.wav')
  execFileSync('ffmpeg', ['-loglevel', 'error', '-y', '-i', file, wav])
  const loud = ['silence', '-l', '1', '0.01', '1%', '-1', '0.05', '1%']
  const { stderr } = spawnSync('sox', [wav, '-n', ...loud, 'stats'], { encoding: 'utf8' })
  const [, level] = /RMS lev dB\s+(-?[\d.]+)/.exec(stderr) ?? []
  if (level === undefined) throw new Error(`${file} is silent`)
  return Number(level)
}

function check() {
  const files = readdirSync(out).filter((it) => it.endsWith('.mp3'))
  const levels = files.map((file) => [file, measure(join(out, file))])
  const uneven = levels.filter(([, level]) => Math.abs(level - loudness) > apart)
  const bytes = files.reduce((sum, file) => sum + statSync(join(out, file)).size, 0)
  const all = levels.map(([, level]) => level)
  console.log(`${files.length} recordings, ${Math.round(bytes / 1024)} KB`)
  console.log(`loudness ${Math.min(...all)} to ${Math.max(...all)} dB`)
  if (uneven.length > 0) throw new Error(`uneven: ${uneven.join(' ')}`)
}
