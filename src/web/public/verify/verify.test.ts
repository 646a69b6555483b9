import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addRoots } from '#src/modules/signing/index.ts'
import { addEvidence } from '#src/outside/pades/write/add-evidence.ts'
import { gatherEvidence } from '#src/outside/revocation/gather-evidence.ts'
import { composeCopy } from '#src/modules/certification/compose/compose-copy.ts'
import { append, findObject, nextNumber, objectOf, pagesOf } from '#test/signing/append.ts'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { signByOpenssl } from '#test/signing/by-openssl.ts'
import { makeCopy } from '#test/signing/copies.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { sign, signerOf, signForLong, signTwice } from '#test/signing/sign.ts'
import { hiredAs } from '#test/office.ts'
import { putIssued } from '#test/issued.ts'
import { useSite, type Page } from '#test/site.ts'

const site = useSite()
let pki: Pki
let services: Authorities
/** The copy as it was issued, and one that was revoked. */
let issued: Uint8Array
let revoked: Uint8Array

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
  // Certificates and times are of today.
  site.now = new Date(Date.now() + 60_000)
  const admin = { ...(await hiredAs(site.office, 'office_admin')), now: site.now }
  await addRoots(admin, { pem: pki.root.certificate.toString() })
  issued = await signForLong(await composeCopy(await makeCopy()), pki, services)
  revoked = await signTwice(await composeCopy(await makeCopy({ title: 'Bản khác' })), pki)
  await putIssued(site.office, issued, { code: '7KQ4M2XP9RTA', number: 123 })
  await putIssued(site.office, revoked, {
    ...{ code: 'REVOKED23456', number: 124, state: 'revoked' },
    reason: 'Bản chính là giấy giả',
  })
  await putIssued(site.office, null, {
    ...{ code: 'ANNULLED2345', number: 125, state: 'annulled' },
  })
  await putIssued(site.office, null, { code: 'PAPER2345678', number: 1, medium: 'paper' })
}, 60_000)
afterAll(async () => {
  await services.close()
  pki.remove()
})

const at = '/vu-ban/xac-minh'

function send(pdf: Uint8Array, path = at): Promise<Page> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(pdf)], 'ban-sao.pdf', { type: 'application/pdf' }))
  return site.send(path, form)
}

async function checks(): Promise<{ how: string; outcome: string; ours: boolean }[]> {
  const { rows } = await site.office.owner.query(
    'select how, outcome, copy_id is not null as ours from certification.check order by id',
  )
  return rows
}
beforeEach(async () => {
  await site.office.owner.query('delete from certification.check')
})

describe('the code of a copy', () => {
  test('tells which copy it is, of a person only the initials', async () => {
    const { status, text, html, headers } = await site.get(`${at}/7KQ4M2XP9RTA`)
    expect(status).toBe(200)
    for (const said of ['Giấy khai sinh', '123', '01/2026-SCTĐT/BS', 'Nguyễn Thị Thanh Hằng']) {
      expect(text).toContain(said)
    }
    expect(text).toContain('Đã cấp, chưa bị thu hồi')
    expect(text).toContain('N. T. B.')
    expect(text).not.toContain('Nguyễn Thị Bưởi')
    expect(html).not.toContain('<script')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(await checks()).toEqual([{ how: 'code', outcome: 'issued', ours: true }])
  })

  test('may be typed in small letters, with spaces', async () => {
    const { status, headers } = await site.get(`${at}?ma=7kq4-m2xp%209rta`)
    expect([status, headers.get('location')]).toEqual([303, `${at}/7KQ4M2XP9RTA`])
  })

  test('that nobody has is said so, and what was typed stays', async () => {
    const { status, text, html } = await site.get(`${at}/KHONGCOMANAY`)
    expect(status).toBe(404)
    expect(text).toContain('Không có bản sao nào mang mã này')
    expect(html).toContain('value="KHONGCOMANAY"')
    expect(await checks()).toEqual([{ how: 'code', outcome: 'unknown_code', ours: false }])
    expect((await site.get(`${at}?ma=--`)).text).toContain('Gõ mã ở chân trang')
  })

  test('of a revoked copy says so and why', async () => {
    const { text } = await site.get(`${at}/REVOKED23456`)
    expect(text).toContain('Bản sao này đã bị thu hồi: đừng nhận')
    expect(text).toContain('Lý do: Bản chính là giấy giả')
  })

  test('of a number that was annulled says so', async () => {
    expect((await site.get(`${at}/ANNULLED2345`)).text).toContain('Số chứng thực này đã bị hủy')
  })

  test('of a paper copy asks for no file', async () => {
    const { text, html } = await site.get(`${at}/PAPER2345678`)
    expect(text).toContain('bản giấy')
    expect(html).not.toContain('type="file"')
  })

  test('of another office is not known here', async () => {
    const { rows } = await site.office.owner.query('select count(*)::int as n from offices.office')
    expect(rows[0].n).toBe(1)
    expect((await site.get(`/khac${at.slice(7)}/7KQ4M2XP9RTA`)).status).toBe(404)
  })
})

