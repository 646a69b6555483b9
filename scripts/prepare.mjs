// Runs before `npm start` and `npm test`, on whatever Node the machine has: installs what the lock
// file names when it is not there yet, and builds when a source is newer than what was built.
// With --tests it also sees to the programs that the tests drive: a browser, and the voice.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pinnedNode = join(root, 'node_modules/node/bin/node')

install()
build()
if (process.argv.includes('--tests')) requirePrograms()

function install() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(process.platform).digest('hex')
  const mark = join(root, 'node_modules/.taicho-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted && existsSync(pinnedNode)) return
  say('Đang cài thư viện, khoảng một phút… (installing, about a minute)')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=true']
  const done = npm ? run(process.execPath, [npm, ...args]) : run('npm', args)
  if (done !== 0 || !existsSync(pinnedNode)) {
    fail(
      'Cài thư viện chưa xong. Kiểm tra mạng rồi chạy lại: npm ci   (installing failed; try: npm ci)',
    )
  }
  writeFileSync(mark, wanted)
}

function build() {
  const mark = join(root, 'dist/.built')
  const newest = Math.max(
    ...['src', 'scripts', 'data/speech'].map((folder) => newestIn(join(root, folder))),
    ...['package-lock.json', 'tsconfig.json'].map((file) => statSync(join(root, file)).mtimeMs),
  )
  if (existsSync(mark) && statSync(mark).mtimeMs > newest) return
  mkdirSync(join(root, 'dist'), { recursive: true })
  if (run(pinnedNode, [join(root, 'scripts/build.mjs')]) !== 0)
    fail('Dựng chương trình chưa xong. (build failed)')
  writeFileSync(mark, '')
}

function newestIn(folder) {
  let newest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs)
  }
  return newest
}

/** What the tests drive for real, where it may lie, and the Debian packages that bring it. */
function requirePrograms() {
  const chromium = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const programs = [
    { what: 'Chromium', paths: chromium, packages: ['chromium', 'fonts-noto-core'] },
    { what: 'espeak-ng', paths: inPath('espeak-ng'), packages: ['espeak-ng'] },
    { what: 'OpenSSL', paths: inPath('openssl'), packages: ['openssl'] },
    { what: 'pdfsig', paths: inPath('pdfsig'), packages: ['poppler-utils'] },
    { what: 'mutool', paths: inPath('mutool'), packages: ['mupdf-tools'] },
    { what: 'certutil', paths: inPath('certutil'), packages: ['libnss3-tools'] },
    { what: 'SoftHSM', paths: inPath('softhsm2-util'), packages: ['softhsm2'] },
    { what: 'pkcs11-tool', paths: inPath('pkcs11-tool'), packages: ['opensc'] },
    { what: 'Java', paths: inPath('java'), packages: ['default-jre-headless'] },
    { what: 'PDFBox Preflight', paths: [jar('preflight')], packages: ['libpdfbox2-java'] },
    { what: 'Activation', paths: [jar('javax.activation')], packages: ['libactivation-java'] },
    { what: 'JAXB', paths: [jar('jaxb-api')], packages: ['libjaxb-api-java'] },
  ]
  const missing = programs.filter(({ paths }) => !paths.some((path) => path && existsSync(path)))
  if (missing.length === 0) return
  const packages = missing.flatMap((it) => it.packages)
  const names = missing.map((it) => it.what).join(', ')
  const line = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    fail(`Cần ${names} để chạy kiểm thử (the tests need it). Gõ (type):\n  sudo sh -c '${line}'`)
  }
  say(`Đang cài ${names} cho kiểm thử… (installing for the tests)`)
  if (run('sh', ['-c', line], { DEBIAN_FRONTEND: 'noninteractive' }) !== 0) {
    fail(`Cài ${names} chưa xong (could not install). Gõ (type):\n  ${line}`)
  }
}

function jar(name) {
  return `/usr/share/java/${name}.jar`
}

function inPath(program) {
  return (process.env.PATH ?? '').split(':').map((folder) => join(folder, program))
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return done.status
}

function say(line) {
  console.log(`▸ ${line}`)
}

function fail(line) {
  console.error(`✗ ${line}`)
  process.exit(1)
}
