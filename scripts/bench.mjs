// `npm run bench -- NAME`: builds bench/NAME.ts as one file, runs it on the pinned Node, and prints
// what it measured as JSON. Without a name it lists the benchmarks.
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
const [name] = process.argv.slice(2)

if (!name || !names.includes(name)) {
  console.error(`npm run bench -- NAME\n\n${names.map((it) => `  ${it}`).join('\n')}`)
  process.exit(2)
}

const outfile = join(root, 'dist/bench', `${name}.mjs`)
mkdirSync(dirname(outfile), { recursive: true })
await build({
  entryPoints: [join(root, 'bench', `${name}.ts`)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node26',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
})
const { default: run } = await import(pathToFileURL(outfile).href)
console.log(JSON.stringify({ bench: name, node: process.version, ...(await run()) }, null, 2))
process.exit(0)
