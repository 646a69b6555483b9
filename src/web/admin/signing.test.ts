import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { listKeys, readReadiness, readTrust, removeKey } from '#src/modules/signing/index.ts'
import { useOfficers } from '#test/officers-site.ts'
import { useShelf } from '#test/papers/shelf.ts'
import { makeP12 } from '#test/signing/pki.ts'
import { softLibrary } from '#test/signing/soft-token.ts'
import { usePades, useSigning } from '#test/signing/ready-office.ts'

/** The administrator sets up signing. */
const [shelf, pades] = [useShelf(), usePades()]
const site = useOfficers(shelf, pades)
const signing = useSigning(site.office, { shelf, pades })
let cookie: string

beforeAll(async () => {
  ;({ cookie } = await site.enter('office_admin'))
})

const page = '/quan-tri/ky-so'
const get = (path: string) => site.get(path, cookie)
const post = (path: string, form: Record<string, string | string[]> = {}) =>
  site.post(path, form, { cookie })

/** A form with files, as a browser sends it. */
function send(path: string, fields: Record<string, string | File>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return site.send(path, { method: 'POST', body, headers: { cookie } })
}

test('says whether signing works, with whose keys, and nothing of how they are reached', async () => {
  const { status, text } = await get(page)
  expect(status).toBe(200)
  for (const said of [
    'Nguyễn Thị Thanh Hằng, Chủ tịch Ủy ban nhân dân xã',
    'Ký được',
    'Cơ quan cấp chứng thư số (thử)',
    'Trung tâm chứng thực gốc (thử)',
    'không bao giờ được lưu',
  ])
    expect(text).toContain(said)
  const english = await get(`/en${page}`)
  expect(english.text).toContain('Would signing work now?')
})

test('is not for officers and chairmen', async () => {
  for (const role of ['officer', 'chairman'] as const) {
    const { cookie } = await site.enter(role)
    expect((await site.get(page, cookie)).status).toBe(403)
    expect((await site.post(`${page}/kiem-tra`, {}, { cookie })).status).toBe(403)
  }
})

