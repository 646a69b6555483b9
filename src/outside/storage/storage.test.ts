import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { useS3 } from '#test/stand-ins/s3.ts'
import { openDisk } from './open-disk.ts'
import { checkS3, openS3, StorageTrouble } from './open-s3.ts'
import type { Storage } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'taicho-storage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const s3 = await useS3()

const address = () => randomBytes(32).toString('hex')
const soon = () => new Date(Date.now() + 60_000)
const longAgo = () => new Date(Date.now() - 60_000)
const quick = { timeout: 300, pause: 1 }

const kinds: [string, () => Storage][] = [
  ['a folder of this machine', () => openDisk(folder)],
  ['a service that speaks S3', () => openS3(s3.account, quick)],
]

describe.each(kinds)('%s', (_, open) => {
  test('gives back what was put, and nothing where nothing is', async () => {
    const [storage, one, bytes] = [open(), address(), randomBytes(70_000)]
    expect(await storage.get(one)).toBe(null)
    await storage.put(one, bytes)
    expect(await storage.get(one)).toEqual(bytes)
    await storage.put(one, Buffer.from('mới'))
    expect(String(await storage.get(one))).toBe('mới')
    await storage.remove(one)
    await storage.remove(one)
    expect(await storage.get(one)).toBe(null)
  })

  test('lists every address at which something lies', async () => {
    const storage = open()
    const put = Array.from({ length: 7 }, address)
    for (const one of put) await storage.put(one, Buffer.from(one))
    const found = await Array.fromAsync(storage.list())
    expect(found.toSorted()).toEqual(put.toSorted())
    for (const one of put) await storage.remove(one)
    expect(await Array.fromAsync(storage.list())).toEqual([])
  })

  test('removes only what was put before the moment that is named', async () => {
    const [storage, one] = [open(), address()]
    await storage.put(one, Buffer.from('1'))
    expect(await storage.removeOlder(one, longAgo())).toBe(false)
    expect(await storage.get(one)).not.toBe(null)
    expect(await storage.removeOlder(one, soon())).toBe(true)
    expect(await storage.get(one)).toBe(null)
    expect(await storage.removeOlder(one, soon())).toBe(false)
  })

  test('takes nothing for an address that is none', async () => {
    await expect(open().put('../../etc/passwd', Buffer.from(''))).rejects.toThrow('no address')
    await expect(open().get(`${address()}/..`)).rejects.toThrow('no address')
  })
})

test('a folder that is not there yet holds nothing', async () => {
  expect(await Array.fromAsync(openDisk(join(folder, 'chua-co')).list())).toEqual([])
})

test('on a disk a file that is put again while the old one is being removed stays', async () => {
  const storage = openDisk(folder)
  const one = address()
  await storage.put(one, Buffer.from('cũ'))
  utimesSync(join(folder, one.slice(0, 2), one.slice(2, 4), one), 0, 0)
  const races = Array.from({ length: 20 }, (_, i) =>
    i % 2 ? storage.removeOlder(one, longAgo()) : storage.put(one, Buffer.from('mới')),
  )
  await Promise.all(races)
  expect(String(await storage.get(one))).toBe('mới')
})

describe('a service that speaks S3 and', () => {
  beforeEach(() => {
    s3.requests.length = 0
    s3.perPage = 1000
  })

  test('knows another secret refuses at once, without being asked again', async () => {
    const wrong = openS3({ ...s3.account, secret: 'sai' }, quick)
    await expect(wrong.put(address(), Buffer.from('1'))).rejects.toThrow('SignatureDoesNotMatch')
    expect(s3.requests).toHaveLength(1)
    await expect(checkS3({ ...s3.account, keyId: 'AI-DO' })).rejects.toThrow('InvalidAccessKeyId')
    await checkS3(s3.account)
  })

  test('lists a few at a time is asked for all the rest', async () => {
    const storage = openS3(s3.account, quick)
    const put = Array.from({ length: 5 }, address)
    for (const one of put) await storage.put(one, Buffer.from(one))
    s3.perPage = 2
    expect((await Array.fromAsync(storage.list())).toSorted()).toEqual(put.toSorted())
    for (const one of put) await storage.remove(one)
  })

  test('is busy, breaks off or says nothing for a while is asked again', async () => {
    const [storage, one] = [openS3(s3.account, quick), address()]
    s3.misbehave(503, 'hang_up', 'silent')
    await storage.put(one, Buffer.from('1'))
    expect(s3.requests).toHaveLength(4)
    expect(String(await storage.get(one))).toBe('1')
  })

  test('stays silent is given up, and says so', async () => {
    const storage = openS3(s3.account, { timeout: 100, pause: 1, tries: 2 })
    s3.misbehave('silent', 'silent')
    await expect(storage.get(address())).rejects.toThrow(StorageTrouble)
    expect(s3.requests).toHaveLength(2)
  })

  test('is not there at all is named', async () => {
    const nowhere = openS3({ ...s3.account, url: 'http://127.0.0.1:9/b' }, { tries: 1 })
    await expect(nowhere.get(address())).rejects.toThrow(/127\.0\.0\.1:9/)
  })

  test('got another file meanwhile keeps it', async () => {
    const [storage, one] = [openS3(s3.account, quick), address()]
    await storage.put(one, Buffer.from('cũ'))
    const path = `/giay-to/vu-ban/${one}`
    const kept = s3.kept.get(path)!
    // As if it had been put between the look and the removal: the mark seen is not the mark there.
    s3.kept.set(path, withChangingMark(kept))
    expect(await storage.removeOlder(one, soon())).toBe(false)
    expect(s3.kept.has(path)).toBe(true)
  })
})

/** Another mark each time that it is looked at. */
function withChangingMark<K extends { etag: string }>(kept: K): K {
  let looks = 0
  return {
    ...kept,
    get etag() {
      return `"${looks++}"`
    },
  }
}
