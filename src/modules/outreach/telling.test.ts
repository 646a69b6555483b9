import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { addHamlet, removeHamlet } from '#src/modules/offices/index.ts'
import { useDesk } from '#test/desk.ts'
import { at, hiredAs, otherOffice } from '#test/office.ts'
import {
  approveBulletin,
  changeSetting,
  closeSpeakerFeed,
  enterSpeakerFeed,
  findRecording,
  keepRecording,
  listAirings,
  listPublications,
  listSpeakerFeeds,
  listToAir,
  logAiring,
  markPublished,
  openSpeakerFeed,
  readAbbreviations,
  readCheck,
  readRecording,
  readSetting,
  removeRecording,
  rewriteBulletin,
  setAbbreviation,
  submitBulletin,
  withdrawBulletin,
  writeBulletin,
} from './index.ts'

const desk = useDesk()
const date = (iso: string) => Temporal.PlainDate.from(iso)
let announcer: Ctx
let chairman: Ctx
let hamletId: string

beforeAll(async () => {
  announcer = await hiredAs(desk.office, 'announcer')
  chairman = await hiredAs(desk.office, 'chairman')
  const system: Ctx = { ...desk.office, actor: { kind: 'system', job: 'test' } }
  hamletId = (await addHamlet(system, { name: 'Thôn Tiền' })).id
})

const words = { titleVi: 'Tin', bodyVi: 'Nội dung.', titleEn: '', bodyEn: '', script: null }
const air = { from: date('2026-11-20'), to: date('2026-11-21'), times: ['17:00'], repeats: 1 }

async function bulletin(state: 'draft' | 'approved', priority: 'normal' | 'urgent' = 'normal') {
  const input = { clientKey: randomUUID(), text: words, priority, air }
  const { id } = await writeBulletin(announcer, input)
  if (state === 'approved') {
    await submitBulletin(announcer, { bulletinId: id, version: 1 })
    await approveBulletin(chairman, { bulletinId: id, version: 1 })
  }
  return id
}

describe('a channel filled by hand', () => {
  const proof = { version: 1, channel: 'facebook' as const, link: 'https://fb.com/1', note: '' }

  test('is marked as published with a link or a note, by whom and when', async () => {
    const bulletinId = await bulletin('approved')

    await markPublished(announcer, { ...proof, bulletinId })
    await markPublished(announcer, {
      ...{ bulletinId, version: 1, channel: 'hamlet_heads', link: '' },
      note: 'Đã gửi nhóm Zalo trưởng thôn',
    })

    const all = await listPublications(announcer, { bulletinId })
    expect(all.map((it) => [it.channel, it.link ?? it.note])).toEqual([
      ['hamlet_heads', 'Đã gửi nhóm Zalo trưởng thôn'],
      ['facebook', 'https://fb.com/1'],
    ])
  })

  test('gets nothing that was not approved, and only the words that stand', async () => {
    const draft = await bulletin('draft')
    await expect(markPublished(announcer, { ...proof, bulletinId: draft })).rejects.toMatchObject({
      code: 'outreach.not_approved',
    })

    const bulletinId = await bulletin('approved')
    await expect(
      markPublished(announcer, { ...proof, bulletinId, version: 2 }),
    ).rejects.toMatchObject({ code: 'outreach.changed_meanwhile' })
  })

  test('wants a proof that is one', async () => {
    const bulletinId = await bulletin('approved')

    await expect(
      markPublished(announcer, { ...proof, bulletinId, link: ' ', note: '' }),
    ).rejects.toMatchObject({ code: 'outreach.proof_missing' })
    await expect(
      markPublished(announcer, { ...proof, bulletinId, link: 'javascript:alert(1)' }),
    ).rejects.toMatchObject({ code: 'outreach.link_malformed' })
  })
})