describe('the file of a copy', () => {
  test('as it was issued: ours to the byte, each signature told in plain words', async () => {
    const { status, text } = await send(issued)
    expect(status).toBe(200)
    expect(text).toContain('Đúng là bản sao do Bộ phận Một cửa xã Vụ Bản cấp, còn nguyên từng byte')
    expect(text).toContain('1. Nguyễn Thị Thanh Hằng')
    expect(text).toContain('2. Ủy ban nhân dân xã Vụ Bản')
    expect(text).toContain('Dịch vụ thời gian xác nhận')
    expect(text).toContain('Dẫn về gốc mà cơ quan tin cậy')
    expect(text).toContain('Chứng thư còn hiệu lực khi ký')
    expect(text).toContain('B-LTA: đủ để kiểm tra nhiều năm sau')
    expect(text).not.toContain('Sai ')
    expect(await checks()).toEqual([{ how: 'file', outcome: 'issued', ours: true }])
  })

  test('sent from the page of its code is it; sent from that of another it is not', async () => {
    expect((await send(issued, `${at}/7KQ4M2XP9RTA`)).text).toContain('còn nguyên từng byte')
    const other = await send(issued, `${at}/PAPER2345678`)
    expect(other.text).toContain('Đây là bản sao khác')
    expect(other.text).toContain('Bản sao trong sổ: số 123')
  })

  test('whatever its signatures say, one that is not the issued one is not', async () => {
    const forged = await signForLong(await composeCopy(await makeCopy()), pki, services)
    const { text } = await send(forged, `${at}/7KQ4M2XP9RTA`)
    expect(text).toContain('Đây không phải tệp đã cấp với mã này: đừng nhận')
    expect(await checks()).toEqual([{ how: 'file', outcome: 'not_the_file', ours: true }])
    // From the open page: right signatures, but not in the register.
    expect((await send(forged)).text).toContain('không phải bản sao do')
  })

  test('of a revoked copy is revoked, though its signatures stand', async () => {
    const { text } = await send(revoked)
    expect(text).toContain('Bản sao này đã bị thu hồi: đừng nhận')
    expect(text).toContain('Bản chính là giấy giả')
    expect(await checks()).toEqual([{ how: 'file', outcome: 'revoked', ours: true }])
  })

  test('in English', async () => {
    const { text } = await send(issued, `/en${at}`)
    expect(text).toContain('This is a copy issued by One-stop desk of Vụ Bản commune')
    expect(text).toContain('Confirmed by a time service')
  })
})

