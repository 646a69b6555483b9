import { reservedSlugs } from './paths.ts'

/** The pages between a link and a booking. Beyond them, such as on one's own appointment, it says nothing. */
const between = /^\/([a-z0-9-]+)(\/(dat-lich|thu-tuc|lich|tin)(\/[\w.-]+)*)?(?=$|[?#])/

/** An address of this site with the way by which the reader came. */
export function withCame(path: string, came: string): string {
  const [, slug] = (came && between.exec(path)) || []
  if (!slug || reservedSlugs.includes(slug) || /[?&]tu=/.test(path)) return path
  const [before, ...anchor] = path.split('#')
  const sign = before!.includes('?') ? '&' : '?'
  return [`${before}${sign}${came}`, ...anchor].join('#')
}