describe('the airing log', () => {
  const aired = () => ({
    clientKey: randomUUID(),
    aired: true,
    at: desk.office.now,
    hamletIds: [hamletId],
    reason: '',
  })

  test('says when, by whom and over which cluster; a second press adds nothing', async () => {
    const bulletinId = await bulletin('approved')
    const log = { ...aired(), bulletinId }

    await Promise.all(Array.from({ length: 20 }, () => logAiring(announcer, log)))
    await logAiring(announcer, { ...aired(), bulletinId, hamletIds: [] })

    const all = await listAirings(announcer, { bulletinId })
    expect(new Set(all.map((it) => it.hamlet))).toEqual(new Set(['Thôn Tiền', null]))
    expect(all).toHaveLength(2)
    expect(all[0]).toMatchObject({ aired: true, version: 1, at: desk.office.now })
  })

  test('or why not', async () => {
    const bulletinId = await bulletin('approved')
    await expect(
      logAiring(announcer, { ...aired(), bulletinId, aired: false }),
    ).rejects.toMatchObject({ code: 'outreach.reason_missing' })

    await logAiring(announcer, { ...aired(), bulletinId, aired: false, reason: 'Mất điện' })

    const [entry] = await listAirings(announcer, { bulletinId })
    expect(entry).toMatchObject({ aired: false, reason: 'Mất điện' })
  })

  test('takes nothing that was not approved, no moment to come, no hamlet of others', async () => {
    const draft = await bulletin('draft')
    await expect(logAiring(announcer, { ...aired(), bulletinId: draft })).rejects.toMatchObject({
      code: 'outreach.not_approved',
    })
    const bulletinId = await bulletin('approved')
    const later = new Date(desk.office.now.getTime() + 3_600_000)
    await expect(logAiring(announcer, { ...aired(), bulletinId, at: later })).rejects.toMatchObject(
      { code: 'outreach.aired_in_future' },
    )
    await expect(
      logAiring(announcer, { ...aired(), bulletinId, hamletIds: [randomUUID()] }),
    ).rejects.toMatchObject({ code: 'outreach.hamlet_unknown' })
  })

  test('keeps the name of a hamlet that is gone', async () => {
    const system: Ctx = { ...desk.office, actor: { kind: 'system', job: 'test' } }
    const { id } = await addHamlet(system, { name: 'Xóm Cũ' })
    const bulletinId = await bulletin('approved')
    await logAiring(announcer, { ...aired(), bulletinId, hamletIds: [id] })

    await removeHamlet(system, { hamletId: id })

    expect((await listAirings(announcer, { bulletinId }))[0]?.hamlet).toBe('Xóm Cũ')
  })
})

describe('what is to be aired today', () => {
  test('is what was approved and is within its days, the urgent first', async () => {
    const normal = await bulletin('approved')
    const urgent = await bulletin('approved', 'urgent')
    await bulletin('draft')

    const today = (await listToAir(announcer)).toAir.map((it) => it.id)
    expect(today[0]).toBe(urgent)
    expect(today).toContain(normal)
    const later = at(announcer, '2026-11-22T00:00:00Z')
    expect(await listToAir(later)).toEqual({ toAir: [], heldBack: [] })
  })

  test('nothing that was withdrawn', async () => {
    const id = await bulletin('approved', 'urgent')
    await withdrawBulletin(chairman, { bulletinId: id, reason: 'Nhầm' })

    expect((await listToAir(announcer)).toAir.map((it) => it.id)).not.toContain(id)
  })
})

describe('a recording of the office’s own', () => {
  const mp3 = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(100)])

  test('is kept for its version, replaced by another, and taken away', async () => {
    const bulletinId = await bulletin('approved')
    const version = { bulletinId, version: 1 }
    await keepRecording(announcer, { ...version, content: mp3 })
    const wav = Buffer.from('RIFF\0\0\0\0WAVEfmt ')

    await keepRecording(announcer, { ...version, content: wav })

    expect(await findRecording(announcer, version)).toMatchObject({
      mediaType: 'audio/wav',
      bytes: wav.length,
    })
    expect((await readRecording(announcer, version))?.content.equals(wav)).toBe(true)
    await removeRecording(announcer, version)
    expect(await findRecording(announcer, version)).toBeNull()
  })

  test('other words need another recording', async () => {
    const bulletinId = await bulletin('approved')
    await rewriteBulletin(announcer, {
      ...{ bulletinId, after: 1, priority: 'normal', air },
      text: { ...words, bodyVi: 'Khác.' },
    })

    await expect(
      keepRecording(announcer, { bulletinId, version: 1, content: mp3 }),
    ).rejects.toMatchObject({ code: 'outreach.changed_meanwhile' })
  })

  test('is a sound, and not too large', async () => {
    const bulletinId = await bulletin('draft')
    await expect(
      keepRecording(announcer, { bulletinId, version: 1, content: Buffer.from('<html>') }),
    ).rejects.toMatchObject({ code: 'outreach.not_sound' })
    await expect(
      keepRecording(announcer, {
        ...{ bulletinId, version: 1 },
        content: Buffer.concat([mp3, Buffer.alloc(12_000_000)]),
      }),
    ).rejects.toMatchObject({ code: 'outreach.recording_too_large' })
  })
})