describe('what was done to a copy afterwards', () => {
  const stream = (text: string) => `<</Length ${text.length}>>\nstream\n${text}\nendstream`
  const page = (pdf: Uint8Array, n: number) => pagesOf(pdf)[n]!
  const changedPage = (pdf: Uint8Array, from: RegExp, to: string) => ({
    [page(pdf, 0)]: objectOf(pdf, page(pdf, 0)).replace(from, to),
  })
  const attacks: [string, (pdf: Uint8Array) => Uint8Array | Promise<Uint8Array>, string][] = [
    [
      'a white box over the first page',
      (pdf) =>
        append(pdf, {
          objects: {
            ...changedPage(pdf, /\/Contents \[([^\]]*)\]/, `/Contents [$1 ${nextNumber(pdf)} 0 R]`),
            [nextNumber(pdf)]: stream('q 1 1 1 rg 0 0 595 842 re f Q'),
          },
        }),
      'Trang 1: Nội dung trang bị đổi hoặc bị che sau khi ký',
    ],
    [
      'a page added',
      (pdf) => {
        const tree = findObject(pdf, '/Type /Pages')
        const num = nextNumber(pdf)
        const kids = objectOf(pdf, tree)
        const count = pagesOf(pdf).length
        return append(pdf, {
          objects: {
            [tree]: kids
              .replace(/\/Kids \[([^\]]*)\]/, `/Kids [$1 ${num} 0 R]`)
              .replace(/\/Count \d+/, `/Count ${count + 1}`),
            [num]: `<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842]>>`,
          },
        })
      },
      'Trang 3: Trang được thêm vào sau khi ký',
    ],
    [
      'a note laid on a page',
      (pdf) =>
        append(pdf, {
          objects: {
            ...changedPage(pdf, /\/Annots \[([^\]]*)\]/, `/Annots [$1 ${nextNumber(pdf)} 0 R]`),
            [nextNumber(pdf)]:
              '<</Type /Annot /Subtype /FreeText /Rect [60 60 500 800] /Contents (Khac)>>',
          },
        }),
      'Ghi chú hoặc hình được đặt lên trang sau khi ký',
    ],
    [
      'bytes behind the end',
      (pdf) => Buffer.concat([pdf, Buffer.from('%hidden\n')]),
      'Có dữ liệu lạ nối vào cuối tệp',
    ],
    [
      'objects that no table names',
      (pdf) => {
        const num = nextNumber(pdf)
        return append(pdf, { objects: { [num]: stream('q Q') }, unlisted: [num] })
      },
      'Hidden|Có phần ẩn không mục lục nào nhắc đến',
    ],
  ]
  test.each(attacks)('%s: known as ours, failed, and named', async (_, attack, said) => {
    const { text } = await send(await attack(issued))
    expect(text).toContain('Tệp này đã bị thêm bớt sau khi Bộ phận Một cửa xã Vụ Bản cấp')
    expect(text).toContain('Bản sao trong sổ: số 123')
    expect(text).toMatch(new RegExp(said))
    expect((await checks()).at(-1)).toEqual({ how: 'file', outcome: 'changed', ours: true })
  })

  test('one bit of a scan', async () => {
    const changed = Buffer.from(issued)
    changed[changed.indexOf('/DCTDecode') + 400]! ^= 1
    const { text } = await send(changed)
    expect(text).toContain('Đừng nhận tệp này')
    expect(text).toContain('Nội dung không phải nội dung đã ký')
  })

  test('the range that a signature speaks for is edited', async () => {
    const text = Buffer.from(issued).toString('latin1')
    const edited = text.replace(
      /\/ByteRange \[0 (\d+)/,
      (_, to: string) => `/ByteRange [0 ${Number(to) - 1}`,
    )
    const { text: said } = await send(Buffer.from(edited, 'latin1'))
    expect(said).toContain('Đừng nhận tệp này')
    expect(said).toContain('Vùng được ký không đúng quy tắc')
  })

  test('one byte of a signature', async () => {
    const changed = Buffer.from(issued)
    const at = changed.indexOf('/Contents <') + '/Contents <'.length + 4_000
    changed[at] = changed[at] === 0x41 ? 0x42 : 0x41
    expect((await send(changed)).text).toContain('Đừng nhận tệp này')
  })

  test('written anew by another program', async () => {
    const rewritten = await (await PDFDocument.load(issued)).save()
    expect((await send(rewritten)).text).toContain('Đừng nhận tệp này')
  })

  test('signed with a revoked certificate, as the evidence in the file says', async () => {
    const pdf = await sign(await makePaper(['Mot']), signerOf(pki, 'revoked'))
    const chain = [pki.revoked, pki.issuer, pki.root].map((it) => it.certificate)
    const evidence = await gatherEvidence([chain], new Date(), services)
    const { text } = await send(addEvidence(pdf, evidence))
    expect(text).toContain('Đừng nhận tệp này')
    expect(text).toContain('Chứng thư đã bị thu hồi')
  })

  test('signed with a certificate that was over', async () => {
    const pdf = await sign(await makePaper(['Mot']), signerOf(pki, 'expired'))
    const { text } = await send(pdf)
    expect(text).toContain('Đừng nhận tệp này')
    expect(text).toContain('Chứng thư đã hết hạn khi ký')
  })
})

