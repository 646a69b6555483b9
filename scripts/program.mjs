// How the program is put into one file, for build.mjs and for the tests that start it.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(fileURLToPath(import.meta.url), '../..')

/**
 * Writes the program to `outfile`, which must lie in this checkout: it finds its data from there. Beside
 * it its parts, the process in which the files of strangers are opened, and the threads that sign PDFs
 * and compose copies.
 */
export async function buildProgram(outfile) {
  const reader = join(dirname(outfile), 'paper-reader.mjs')
  await bundle('src/main.ts', outfile, true)
  await bundle('src/modules/papers/reading/reader-process.ts', reader)
  await bundle('src/outside/pades/pades-thread.ts', join(dirname(outfile), 'pades-thread.mjs'))
  const composer = 'src/modules/certification/compose/composer-thread.ts'
  await bundle(composer, join(dirname(outfile), 'copy-composer.mjs'))
}

/** In parts, what is asked for only now and then is read when it is: in memory it would lie for nothing. */
async function bundle(entry, outfile, parts = false) {
  const name = basename(outfile, '.mjs')
  for (const old of parts && existsSync(dirname(outfile)) ? readdirSync(dirname(outfile)) : [])
    if (old.startsWith(`${name}-part-`)) rmSync(join(dirname(outfile), old))
  await build({
    entryPoints: { [name]: join(root, entry) },
    outdir: dirname(outfile),
    outExtension: { '.js': '.mjs' },
    splitting: parts,
    chunkNames: `${name}-part-[hash]`,
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
