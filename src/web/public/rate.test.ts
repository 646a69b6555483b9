import { beforeAll, describe, expect, test } from 'vitest'
import { need } from '#test/desk.ts'
import { atDesk, useSite } from '#test/site.ts'
import { fileWithAuthority, getRequest, receiveRequest } from '#src/modules/requests/index.ts'

const site = useSite()
let filed = 0

/** A request that has gone to the authority, and the address of its rating. */
async function toRate() {
  const it = await receiveRequest(atDesk(site), need({ procedureCode: '3.000333' }))
  await fileWithAuthority(atDesk(site), {
    requestId: it.id,
    externalCode: `G09.20-20261120-${1000 + ++filed}`,
    portal: 'national',
    filingHelp: 'self_with_help',
    channel: 'online',
    resultDelivery: 'desk',
  })
  return { ...it, address: `/vu-ban/danh-gia/${it.slipToken}` }
}

const happy = {
  guidance: '5',
  speed: '4',
  attitude: '5',
  returns: '0',
  filedOnline: 'yes',
  sentence: 'Cán bộ nhiệt tình.',
  anonymous: 'yes',
}

let request: Awaited<ReturnType<typeof toRate>>
beforeAll(async () => {
  request = await toRate()
})

describe('rating a request', () => {
  test('asks five short questions, a sentence, and whether to stay anonymous', async () => {
    const { text, html } = await site.get(request.address)

    expect(html.match(/<legend/g)).toHaveLength(6)
    expect(text).toContain('Bà con muốn nói thêm điều gì?')
    expect(html).toMatch(/name="anonymous" value="yes" checked/)
    expect(text).toContain(request.code)
  })

  test('keeps what was answered when something is left out', async () => {
    const { status, html, text } = await site.post(request.address, {
      ...happy,
      speed: '',
      sentence: 'Đừng mất câu này',
    })

    expect(status).toBe(422)
    expect(text).toContain('Chọn câu trả lời cho: “Thời gian')
    expect(html).toContain('Đừng mất câu này')
    expect(html).toMatch(/name="guidance" value="5" checked/)
  })

  test('thanks, and the second time says kindly that it was rated', async () => {
    const thanks = await site.post(request.address, happy)
    expect(thanks.status).toBe(200)
    expect(thanks.text).toContain('Xin cảm ơn bà con')

    const again = await site.post(request.address, happy)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Hồ sơ này đã được chấm điểm rồi')
    expect((await site.get(request.address)).text).toContain('đã được chấm điểm rồi')
  })

  test('of twenty presses at once, one counts', async () => {
    const { address } = await toRate()
    const pages = await Promise.all(Array.from({ length: 20 }, () => site.post(address, happy)))

    expect(pages.filter((it) => it.status === 200)).toHaveLength(1)
    expect(pages.filter((it) => it.status === 409)).toHaveLength(19)
  })

  test('a low one opens the request again and says who will look at it', async () => {
    const low = await toRate()
    const { text } = await site.post(low.address, { ...happy, attitude: '1', anonymous: 'no' })

    expect(text).toContain('lãnh đạo xã sẽ xem')
    expect((await getRequest(atDesk(site), { requestId: low.id })).reopened).toBe(true)
  })

  test('what was not filed yet, and a slip that nobody knows, cannot be rated', async () => {
    const early = await receiveRequest(atDesk(site), need({ procedureCode: '3.000333' }))
    const page = await site.get(`/vu-ban/danh-gia/${early.slipToken}`)
    expect(page.status).toBe(409)
    expect(page.text).toContain('Chưa chấm điểm được')

    const unknown = await site.get('/en/vu-ban/danh-gia/khong-co')
    expect(unknown.status).toBe(404)
    expect(unknown.text).toContain('This slip was not found')
  })
})