describe('files of others', () => {
  test('signed by somebody unknown here: named, and neither good nor bad', async () => {
    const others = makePki()
    const how = { subFilter: 'ETSI.CAdES.detached', args: ['-cades'], field: 'Noi khac' }
    const pdf = signByOpenssl(await makePaper(['Giay']), others, others.official, how)
    others.remove()
    const { text } = await send(pdf)
    expect(text).toContain('Do nơi khác ký; tệp còn nguyên từ khi ký')
    expect(text).toContain('Không dẫn về gốc nào')
    expect((await checks()).at(-1)).toEqual({ how: 'file', outcome: 'others', ours: false })
  })

  test('signed as older programs sign, without naming the certificate: by others too', async () => {
    const others = makePki()
    const how = { subFilter: 'adbe.pkcs7.detached', args: [], field: 'Noi khac' }
    const pdf = signByOpenssl(await makePaper(['Giay']), others, others.official, how)
    others.remove()
    const { text } = await send(pdf)
    expect(text).toContain('Do nơi khác ký; tệp còn nguyên từ khi ký')
    expect(text).toContain('Chữ ký không ghi rõ chứng thư đã dùng.')
  })

  test('without a signature', async () => {
    expect((await send(await makePaper(['Mot']))).text).toContain('không có chữ ký số nào')
  })

  test('that are no PDF, or broken', async () => {
    expect((await send(Buffer.from('GIF89a'))).text).toContain('Đây không phải tệp PDF')
    expect((await send(issued.subarray(0, 9000))).text).toContain('Không đọc được tệp này')
  })

  test('whose names would steer the page are shown tame', async () => {
    const signer = signerOf(pki, 'official')
    const pdf = await sign(await makePaper(['Mot']), signer, { field: 'a\u202Eb<script>' })
    const { html } = await send(pdf)
    expect(html).toContain('a·b&lt;script&gt;')
  })

  test('no file at all is asked for again', async () => {
    const { status, text } = await site.send(at, new FormData())
    expect(status).toBe(422)
    expect(text).toContain('Chọn tệp PDF cần kiểm tra')
    expect((await site.send(`${at}/7KQ4M2XP9RTA`, new FormData())).text).toContain('số 123')
  })

  test('larger than is taken here', async () => {
    const { status, text } = await send(Buffer.alloc(33 * 2 ** 20))
    expect(status).toBe(413)
    expect(text).toContain('Tệp lớn quá')
  })
})

test('memory is set aside for so many files; another is asked to come again before it is read', async () => {
  const heavy = Buffer.alloc(20 * 2 ** 20)
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(heavy)))
  expect(answers.filter((it) => it.status === 503).length).toBeGreaterThanOrEqual(2)
})

test('when too many check at once, the others are asked to come again', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(issued)))
  const busy = answers.filter((it) => it.status === 503)
  expect(busy.length).toBeGreaterThan(0)
  expect(busy[0]!.text).toContain('Mời thử lại sau nửa phút')
  expect(busy[0]!.headers.get('retry-after')).toBe('30')
  const done = answers.filter((it) => it.status === 200)
  expect(done.length + busy.length).toBe(20)
  expect(done.every((it) => it.text.includes('còn nguyên từng byte'))).toBe(true)
  // Who was asked to come again finds room.
  expect((await send(issued)).status).toBe(200)
})