describe('a loudspeaker system that fetches', () => {
  test('is let in by its token until it is closed, and is seen to have asked', async () => {
    const id = await bulletin('approved', 'urgent')
    const feed = await openSpeakerFeed(announcer, { name: 'Loa thông minh' })

    const fetched = await enterSpeakerFeed(desk.office, { token: feed.token })
    expect(fetched.map((it) => it.id)).toContain(id)
    expect(await listSpeakerFeeds(announcer)).toMatchObject([
      { name: 'Loa thông minh', lastAskedAt: desk.office.now },
    ])

    await closeSpeakerFeed(announcer, { feedId: feed.id })
    await expect(enterSpeakerFeed(desk.office, { token: feed.token })).rejects.toMatchObject({
      code: 'outreach.feed_not_found',
    })
    expect(await listSpeakerFeeds(announcer)).toEqual([])
  })

  test('another office’s token opens nothing here, nor does one that nobody gave', async () => {
    const neighbour = await otherOffice(desk.office)
    const { token } = await openSpeakerFeed(announcer, { name: 'Loa' })

    for (const [ctx, said] of [
      [neighbour, token],
      [desk.office, 'nobody-gave-this'],
    ] as const)
      await expect(enterSpeakerFeed(ctx, { token: said })).rejects.toMatchObject({
        code: 'outreach.feed_not_found',
      })
  })

  test('has a name', async () => {
    await expect(openSpeakerFeed(announcer, { name: ' ' })).rejects.toMatchObject({
      code: 'outreach.feed_name_missing',
    })
  })
})

describe('the settings', () => {
  const setting = {
    voice: 'south' as const,
    airTimes: ['17:30', '05:00', '05:00'],
    repeats: 3,
    wordsPerMinute: 150,
    publicPhones: ['0228 3820 999'],
  }

  test('are the usual ones until the office says otherwise', async () => {
    expect(await readSetting(announcer)).toMatchObject({ voice: 'north', repeats: 2 })

    await changeSetting(announcer, setting)

    expect(await readSetting(announcer)).toEqual({
      ...setting,
      airTimes: ['05:00', '17:30'],
      publicPhones: ['02283820999'],
    })
  })

  test('a public phone may stand in a bulletin', async () => {
    const { personal } = await readCheck(announcer, { ...words, bodyVi: 'Gọi 0228 3820 999.' })

    expect(personal).toEqual([])
  })

  test.each([
    [{ repeats: 0 }, 'outreach.repeats_impossible'],
    [{ wordsPerMinute: 20 }, 'outreach.speed_impossible'],
    [{ airTimes: ['25:00'] }, 'outreach.time_malformed'],
    [{ airTimes: Array.from({ length: 7 }, (_, i) => `0${i}:00`) }, 'outreach.times_too_many'],
    [{ publicPhones: ['gọi anh Ba'] }, 'outreach.phone_malformed'],
  ])('refuses what cannot be %#', async (differs, code) => {
    await expect(changeSetting(announcer, { ...setting, ...differs })).rejects.toMatchObject({
      code,
    })
  })

  test('a short form is taught, said in the script, and forgotten', async () => {
    await setAbbreviation(announcer, { written: 'TPĐ', spoken: 'tổ phụ nữ đảm' })
    const { script } = await readCheck(announcer, { ...words, bodyVi: 'Mời TPĐ.' })
    expect(script).toBe('Tin.\nMời tổ phụ nữ đảm.')

    await setAbbreviation(announcer, { written: 'TPĐ', spoken: '' })
    expect(await readAbbreviations(announcer)).toEqual({})
  })

  test.each([
    [{ written: 'hai từ', spoken: 'a' }, 'outreach.abbreviation_malformed'],
    [{ written: 'K3', spoken: 'khu 3' }, 'outreach.abbreviation_has_digits'],
    [{ written: 'xã', spoken: 'xã nhà' }, 'outreach.abbreviation_says_itself'],
  ])('refuses a saying that cannot be said %#', async (input, code) => {
    await expect(setAbbreviation(announcer, input)).rejects.toMatchObject({ code })
  })
})
