// How the program is put into one file, for build.mjs and for the tests that start it.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(fileURLToPath(import.meta.url), '../..')

/** Writes the program to `outfile`, which must lie in this checkout: it finds its data from there. */
export async function buildProgram(outfile) {
  await build({
    entryPoints: [join(root, 'src/main.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    legalComments: 'none',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildProgram(process.argv[2])
