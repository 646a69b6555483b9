import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '#src/outside/pades/inspect/finding.ts'
import { words } from '#src/words/index.ts'
import { useProgram } from '#test/program.ts'
import { append } from '#test/signing/append.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { sign, signerOf, signForLong, signTwice } from '#test/signing/sign.ts'

/** What anybody types who holds a PDF and wonders. */
const program = useProgram()
const said = words.vi.verify
let pki: Pki
let services: Authorities

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
})
afterAll(async () => {
  await services.close()
  pki.remove()
})

function put(name: string, bytes: Uint8Array | string): string {
  const file = join(pki.folder, name)
  writeFileSync(file, bytes)
  return file
}

test('a copy with all evidence is valid, and says by whom and when', async () => {
  const file = put('lasting.pdf', await signForLong(await makePaper(['Giay']), pki, services))
  const { said: out, code } = await program.run(['verify', file, '--roots', pki.root.cert], {})
  expect(code).toBe(0)
  expect(out).toContain(said.verdicts.valid)
  expect(out).toContain('Nguyễn Thị Thanh Hằng')
  expect(out).toContain('Ủy ban nhân dân xã Vụ Bản')
  expect(out).toContain('PAdES B-LTA')
  expect(out).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+07:00/)
  expect(out).not.toContain('✗')
})

test('roots are taken in DER too, as their authority gives them out', async () => {
  const file = put('der.pdf', await signTwice(await makePaper(['Giay']), pki))
  const roots = put('goc.cer', pki.root.certificate.raw)
  const { said: out } = await program.run(['verify', file, '--roots', roots, '--json'], {})
  expect((JSON.parse(out) as Report).signatures.map((it) => it.trusted)).toEqual([true, true])
})

test('as JSON, with what is not certain', async () => {
  const file = put('short.pdf', await signTwice(await makePaper(['Giay']), pki))
  const { said: out, code } = await program.run(['verify', file, '--json'], {})
  const report = JSON.parse(out) as Report
  expect(code).toBe(3)
  expect(report).toMatchObject({
    verdict: 'intact',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(report.signatures[0]!.findings.map((it) => it.code).sort()).toEqual([
    ...['revocation_unknown', 'signature_added', 'signed_by_others', 'time_only_claimed'],
  ])
})

test('what was tampered with is named in both languages', async () => {
  const signed = await signTwice(await makePaper(['Giay']), pki)
  const file = put(
    'tampered.pdf',
    append(signed, { objects: { 6: '<</Length 0>>\nstream\n\nendstream' } }),
  )
  const { said: out, code } = await program.run(['verify', file], {})
  expect(code).toBe(1)
  expect(out).toContain(said.verdicts.failed)
  expect(out).toContain(`✗ ${said.findings.page_content_changed}`)
  expect(out).toContain(words.en.verify.findings.page_content_changed)
})

test('what a file says of itself does not steer the terminal', async () => {
  const field = '\u001b[2J\u202eKý'
  const signed = await sign(await makePaper(['Giay']), signerOf(pki, 'official'), { field })
  const { said: out } = await program.run(['verify', put('steering.pdf', signed)], {})
  expect(out).toContain('“·[2J·Ký”')
  expect(out).not.toContain('\u001b')
})

test('unsigned, no PDF, no file, no roots, no argument', async () => {
  const unsigned = put('unsigned.pdf', await makePaper(['Giay']))
  expect(await program.run(['verify', unsigned], {})).toMatchObject({ code: 4 })
  const letter = put('letter.txt', 'Kính gửi…')
  const refused = await program.run(['verify', letter], {})
  expect(refused.said).toContain(said.troubles.not_pdf)
  expect(refused.code).toBe(1)
  const missing = await program.run(['verify', `${letter}x`], {})
  expect(missing.said).toContain(said.fileMissing)
  expect(missing.code).toBe(2)
  const rootless = await program.run(['verify', unsigned, '--roots', letter], {})
  expect(rootless.said).toContain(said.rootsWrong)
  expect(rootless.code).toBe(2)
  expect(await program.run(['verify'], {})).toMatchObject({ code: 2 })
  expect(await program.run(['verify', unsigned, '--nonsense'], {})).toMatchObject({ code: 2 })
})
