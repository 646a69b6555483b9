import { beforeAll, expect, test } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import { need } from '#test/desk.ts'
import { writeNation } from '#test/nation.ts'
import { useOfficers } from '#test/officers-site.ts'
import { useShelf } from '#test/papers/shelf.ts'
import { makePaper } from '#test/signing/papers.ts'
import { usePades, useSigning } from '#test/signing/ready-office.ts'
import { signForLong } from '#test/signing/sign.ts'

const [shelf, pades] = [useShelf(), usePades()]
const site = useOfficers(shelf, pades)
const signing = useSigning(site.office, { shelf, pades })
let cookie = ''
let address = ''
/** A copy as another system made it: two signatures, with time. */
let made: Uint8Array

beforeAll(async () => {
  await writeNation(site.office.owner)
  cookie = (await site.enter('officer')).cookie
  const { id } = await receiveRequest(signing.officer, need())
  address = `/ban/yeu-cau/${id}/ban-sao-noi-khac`
  made = await signForLong(await makePaper(['Ban sao']), signing.pki, signing.services)
}, 60_000)

const typed = { name: 'Giấy khai sinh', system: 'national', paperId: '', number: '45', book: '' }

function send(pdf: Uint8Array | null, fields: Record<string, string> = typed) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (pdf) body.append('file', new File([new Uint8Array(pdf)], 'ban-sao.pdf'))
  return site.send(address, { method: 'POST', body, headers: { cookie } })
}

test('a copy made on the national portal is checked, its signers read, and kept with the request', async () => {
  const sent = await send(made)
  expect([sent.status, sent.location]).toEqual([303, `${address}?xong=nhan`])
  const { text, html } = await site.get(sent.location!, cookie)
  expect(text).toContain('Đã kiểm tra và nhận bản sao.')
  expect(text).toContain('Cổng Dịch vụ công quốc gia')
  expect(text).toContain('Nguyễn Thị Thanh Hằng ký')
  expect(text).toContain('dịch vụ thời gian xác nhận; chứng thư dẫn về gốc tin cậy')
  const file = /href="(\/ban\/ban-sao-noi-khac\/[^"]+)"/.exec(html)![1]!
  const got = await site.get(file, cookie)
  expect(got.headers.get('content-type')).toBe('application/pdf')
  const trail = await listEntries(signing.admin, {})
  expect(trail.some((it) => it.action === 'certification.elsewhere_read')).toBe(true)
})

test('the same file a second time is told so, and what was typed stays', async () => {
  const { status, text, html } = await send(made)
  expect(status).toBe(422)
  expect(text).toContain('Có chỗ cần sửa')
  expect(html).toContain('value="Giấy khai sinh"')
})

test('a file that was changed after it was signed is refused, and so is one that nobody signed', async () => {
  const changed = Buffer.concat([made, Buffer.from('%them\n')])
  expect((await send(changed)).status).toBe(422)
  expect((await send(await makePaper(['Chua ky']))).status).toBe(422)
  expect((await send(Buffer.from('GIF89a'))).status).toBe(422)
})

test('what is missing is asked for', async () => {
  const { status, text } = await send(null, { ...typed, name: '', system: '' })
  expect(status).toBe(422)
  for (const said of ['Ghi bản sao là của giấy gì', 'Chọn nơi đã làm', 'Chọn tệp PDF']) {
    expect(text).toContain(said)
  }
})

test('whoever may not certify has no door here', async () => {
  const announcer = (await site.enter('announcer')).cookie
  expect((await site.get(address, announcer)).status).toBe(403)
})
