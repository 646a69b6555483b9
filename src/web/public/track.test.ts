import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { need } from '#test/desk.ts'
import { atDesk, useSite } from '#test/site.ts'
import { changeStatus, fileWithAuthority, receiveRequest } from '#src/modules/requests/index.ts'

const site = useSite()
const phone = '0912345678'
let code: string
let id: string

beforeAll(async () => {
  const subject = { ...need().subject, fullName: 'Nguyễn Thị Bích', phone }
  const it = await receiveRequest(atDesk(site), need({ subject, procedureCode: '3.000333' }))
  ;({ code, id } = it)
})

const follow = (form: Record<string, string>, lang = '') =>
  site.post(`${lang}/vu-ban/tra-cuu`, { code, lastDigits: '5678', ...form })

describe('following a request', () => {
  test('the code of the slip is filled in already', async () => {
    const { html } = await site.get(`/vu-ban/tra-cuu?ma=${code}`)

    expect(html).toContain(`value="${code}"`)
    expect(html).toContain('method="post"')
  })

  test('tells where it stands, what is missing and what to do, without a full name', async () => {
    const { status, text, title } = await follow({})

    expect(status).toBe(200)
    expect(title).toBe(`Hồ sơ ${code}`)
    expect(text).toContain('Phiếu lý lịch tư pháp')
    expect(text).toContain('N. T. B.')
    expect(text).not.toContain('Bích')
    expect(text).toContain('Đang chuẩn bị giấy tờ')
    expect(text).toMatch(/Còn thiếu: .*Bản sao căn cước/)
    expect(text).toMatch(/Bộ phận Một cửa nhận việc .*Đang chờ bà con Nộp hồ sơ Có kết quả/)
  })

  test('takes the code as people type it, and the whole phone for its last four digits', async () => {
    const typed = code.toLowerCase().replaceAll('-', ' ')

    expect((await follow({ code: typed, lastDigits: '0912 345 678' })).status).toBe(200)
  })

  test('after filing says with whom it lies and when the result is due', async () => {
    await fileWithAuthority(atDesk(site), {
      requestId: id,
      externalCode: 'G09.20-20261120-0092637',
      portal: 'national',
      filingHelp: 'self_with_help',
      channel: 'online',
      resultDelivery: 'desk',
      status: 2,
    })
    const { text } = await follow({})

    expect(text).toContain('Đã nộp, đang giải quyết')
    expect(text).toMatch(/Hẹn có kết quả Thứ \S+ \d\d\/\d\d\/2026/)
    expect(text).toContain('G09.20-20261120-0092637')
    expect(text).toMatch(/Nộp đến Công an .*Đang chờ Công an/)
  })

  test('when papers are asked for, says which, and that the clock stands still', async () => {
    await changeStatus(atDesk(site), { requestId: id, to: 4 })
    await changeStatus(atDesk(site), {
      requestId: id,
      to: 5,
      note: 'Chụp lại căn cước cho rõ mặt sau.',
    })
    const { text } = await follow({}, '/en')

    expect(text).toContain('More papers are needed')
    expect(text).toContain('Chụp lại căn cước cho rõ mặt sau.')
    expect(text).toContain('the clock stands still')
  })

  test('an empty form keeps what was typed and says beside each field what to do', async () => {
    const { status, html, text } = await follow({ lastDigits: '12' })

    expect(status).toBe(422)
    expect(text).toContain('Nhập bốn chữ số cuối của số điện thoại.')
    expect(html).toContain('href="#o-lastDigits"')
    expect(html).toMatch(new RegExp(`value="${code}"`))
    expect(html).toMatch(/value="12"[^>]*aria-invalid="true"/)
  })

  test('wrong digits and unknown codes get the same words, then a pause', async () => {
    const unknown = await follow({ code: 'TC-2611-9999' })
    const wrong = await follow({ lastDigits: '0000' })
    expect(unknown.status).toBe(422)
    expect(wrong.status).toBe(422)
    const message = /class="error"[^>]*>([^<]+)</
    expect(message.exec(wrong.html)?.[1]).toBe(message.exec(unknown.html)?.[1])

    const tries = await Promise.all(
      Array.from({ length: 12 }, () => follow({ lastDigits: '0000', try: randomUUID() })),
    )
    expect(tries.some((it) => it.status === 429)).toBe(true)
    expect((await follow({})).status).toBe(429)

    site.now = new Date(site.now.getTime() + 24 * 3600_000)
    expect((await follow({})).status).toBe(200)
  })
})
