import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeCopy } from '#src/modules/certification/compose/compose-copy.ts'
import { putIssued } from '../issued.ts'
import { makeCopy } from '../signing/copies.ts'
import { makePki, type Pki } from '../signing/pki.ts'
import { signTwice } from '../signing/sign.ts'
import { useDemoHouse } from './demo-house.ts'
import { troubles } from './troubles.ts'

const house = useDemoHouse()
let pki: Pki
let issued: Buffer

beforeAll(async () => {
  // Certificates of the test are of today.
  house.now = new Date(Date.now() + 60_000)
  pki = makePki()
  issued = Buffer.from(await signTwice(await composeCopy(await makeCopy()), pki))
  const { rows } = await house.office.owner.query<{ id: string }>(
    `select id from offices.office where slug = 'vu-ban'`,
  )
  const office = { ...house.office, officeId: rows[0]!.id }
  await putIssued(office, issued, { code: '7KQ4M2XP9RTA', number: 901 })
})
afterAll(() => pki.remove())

const file = (buffer: Buffer) => ({ name: 'ban-sao.pdf', mimeType: 'application/pdf', buffer })

test.each([360, 1280] as const)(
  'at %i px, without script: a code is typed, the file is sent, and what was added is named',
  async (width) => {
    const page = await house.visit(width, { script: false })
    await page.goto('/vu-ban')
    await page.getByRole('link', { name: 'Kiểm tra bản sao' }).click()
    await page.getByLabel('Mã kiểm tra').fill('7kq4 m2xp 9rta')
    await page.getByRole('button', { name: 'Xem bản sao mang mã này' }).click()
    expect(await page.textContent('h1')).toContain('Bản sao chứng thực số 901')

    await page.getByLabel('Tệp PDF').setInputFiles(file(issued))
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
    expect(await page.textContent('main')).toContain('còn nguyên từng byte')

    await page.getByRole('link', { name: 'Kiểm tra tệp khác' }).click()
    await page
      .getByLabel('Tệp PDF')
      .setInputFiles(file(Buffer.concat([issued, Buffer.from('%\n')])))
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
    const said = await page.textContent('main')
    expect(said).toContain('Tệp này đã bị thêm bớt sau khi')
    expect(said).toContain('Có dữ liệu lạ nối vào cuối tệp')
  },
)

test.each([360, 1280] as const)(
  'at %i px no page of checking breaks a rule of axe',
  async (width) => {
    const page = await house.visit(width)
    for (const lang of ['', '/en']) {
      for (const path of ['/xac-minh', '/xac-minh/7KQ4M2XP9RTA', '/xac-minh/KHONGCO']) {
        await page.goto(`${lang}/vu-ban${path}`)
        expect(await troubles(page), lang + path).toEqual([])
      }
      await page.goto(`${lang}/vu-ban/xac-minh`)
      await page.locator('input[type=file]').setInputFiles(file(issued))
      await page.locator('form[enctype] button').click()
      await page.locator('.summary').first().waitFor()
      expect(await troubles(page)).toEqual([])
    }
  },
)
