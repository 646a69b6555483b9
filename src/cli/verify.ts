import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { limits } from '#src/outside/pades/pdf/budget.ts'
import type { Finding, Report, SignatureReport } from '#src/outside/pades/inspect/finding.ts'
import { pemOf } from '#src/outside/signer/pem-of.ts'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { words } from '#src/words/index.ts'

const said = { vi: words.vi.verify, en: words.en.verify }
const marks = ['fails', 'doubts', 'notes']
const exitCodes = { valid: 0, intact: 3, failed: 1, unsigned: 4, unreadable: 1 } as const

/**
 * `taicho verify FILE.pdf [--roots ROOTS.pem] [--json]`: who signed a PDF and what was done to it since,
 * without asking anybody on the network. Needs no data folder. Exits with 0 when all is well, 3 when
 * something is not certain, 1 when the file is not to be accepted, 4 when it is not signed, 2 when asked
 * wrongly.
 */
export async function verify(args: string[]): Promise<number> {
  const asked = readArgs(args)
  if (!asked) return refuse(both((it) => it.usage))
  const bytes = readPdf(asked.file)
  if (!bytes) return refuse(`${both((it) => it.fileMissing)} ${asked.file}`)
  const roots = asked.roots === undefined ? [] : readRoots(asked.roots)
  if (!roots) return refuse(`${both((it) => it.rootsWrong)} ${asked.roots}`)

  const report = inspectPdf(bytes, { roots, now: new Date() })
  process.stdout.write(asked.json ? `${JSON.stringify(report, null, 2)}\n` : tellReport(report))
  return exitCodes[report.verdict]
}

function readArgs(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, roots: { type: 'string' } },
    })
    const [file, ...more] = positionals
    return file === undefined || more.length > 0 ? null : { ...values, file }
  } catch {
    return null
  }
}

function readPdf(file: string): Uint8Array | null {
  try {
    // One byte more than is taken is enough to say "too large".
    if (statSync(file).size > limits.fileBytes) return new Uint8Array(limits.fileBytes + 1)
    return readFileSync(file)
  } catch {
    return null
  }
}

function readRoots(file: string): X509Certificate[] | null {
  try {
    const blocks = pemOf(readFileSync(file)).match(
      /-----BEGIN CERTIFICATE-----[^-]+-----END[^\n]+/g,
    )
    return blocks && blocks.map((pem) => new X509Certificate(pem))
  } catch {
    return null
  }
}

function tellReport(report: Report): string {
  const lines = [both((it) => it.verdicts[report.verdict]), `SHA-256 ${report.sha256}`]
  const { trouble } = report
  if (trouble) lines.push(`✗ ${both((it) => it.troubles[trouble])}`)
  lines.push(...report.findings.map(tellFinding))
  for (const signature of report.signatures) lines.push('', ...tellSignature(signature))
  return `${lines.map(plain).join('\n')}\n`
}

/** What a file says must not steer the terminal: no escapes, nothing written from right to left. */
function plain(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}]/gu, '·')
}

function tellSignature(it: SignatureReport): string[] {
  const { signer } = it
  const name = signer ? signer.name : both((w) => w.unknownSigner)
  const lines = [`${both((w) => w.kinds[it.kind])} “${it.field}”: ${name}`]
  if (signer) lines.push(`  ${both((w) => w.issuer)}: ${signer.issuer} (${signer.serial})`)
  if (it.provenTime) lines.push(`  ${both((w) => w.provenTime)}: ${tellTime(it.provenTime)}`)
  else if (it.claimedTime)
    lines.push(`  ${both((w) => w.claimedTime)}: ${tellTime(it.claimedTime)}`)
  if (it.level) lines.push(`  ${both((w) => w.level)}: PAdES ${it.level}`)
  if (it.kind === 'signature' && signer && it.revocation === 'good') {
    lines.push(`  ✓ ${both((w) => w.revocations.good)}`)
  }
  if (it.coversWholeFile) lines.push(`  ✓ ${both((w) => w.coversAll)}`)
  const worst = it.findings.toSorted(
    (a, b) => marks.indexOf(a.severity) - marks.indexOf(b.severity),
  )
  return [...lines, ...worst.map((found) => `  ${tellFinding(found)}`)]
}

function tellFinding({ code, severity, page, detail }: Finding): string {
  const mark = { fails: '✗', doubts: '?', notes: '·' }[severity]
  const where = [page === undefined ? '' : both((it) => it.page(page)), detail ?? '']
  const more = where.filter(Boolean).join('; ')
  return `${mark} ${both((it) => it.findings[code])}${more && ` [${more}]`}`
}

/** `2026-11-27 07:30:00 +07:00`: the same in every language. */
function tellTime(date: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })
    .replace('T', ' ')
}

function both(pick: (it: typeof said.vi) => string): string {
  return `${pick(said.vi)} (${pick(said.en)})`
}

function refuse(line: string): number {
  process.stderr.write(`${line}\n`)
  return 2
}
