import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { useDesk } from '#test/desk.ts'
import { hiredAs } from '#test/office.ts'
import {
  addPicture,
  approveBulletin,
  findPublished,
  getBulletin,
  latestOf,
  markPublished,
  readPicture,
  readProof,
  listPublications,
  removePicture,
  rewriteBulletin,
  submitBulletin,
  writeBulletin,
} from './index.ts'

const desk = useDesk()
const date = (iso: string) => Temporal.PlainDate.from(iso)
const words = { titleVi: 'Tin', bodyVi: 'Nội dung.', titleEn: '', bodyEn: '', script: null }
const air = { from: date('2026-11-20'), to: date('2026-11-21'), times: ['17:00'], repeats: 1 }
const said = { altVi: 'Bà con ngồi chờ ở hội trường', altEn: '' }
let writer: Ctx
let chairman: Ctx
let photo: Buffer

beforeAll(async () => {
  writer = await hiredAs(desk.office, 'announcer')
  chairman = await hiredAs(desk.office, 'chairman')
  photo = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#386' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Ông B' }, IFD3: { GPSLatitude: '20/1 20/1 0/1' } })
    .toBuffer()
})

async function draft(): Promise<string> {
  const input = { clientKey: randomUUID(), text: words, priority: 'normal' as const, air }
  return (await writeBulletin(writer, input)).id
}

async function approve(bulletinId: string, version = 1) {
  await submitBulletin(writer, { bulletinId, version })
  await approveBulletin(chairman, { bulletinId, version })
}

describe('a picture', () => {
  test('is made small, and what the camera wrote into it is gone', async () => {
    const bulletinId = await draft()

    const { id } = await addPicture(writer, { bulletinId, version: 1, content: photo, ...said })

    const kept = await readPicture(writer, { bulletinId, pictureId: id })
    const { exif, format, width } = await sharp(kept!).metadata()
    expect([exif, format, width]).toEqual([undefined, 'jpeg', 1600])
    expect(kept!.includes('Ông B')).toBe(false)
  })

  test('is approved with the words, and nobody outside sees it before', async () => {
    const bulletinId = await draft()
    const { id } = await addPicture(writer, { bulletinId, version: 1, content: photo, ...said })
    expect(await readPicture(desk.office, { bulletinId, pictureId: id })).toBeNull()

    await approve(bulletinId)

    expect(await readPicture(desk.office, { bulletinId, pictureId: id })).not.toBeNull()
    expect((await findPublished(desk.office, { bulletinId }))?.pictures).toMatchObject([said])
    await expect(
      addPicture(writer, { bulletinId, version: 1, content: photo, ...said }),
    ).rejects.toMatchObject({ code: 'outreach.is_approved' })
  })

  test('goes along with another wording, from which it can be taken out alone', async () => {
    const bulletinId = await draft()
    const { id } = await addPicture(writer, { bulletinId, version: 1, content: photo, ...said })
    await approve(bulletinId)
    await rewriteBulletin(writer, {
      ...{ bulletinId, after: 1, priority: 'normal', air },
      text: { ...words, bodyVi: 'Khác.' },
    })
    expect(latestOf(await getBulletin(writer, { bulletinId })).pictures).toHaveLength(1)

    await removePicture(writer, { bulletinId, version: 2, pictureId: id })

    const { versions } = await getBulletin(writer, { bulletinId })
    expect(versions.map((it) => it.pictures.length)).toEqual([0, 1])
  })

  test('is at most the fourth', async () => {
    const bulletinId = await draft()
    const add = () => addPicture(writer, { bulletinId, version: 1, content: photo, ...said })
    for (let i = 0; i < 4; i++) await add()

    await expect(add()).rejects.toMatchObject({ code: 'outreach.pictures_too_many' })
  })

  test.each([
    [{ altVi: ' ' }, 'outreach.alt_missing'],
    [{ altVi: 'a'.repeat(301) }, 'outreach.alt_too_long'],
    [{ altVi: 'Bác gọi 0912 345 678 để hỏi' }, 'outreach.has_phone'],
    [{ content: Buffer.from('<svg/>') }, 'outreach.picture_not_picture'],
    [{ content: Buffer.from('\xff\xd8\xff broken', 'latin1') }, 'outreach.picture_broken'],
    [{ content: Buffer.alloc(15 * 2 ** 20 + 1) }, 'outreach.picture_too_large'],
  ])('is refused when it cannot be shown or said %#', async (differs, code) => {
    const bulletinId = await draft()
    const input = { bulletinId, version: 1, content: photo, ...said, ...differs }

    await expect(addPicture(writer, input)).rejects.toMatchObject({ code })
  })
})

test('a photo of the notice board proves that the bulletin hangs there', async () => {
  const bulletinId = await draft()
  await approve(bulletinId)
  const proof = { bulletinId, version: 1, channel: 'poster' as const, link: '', note: '' }

  await markPublished(writer, { ...proof, photo })

  const [publication] = await listPublications(writer, { bulletinId })
  expect(publication).toMatchObject({ hasPhoto: true, link: null })
  const kept = await readProof(writer, { bulletinId, publicationId: publication!.id })
  expect((await sharp(kept!).metadata()).exif).toBeUndefined()
  await expect(
    markPublished(writer, { ...proof, photo: Buffer.from('no picture') }),
  ).rejects.toMatchObject({ code: 'outreach.picture_not_picture', field: 'photo' })
})
