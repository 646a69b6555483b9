import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rootDir } from '#src/base/root-dir.ts'
import { bell, callClips, spoken } from './clips.ts'
import { sayCounterNumber } from './say-counter-number.ts'

const aloud = (call: { code: string; counter: number }) =>
  callClips(call)
    .filter((name) => name !== bell)
    .map((name) => spoken[name])
    .join(' ')

test('a call is the bell, then the number digit by digit, then the counter', () => {
  expect(callClips({ code: '012', counter: 1 })[0]).toBe(bell)
  expect(aloud({ code: '012', counter: 1 })).toBe('Mời số không một hai đến quầy một')
})

test('a number handed out while the desk was cut off begins with its letter', () => {
  expect(aloud({ code: 'A01', counter: 12 })).toBe('Mời số a không một đến quầy mười hai')
  expect(aloud({ code: 'B17', counter: 3 })).toBe('Mời số bê một bảy đến quầy ba')
})

test('after a thousand tickets the number has four digits', () => {
  expect(aloud({ code: '1000', counter: 2 })).toBe('Mời số một không không không đến quầy hai')
})

test.each([
  [1, 'một'],
  [4, 'bốn'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [35, 'ba mươi lăm'],
  [99, 'chín mươi chín'],
])('counter %i is said "%s"', (number, said) => {
  expect(sayCounterNumber(number)).toBe(said)
})

test('whatever is called, every word of it was recorded', () => {
  const code = fc.stringMatching(/^[A-Z]?\d{1,4}$/)
  fc.assert(
    fc.property(code, fc.integer({ min: 1, max: 99 }), (code, counter) => {
      const clips = callClips({ code, counter })
      expect(clips).toHaveLength(code.length + 4)
      for (const clip of clips) expect(clip === bell || clip in spoken).toBe(true)
    }),
  )
})

test('a counter without a recording is still called by its ticket', () => {
  expect(aloud({ code: '012', counter: 140 })).toBe('Mời số không một hai đến quầy')
})

test('every recording ships, and is sound', () => {
  for (const name of [bell, ...Object.keys(spoken)]) {
    const file = readFileSync(join(rootDir, 'data/speech', `${name}.mp3`))
    // An MPEG frame begins with eleven set bits.
    expect([file[0], file[1]! & 0xe0], name).toEqual([0xff, 0xe0])
    expect(file.length, name).toBeGreaterThan(1000)
  }
})