test('a time service that is wrong is said beside its field, and what was typed stays', async () => {
  const wrong = await post(`${page}/cai-dat`, { timeUrl: 'tsa.vn', warnDays: '30' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="tsa.vn"')
  expect(wrong.text).toContain('bắt đầu bằng http:// hoặc https://')
})

test('without a time service the page says what that means', async () => {
  const saved = await post(`${page}/cai-dat`, { timeUrl: '', warnDays: '45' })
  expect(saved.location).toBe(`${page}?xong=cai-dat`)
  const { text } = await get(saved.location!)
  expect(text).toContain('Đã lưu cài đặt.')
  expect(text).toContain('tệp ký ra ở mức B-B')
  const { time: timeUrl } = signing.services
  await post(`${page}/cai-dat`, { timeUrl, 'evidence[]': 'yes', warnDays: '45' })
  expect(await readTrust(site.office)).toMatchObject({ timeUrl, evidence: true, warnDays: 45 })
})

const holder = {
  ...{ name: 'Phạm Văn Được', title: 'Phó Chủ tịch Ủy ban nhân dân xã', validFrom: '2026-01-01' },
  ...{ delegationNumber: '12/QĐ-UBND', delegationDate: '2026-01-02', validTo: '' },
}
const p12 = () => readFileSync(makeP12(signing.pki, 'curve', signing.secret))

test('a time service that does not answer is said as such, and that signing goes on', async () => {
  const { time: timeUrl } = signing.services
  await post(`${page}/cai-dat`, { timeUrl: 'http://127.0.0.1:9/', warnDays: '45' })
  const { text } = await get(page)
  expect(text).toContain('Không kết nối được dịch vụ thời gian. Vẫn ký được')
  expect(text).toContain('Chưa dùng được')
  await post(`${page}/cai-dat`, { timeUrl, 'evidence[]': 'yes', warnDays: '45' })
  expect((await get(page)).text).not.toContain('Chưa dùng được')
})

test('a key in a file is registered with the password that its holder types', async () => {
  const { id } = await site.hire('chairman')
  const form = { ...holder, holder: id, file: new File([p12()], 'khoa.p12') }
  const wrong = await send(`${page}/khoa-moi/pkcs12`, { ...form, password: 'sai' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Mật khẩu của tệp khóa không đúng.')
  expect(wrong.html).toContain('value="Phạm Văn Được"')
  expect(wrong.html).not.toContain('value="sai"')
  const done = await send(`${page}/khoa-moi/pkcs12`, { ...form, password: signing.secret })
  expect(done.location).toBe(`${page}?xong=khoa`)
  const key = (await listKeys(signing.admin)).find((it) => it.holderId === id)!
  expect(key).toMatchObject({ subject: 'Trần Văn Đức', holder: { name: 'Phạm Văn Được' } })
  const { official } = await readReadiness(signing.admin)
  expect(official.find((it) => it.holderId === id)).toMatchObject({ ready: true })
  expect((await get(page)).text).toContain('12/QĐ-UBND, 02/01/2026')
  const gone = await post(`${page}/khoa/${key.id}/go`)
  expect(gone.location).toBe(`${page}?xong=bo-khoa`)
  await expect(removeKey(signing.admin, { keyId: key.id })).rejects.toThrow('key_not_found')
})

test.each([
  ['pkcs12', 'Chọn tệp khóa .p12.'],
  ['pkcs11', 'Chọn thư viện của thiết bị.'],
  ['csc', 'Địa chỉ bắt đầu bằng https://.'],
  ['agent', 'Chưa có chứng thư của người ký.'],
])('what is missing for a key by %s is said', async (kind, said) => {
  const empty = await send(`${page}/khoa-moi/${kind}`, { ...holder, holder: 'con-dau' })
  expect([empty.status, empty.text.includes(said)]).toEqual([422, true])
  const nobody = await send(`${page}/khoa-moi/${kind}`, { holder: '' })
  expect(nobody.text).toContain('Chọn người giữ khóa.')
})

test('a key is not reached where others may listen, nor through what is no library', async () => {
  const form = { ...holder, holder: 'con-dau' }
  const service = { credentialId: 'k', clientId: 'c', clientSecret: 's', approved: 'code' }
  const open = await send(`${page}/khoa-moi/csc`, {
    ...{ ...form, ...service, url: 'http://ky.example.vn/csc/v2' },
  })
  expect([open.status, open.text.includes('Địa chỉ bắt đầu bằng https://.')]).toEqual([422, true])
  const token = { label: 'ky-so', id: '01', module: '/etc/passwd' }
  const file = await send(`${page}/khoa-moi/pkcs11`, { ...form, ...token })
  expect([file.status, file.text.includes('Chọn thư viện của thiết bị.')]).toEqual([422, true])
  const typed = { ...form, ...token, module: '/nha/cua-toi.so' }
  const own = await send(`${page}/khoa-moi/pkcs11`, typed)
  expect([own.status, own.text.includes('Máy chủ không cho nạp thư viện này.')]).toEqual([
    422,
    true,
  ])
  expect((await get(`${page}/khoa-moi/pkcs11`)).html).toContain(`<option value="${softLibrary}"`)
})

test('whose key a program on a PC has is read from a certificate as Windows saves it', async () => {
  const { id } = await site.hire('chairman')
  const form = { ...holder, holder: id }
  const saved = ({ raw }: { raw: Uint8Array }) => new File([new Uint8Array(raw)], 'ky.cer')
  const issuer = await send(`${page}/khoa-moi/agent`, {
    ...{ ...form, certificates: saved(signing.pki.root.certificate) },
  })
  expect([issuer.status, issuer.text.includes('Chưa có chứng thư của người ký.')]).toEqual([
    422,
    true,
  ])
  // Its issuer is known to this office as a root.
  const pem = new File([signing.pki.issuer.certificate.toString()], 'goc.pem')
  await send(`${page}/goc`, { roots: pem })
  const own = { ...form, certificates: saved(signing.pki.curve.certificate) }
  expect((await send(`${page}/khoa-moi/agent`, own)).location).toBe(`${page}?xong=khoa`)
  const key = (await listKeys(signing.admin)).find((it) => it.holderId === id)
  expect(key).toMatchObject({ kind: 'agent', subject: 'Trần Văn Đức' })
})

test('half of a delegation is asked for whole; a kind that is none is not found', async () => {
  const half = { ...holder, holder: 'con-dau', delegationDate: '' }
  const answer = await send(`${page}/khoa-moi/pkcs11`, half)
  expect(answer.text).toContain('Ghi cả số và ngày của văn bản')
  expect((await get(`${page}/khoa-moi/la`)).status).toBe(404)
})

test('roots are added from a file and taken off again', async () => {
  const pem = new File([signing.pki.stranger.certificate.toString()], 'goc.pem')
  expect((await send(`${page}/goc`, { roots: pem })).location).toBe(`${page}?xong=goc`)
  const { text } = await get(page)
  expect(text).toContain('Một gốc xa lạ')
  const it = signing.pki.stranger.certificate.fingerprint256.replaceAll(':', '').toLowerCase()
  expect((await post(`${page}/goc/${it}/bo`)).location).toBe(`${page}?xong=bo-goc`)
  const der = new File([new Uint8Array(signing.pki.stranger.certificate.raw)], 'goc.cer')
  expect((await send(`${page}/goc`, { roots: der })).location).toBe(`${page}?xong=goc`)
  expect((await post(`${page}/goc/${it}/bo`)).location).toBe(`${page}?xong=bo-goc`)
  const broken = await send(`${page}/goc`, { roots: new File(['khác'], 'goc.pem') })
  expect([broken.status, broken.text.includes('Không đọc được chứng thư gốc.')]).toEqual([
    422,
    true,
  ])
})

test('looked at once more on demand', async () => {
  expect((await post(`${page}/kiem-tra`)).location).toBe(`${page}?xong=kiem`)
})
