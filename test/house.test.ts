import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { modules } from './modules.ts'

const sources = globSync('src/modules/*/*.{ts,tsx}')
const imports = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, target]) => ({
    file,
    module: file.split('/')[2]!,
    target: target!,
  })),
)

test('every module of the house has a folder and every folder is a module', () => {
  const folders = globSync('src/modules/*/').map((folder) => folder.split('/')[2])
  expect(folders.filter((folder) => !(folder! in modules))).toEqual([])
})

test('modules meet only through index.ts', () => {
  const trespassers = imports.filter(
    ({ module, target }) =>
      target.startsWith('#src/modules/') &&
      !/^#src\/modules\/[^/]+\/index\.ts$/.test(target) &&
      !target.startsWith(`#src/modules/${module}/`),
  )
  expect(trespassers).toEqual([])
})

test('modules lean only on the modules they are allowed', () => {
  const trespassers = imports.filter(({ file, module, target }) => {
    if (file.endsWith('.test.ts')) return false
    const used = /^#src\/modules\/([^/]+)/.exec(target)?.[1]
    return used !== undefined && used !== module && !modules[module]?.includes(used)
  })
  expect(trespassers).toEqual([])
})

test('modules know nothing of the web, nor of the errands that call several of them', () => {
  const trespassers = imports.filter(
    ({ file, target }) => !file.endsWith('.test.ts') && /^(#src\/(web|errands)|hono)/.test(target),
  )
  expect(trespassers).toEqual([])
})

test('the base knows no module', () => {
  const trespassers = globSync('src/base/*.ts').filter((file) =>
    /from '#src\/(modules|errands|web|outside)/.test(readFileSync(file, 'utf8')),
  )
  expect(trespassers).toEqual([])
})

test('a module touches only its own tables, and reports only published views', () => {
  const trespassers = sources
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const module = file.split('/')[2]!
      const text = readFileSync(file, 'utf8')
      const kysely = [...text.matchAll(/(?:From|Into|Table|oin)\(\s*\[?['"`](\w+)\.(\w+)/g)]
      const plain = [...text.matchAll(/\b(?:from|join|into|update)\s+(\w+)\.(\w+)\b(?!\()/g)]
      return [...kysely, ...plain]
        .filter(([, schema]) => modules[schema!.replaceAll('_', '-')] !== undefined)
        .filter(([, schema]) => schema!.replaceAll('_', '-') !== module)
        .filter(([, , table]) => !(module === 'reports' && table!.endsWith('_report')))
        .map(([call]) => `${file}: ${call}`)
    })
  expect(trespassers).toEqual([])
})

test('foreign keys between schemas point downhill only', () => {
  const order = Object.keys(modules).map((module) => module.replaceAll('-', '_'))
  const trespassers = globSync('migrations/*.sql').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/(?=create table|alter table)/)
      .flatMap((statement) => {
        const from = /^(?:create|alter) table (\w+)\./.exec(statement)?.[1]
        if (!from) return []
        return [...statement.matchAll(/references (\w+)\.(\w+)/g)]
          .filter(([, to]) => order.indexOf(to!) > order.indexOf(from))
          .map(([call]) => `${file}: ${from} ${call}`)
      }),
  )
  expect(trespassers).toEqual([])
})

test('a verb file exports the one deed that it is named after', () => {
  const wrong = globSync('src/modules/*/*.ts')
    .filter((file) =>
      /\/(read|list|find|get|take|open|close|cancel|move|plan|record|file|receive)-/.test(file),
    )
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => {
      const deed = file
        .split('/')
        .at(-1)!
        .replace(/\.ts$/, '')
        .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      return !new RegExp(`export (async )?function ${deed}\\b`).test(readFileSync(file, 'utf8'))
    })
  expect(wrong).toEqual([])
})

test('nothing is called utils, helpers, misc, common, manager or service', () => {
  const banned = /(^|[/-])(utils?|helpers?|misc|common|manager|services?)([./-]|$)/
  const names = globSync('{src,test,bench,scripts}/**/*.{ts,tsx,mjs}')
  expect(names.filter((name) => banned.test(name.replaceAll('service-day', '')))).toEqual([])
})

test('every tenant table is behind row-level security', () => {
  const text = globSync('migrations/*.sql')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const tenants = [...text.matchAll(/create table (\w+\.\w+) \(([^;]*)\);/g)]
    .filter(([, name, body]) => /\boffice_id\s+uuid/.test(body!) && name !== 'audit.chain')
    .map(([, name]) => name!)
  expect(tenants.length).toBeGreaterThan(0)
  const open = tenants.filter((name) => !text.includes(`call taicho.tenant_table('${name}')`))
  expect(open).toEqual([])
})
