// `npm test`: everything that must hold before a commit lands. Says what it is doing, runs all of
// it even when a part fails, and ends with one line that counts the tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const out = mkdtempSync(join(tmpdir(), 'taicho-check-'))
const vitest = (name, ...args) => [
  'node_modules/.bin/vitest',
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${join(out, `${name}.json`)}`,
    ...args,
  ],
]

const steps = [
  ['Kiểu dữ liệu (types)', 'node_modules/.bin/tsc', []],
  ['Nếp viết (lint)', 'node_modules/.bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['Trình bày (format)', 'node_modules/.bin/prettier', ['--check', '--log-level=warn', '.']],
  ['Thứ không ai dùng (unused)', 'node_modules/.bin/knip', []],
  [
    'Kiểu của bảng khớp migrations (database types)',
    process.execPath,
    ['scripts/db-types.mjs', '--check'],
  ],
  ['Kiểm thử (tests)', ...vitest('unit')],
  [
    'Kiểm thử trên trình duyệt (browser tests)',
    ...vitest('e2e', '--config', 'vitest.e2e.config.ts'),
  ],
]

const failures = []
for (const [title, command, args] of steps) {
  console.log(`\n▸ ${title}`)
  const from = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  console.log(`  ${status === 0 ? '✓' : '✗'} ${((Date.now() - from) / 1000).toFixed(1)} s`)
  if (status !== 0) failures.push(title)
}

const count = { passed: 0, failed: 0 }
for (const name of ['unit', 'e2e']) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(
      readFileSync(join(out, `${name}.json`), 'utf8'),
    )
    count.passed += numPassedTests
    count.failed += numFailedTests
  } catch {
    failures.push(`${name}: no result`)
  }
}
rmSync(out, { recursive: true, force: true })

console.log('')
if (failures.length > 0) console.log(`✗ ${failures.join(' · ')}\n`)
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = failures.length > 0 || count.passed === 0 ? 1 : 0
