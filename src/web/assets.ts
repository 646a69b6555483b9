import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from '#src/base/root-dir.ts'

const dist = join(rootDir, 'dist')
const addresses = JSON.parse(readFileSync(join(dist, 'assets.json'), 'utf8')) as Record<
  string,
  string
>

/** The address of a built file, such as `desk.css` or `ticket-line.js`; named by its content. */
export function asset(name: string): string {
  const address = addresses[name]
  if (!address) throw new Error(`no built file ${name}: run npm run build`)
  return address
}

/** Changes with every build: a page that was opened before knows by it that it is of yesterday. */
export const buildMark = createHash('sha256')
  .update(JSON.stringify(addresses))
  .digest('hex')
  .slice(0, 10)

/** The style that citizens' pages carry inside themselves. */
export const publicStyle = readFileSync(join(dist, 'public.css'), 'utf8')

/** Lets the browser accept that style, and no other written into a page. */
export const publicStyleHash = `'sha256-${createHash('sha256').update(publicStyle).digest('base64')}'`

export const builtDir = dist
