import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { append, findObject, nextNumber, objectOf, pagesOf } from './append.ts'
import type { Identity, Pki } from './pki.ts'

/** How another maker would sign: the layout typed here, the signature made by `openssl cms`. */
export function signByOpenssl(
  pdf: Uint8Array,
  pki: Pki,
  { key, cert }: Identity,
  { subFilter, args, field = 'Sig' }: { subFilter: string; args: string[]; field?: string },
): Buffer {
  const signature = nextNumber(pdf)
  const widget = signature + 1
  const [page] = pagesOf(pdf)
  const catalog = findObject(pdf, '/Type /Catalog')
  const range = '[0 0000000000 0000000000 0000000000]'
  const waiting = append(pdf, {
    objects: {
      [catalog]: objectOf(pdf, catalog).replace(
        '<<',
        `<</AcroForm <</Fields [${widget} 0 R] /SigFlags 3>>`,
      ),
      [page!]: objectOf(pdf, page!).replace(/\/Annots \[[^\]]*\]/, `/Annots [${widget} 0 R]`),
      [signature]: `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /ByteRange ${range} /Contents <${'0'.repeat(20_000)}>>>`,
      [widget]: `<</Type /Annot /Subtype /Widget /FT /Sig /T (${field}) /Rect [0 0 0 0] /V ${signature} 0 R /P ${page} 0 R>>`,
    },
  })
  const from = waiting.indexOf('<0000')
  const to = waiting.indexOf('>', from) + 1
  const said = `[0 ${from} ${to} ${waiting.length - to}]`.padEnd(range.length)
  waiting.write(said, waiting.indexOf(range), 'latin1')

  const folder = mkdtempSync(join(tmpdir(), 'taicho-openssl-'))
  try {
    const [content, out] = [join(folder, 'content'), join(folder, 'cms')]
    writeFileSync(content, Buffer.concat([waiting.subarray(0, from), waiting.subarray(to)]))
    execFileSync('openssl', [
      ...['cms', '-sign', '-binary', '-in', content, '-signer', cert, '-inkey', key],
      ...['-certfile', join(pki.folder, 'chain.pem'), '-md', 'sha256', '-outform', 'DER'],
      ...['-out', out, ...args],
    ])
    waiting.write(readFileSync(out).toString('hex'), from + 1, 'latin1')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return waiting
}
