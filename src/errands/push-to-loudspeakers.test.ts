import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import {
  addSpeakerSystem,
  approveBulletin,
  listPublications,
  listSendings,
  submitBulletin,
  withdrawBulletin,
  writeBulletin,
} from '#src/modules/outreach/index.ts'
import { useDesk } from '#test/desk.ts'
import { at, hiredAs } from '#test/office.ts'
import { playLoudspeaker, type LoudspeakerStandIn } from '#test/stand-ins/loudspeaker.ts'
import { mindChannels } from './mind-channels.ts'

const desk = useDesk()
const date = (iso: string) => Temporal.PlainDate.from(iso)
const sound = async () => ({ content: Buffer.from('ID3 a second of sound') })
let speaker: LoudspeakerStandIn
let writer: Ctx
let chairman: Ctx
let system: Ctx

beforeAll(async () => {
  speaker = await playLoudspeaker()
  writer = await hiredAs(desk.office, 'announcer')
  chairman = await hiredAs(desk.office, 'chairman')
  const admin = await hiredAs(desk.office, 'office_admin')
  system = { ...desk.office, actor: { kind: 'system', job: 'test' } }
  await addSpeakerSystem(admin, { name: 'Loa IP', ...speaker.system })
})
afterAll(() => speaker?.close())

async function approved(priority: 'normal' | 'urgent' = 'normal'): Promise<string> {
  const air = { from: date('2026-11-20'), to: date('2026-11-21'), times: ['05:30', '17:00'] }
  const text = { titleVi: 'Tiêm phòng', bodyVi: 'Sáng mai.', titleEn: '', bodyEn: '', script: null }
  const { id } = await writeBulletin(writer, {
    ...{ clientKey: randomUUID(), text, priority, air: { ...air, repeats: 2 } },
  })
  await submitBulletin(writer, { bulletinId: id, version: 1 })
  const addresses = { link: () => 'https://x', picture: () => '', cover: '', leave: '' }
  await approveBulletin(chairman, { bulletinId: id, version: 1, addresses })
  return id
}

const stateOf = async (bulletinId: string) =>
  (await listSendings(writer, { bulletinId })).speakers.map((it) => [it.kind, it.state, it.why])

test('an approved bulletin is at the loudspeakers with the times that are still to come', async () => {
  const id = await approved()

  await mindChannels(system, sound)
  await mindChannels(system, sound)

  expect(speaker.planned.get(id)).toMatchObject({
    ...{ title: 'Tiêm phòng', repeats: 2, priority: 'usual' },
    at: ['2026-11-20T10:00:00.000Z', '2026-11-20T22:30:00.000Z', '2026-11-21T10:00:00.000Z'],
  })
  expect(await stateOf(id)).toEqual([['post', 'taken', null]])
  expect(await listPublications(writer, { bulletinId: id })).toEqual([])
})

test('one that is urgent is to be aired at once, not only at its times', async () => {
  const id = await approved('urgent')

  await mindChannels(system, sound)

  expect(speaker.planned.get(id)).toMatchObject({
    priority: 'urgent',
    at: expect.arrayContaining([chairman.now.toISOString(), '2026-11-20T10:00:00.000Z']),
  })
})

test('one that is withdrawn is forgotten there', async () => {
  const id = await approved()
  await mindChannels(system, sound)
  await withdrawBulletin(chairman, { bulletinId: id, reason: 'Nhầm' })

  await mindChannels(system, sound)

  expect(speaker.planned.has(id)).toBe(false)
})

test('without a voice or a recording a person is asked', async () => {
  const id = await approved()

  await mindChannels(system, async () => null)

  expect(await stateOf(id)).toEqual([['post', 'held', 'no_sound']])
})

test('while the system is away it is tried again, with growing pauses', async () => {
  const id = await approved()
  await speaker.close()
  await mindChannels(system, sound)
  expect(await stateOf(id)).toEqual([['post', 'waiting', 'unreachable']])

  await mindChannels(at(system, '2026-11-20T01:30:30Z'), sound)

  expect(await stateOf(id)).toEqual([['post', 'waiting', 'unreachable']])
})
