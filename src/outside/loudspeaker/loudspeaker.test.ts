import { afterEach, beforeEach, expect, test } from 'vitest'
import { playLoudspeaker, type LoudspeakerStandIn } from '#test/stand-ins/loudspeaker.ts'
import { pushToSpeakers, removeFromSpeakers, type Airing } from './push-to-speakers.ts'

let speakers: LoudspeakerStandIn

beforeEach(async () => {
  speakers = await playLoudspeaker()
})
afterEach(() => speakers.close())

const airing: Airing = {
  id: '0199-ban-tin',
  title: 'Thứ Sáu làm giấy tờ tại thôn Vân Côi',
  at: [new Date('2026-11-26T22:30:00Z')],
  repeats: 2,
  priority: 'usual',
  clusters: ['Cụm Vân Côi'],
  sound: Buffer.from([0xff, 0xfb, 0x90, 0x00, 1, 2, 3]),
}

test('sound and plan arrive, and pushing the same twice airs it once', async () => {
  expect(await pushToSpeakers(speakers.system, airing)).toBe('taken')
  expect(await pushToSpeakers(speakers.system, { ...airing, repeats: 3 })).toBe('taken')
  expect([...speakers.planned]).toMatchObject([
    [
      '0199-ban-tin',
      {
        ...{ title: airing.title, repeats: 3, clusters: ['Cụm Vân Côi'] },
        ...{ at: ['2026-11-26T22:30:00.000Z'], sound: airing.sound },
      },
    ],
  ])
})

test('a bulletin called off is forgotten, also one that never came', async () => {
  await pushToSpeakers(speakers.system, airing)
  expect(await removeFromSpeakers(speakers.system, airing.id)).toBe('taken')
  expect(await removeFromSpeakers(speakers.system, airing.id)).toBe('taken')
  expect(speakers.planned.size).toBe(0)
})

test('a wrong key, a refusal and a system that is away are told apart', async () => {
  const other = { ...speakers.system, key: 'khác' }
  expect(await pushToSpeakers(other, airing)).toBe('key_wrong')
  const noSound = { ...airing, sound: Buffer.from('không phải âm thanh') }
  expect(await pushToSpeakers(speakers.system, noSound)).toBe('refused')
  speakers.misbehave('busy', 'hang_up_after')
  expect(await pushToSpeakers(speakers.system, airing)).toBe('unreachable')
  expect(await pushToSpeakers(speakers.system, airing)).toBe('unreachable')
  const nobody = { address: 'http://127.0.0.1:1', key: 'x' }
  expect(await pushToSpeakers(nobody, airing)).toBe('unreachable')
})

test('a redirect is not followed, so that the key goes nowhere else', async () => {
  speakers.misbehave('redirect')
  expect(await pushToSpeakers(speakers.system, airing)).toBe('refused')
})
