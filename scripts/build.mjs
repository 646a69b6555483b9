// Builds dist/: the program as one file, the islands, the styles, and the fonts cut to the letters
// that Vietnamese needs. Everything in dist/assets is named by its content and may be kept forever.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import subsetFont from 'subset-font'
import { buildProgram } from './program.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
rmSync(join(dist, 'assets'), { recursive: true, force: true })
mkdirSync(join(dist, 'assets'), { recursive: true })

/** Logical name → address, read by src/web/assets.ts. */
const assets = {}

await buildFonts()
await buildStyles()
await buildIslands()
for (const file of readdirSync(join(root, 'data/speech')).filter((it) => it.endsWith('.mp3')))
  put(`speech-${file}`, readFileSync(join(root, 'data/speech', file)))
writeFileSync(join(dist, 'assets.json'), `${JSON.stringify(assets, null, 2)}\n`)
await buildProgram(join(dist, 'taicho.mjs'))

async function buildFonts() {
  const vowels = [...'aăâeêioôơuưy']
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
  const small = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
  const letters = [...small, 'đ'].join('')
  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
  const text = `${letters}${letters.toUpperCase()}${ascii}“”‘’–—…·•×₫→←`
  for (const [weight, name] of [
    [600, 'SemiBold'],
    [700, 'Bold'],
  ]) {
    const file = `@expo-google-fonts/be-vietnam-pro/${weight}${name}/BeVietnamPro_${weight}${name}.ttf`
    const whole = readFileSync(join(root, 'node_modules', file))
    const options = { targetFormat: 'woff2', noHinting: true }
    put(`be-vietnam-pro-${weight}.woff2`, await subsetFont(whole, text, options))
  }
}

async function buildStyles() {
  for (const file of readdirSync(join(root, 'src/styles')).filter((it) => it.endsWith('.css'))) {
    const raw = readFileSync(join(root, 'src/styles', file), 'utf8')
    const led = raw.replaceAll(/url\(asset:([\w.-]+)\)/g, (_, name) => `url(${assets[name]})`)
    const { code } = await transform(led, { loader: 'css', minify: true })
    put(file, Buffer.from(code))
    // Citizens' pages carry their style inside: on a slow line a second request costs two seconds.
    writeFileSync(join(dist, file), code)
  }
}

async function buildIslands() {
  const entryPoints = readdirSync(join(root, 'src/islands'))
    .filter((it) => /\.tsx?$/.test(it) && !it.includes('.test.'))
    .map((it) => join(root, 'src/islands', it))
  if (entryPoints.length === 0) return
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    outdir: 'islands',
    // An island with state renders the server's own components, in the browser's way.
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx/dom',
    alias: { 'hono/jsx/dom': 'hono/jsx/dom', 'hono/jsx': 'hono/jsx/dom' },
  })
  for (const file of outputFiles) put(file.path.split(/[\\/]/).at(-1), Buffer.from(file.contents))
}

function put(name, bytes) {
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const named = name.replace(/(\.\w+)$/, `.${mark}$1`)
  writeFileSync(join(dist, 'assets', named), bytes)
  if (!/\.(woff2|mp3)$/.test(named)) {
    writeFileSync(join(dist, 'assets', `${named}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(join(dist, 'assets', `${named}.br`), brotliCompressSync(bytes))
  }
  assets[name] = `/assets/${named}`
}
