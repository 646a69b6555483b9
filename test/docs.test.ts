import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { modules as house } from './modules.ts'

const papers = globSync('{*.md,docs/**/*.md}')
const read = (path: string) => readFileSync(path, 'utf8')
const modules = globSync('src/modules/*/').map((folder) => folder.split('/')[2]!)
const { scripts, dependencies } = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies',
  Record<string, string>
>

/** Outside blocks of code, where `[a](b)` is not a link. */
const prose = (text: string) => text.replace(/^```.*?^```/gms, '')

test('every link and picture leads to a file that is there', () => {
  const broken = papers.flatMap((paper) =>
    [...prose(read(paper)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^(https?:|mailto:|#)/.test(target))
      .filter((target) => !existsSync(join(dirname(paper), target.replace(/#.*$/, ''))))
      .map((target) => `${paper}: ${target}`),
  )
  expect(broken).toEqual([])
})

test('a heading that is linked to is there', () => {
  const broken = papers.flatMap((paper) =>
    [...prose(read(paper)).matchAll(/\]\(([^)\s#]*\.md)?#([^)\s]+)\)/g)]
      .filter(([, target = '', heading]) => {
        const path = target === '' ? paper : join(dirname(paper), target)
        return !headingsOf(path).includes(decodeURIComponent(heading!))
      })
      .map(([link]) => `${paper}: ${link}`),
  )
  expect(broken).toEqual([])
})

test('a file of the program that is named is there', () => {
  const named = /`((?:src|test|migrations|data|demo|bench|scripts|bin)\/[\w./-]+[\w/])`/g
  const missing = papers.flatMap((paper) =>
    [...prose(read(paper)).matchAll(named)]
      .map(([, path]) => path!)
      .filter((path) => !path.includes('NNNN') && !existsSync(path))
      .map((path) => `${paper}: ${path}`),
  )
  expect(missing).toEqual([])
})

test('every npm script that is named can be run', () => {
  const missing = papers.flatMap((paper) =>
    [...read(paper).matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:]+)/g)]
      .map(([, script]) => script!)
      .filter((script) => !(script in scripts))
      .map((script) => `${paper}: npm run ${script}`),
  )
  expect(missing).toEqual([])
})

test('every command of taicho that is named is one', () => {
  const commands = read('src/cli/commands.ts').matchAll(/^ {2}(\w+): \{ run/gm)
  const known = new Set([...commands].map(([, name]) => name!))
  const missing = papers.flatMap((paper) =>
    [...read(paper).matchAll(/(?:`|bin\/)taicho (\w+)/g)]
      .map(([, command]) => command!)
      .filter((command) => !known.has(command))
      .map((command) => `${paper}: taicho ${command}`),
  )
  expect(missing).toEqual([])
})

/**
 * Buttons, pages and fields are bold in the guides. What ends with a mark, as **Quầy:** does, begins a
 * line; `A → B` is a way over two pages; “…” stands for what differs.
 */
test('a name in bold in a guide stands on a page of the program', () => {
  const plain = (text: string) => text.replace(/\s+/g, ' ').toLowerCase()
  const said = plain(globSync('src/words/**/*.ts').map(read).join(' '))
  const unsaid = globSync('docs/guides/*.md').flatMap((guide) =>
    [...prose(read(guide)).matchAll(/\*\*([^*]+)\*\*/g)]
      .map(([, bold]) => plain(bold!))
      .filter((bold) => !/[.:?]$/.test(bold))
      .flatMap((bold) => bold.split(/ → | … /))
      .filter((name) => !said.includes(name))
      .map((name) => `${guide}: ${name}`),
  )
  expect(unsaid).toEqual([])
})

test('architecture and glossary know every module', () => {
  for (const paper of ['docs/architecture.md', 'docs/glossary.md']) {
    const text = read(paper)
    const missing = modules.filter((module) => !text.includes(`\`${module}\``))
    expect([paper, missing]).toEqual([paper, []])
  }
})

test('architecture lets each module use what the house lets it use', () => {
  const rows = read('docs/architecture.md').matchAll(/^\| `([\w-]+)` +\|[^|]+\|([^|]+)\|$/gm)
  const said = [...rows].map(([, module, used]) => [
    module!,
    [...used!.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!),
  ])
  expect(Object.fromEntries(said)).toEqual(house)
})

test('the paper of the API names every address of it', () => {
  const text = read('docs/api.md')
  const paths = globSync('src/web/api/*.ts').flatMap((file) =>
    [...read(file).matchAll(/^ {2}path: '([^']+)',$/gm)].map(([, path]) => path!),
  )
  expect(paths.length).toBeGreaterThan(0)
  const named = (path: string) => ['?', '`'].some((end) => text.includes('`' + path + end))
  expect(paths.filter((path) => !named(path))).toEqual([])
})

test('the glossary knows every word that a column may hold', () => {
  const text = read('docs/glossary.md').replaceAll('_', ' ')
  const kinds = read('src/base/database.generated.ts').matchAll(/^export type \w+ = ("[^;]+);/gm)
  const words = [...kinds].flatMap(([, values]) =>
    [...values!.matchAll(/"(\w+)"/g)].map(([, word]) => word!.replaceAll('_', ' ')),
  )
  expect(words.filter((word) => !new RegExp(`\\b${word}\\b`, 'i').test(text))).toEqual([])
})

test('architecture draws every folder of the program', () => {
  const text = read('docs/architecture.md')
  const folders = globSync('src/{*,web/*}/*.*').map((file) => basename(dirname(file)))
  expect(folders.filter((folder) => !text.includes(`${folder}/`))).toEqual([])
})

test('every runtime dependency has its reason in the records', () => {
  const text = read('docs/decisions/0004-every-runtime-dependency.md')
  const unsaid = Object.keys(dependencies).filter((name) => !text.includes(`\`${name}\``))
  expect(unsaid).toEqual([])
})

test('records are numbered once each and begin with their number', () => {
  const records = globSync('docs/decisions/*.md').map((path) => path.split('/').at(-1)!)
  const numbers = records.map((name) => name.slice(0, 4))
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
  const odd = records.filter(
    (name) => !read(`docs/decisions/${name}`).startsWith(`# ${name.slice(0, 4)}. `),
  )
  expect(odd).toEqual([])
})

/** As GitHub names them: lower case, no signs, dashes for spaces. */
function headingsOf(path: string): string[] {
  return [...prose(read(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
