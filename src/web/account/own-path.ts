import { paths } from '../paths.ts'

/**
 * The page of this site to go back to after signing in, or null: a link that leads to another site,
 * however it is written (`//x`, `/\x`, `https:x`), is not followed, nor back to the door itself.
 */
export function ownPath(typed: string | undefined): string | null {
  if (!typed?.startsWith('/') || /[\\\p{Cc}]/u.test(typed)) return null
  const nowhere = 'http://taicho.invalid'
  if (!URL.canParse(typed, nowhere)) return null
  const url = new URL(typed, nowhere)
  if (url.origin !== nowhere || url.pathname.startsWith('//')) return null
  const doors = [paths.signIn(), paths.signOut()]
  if (doors.includes(url.pathname.replace(/^\/en(?=\/)/, ''))) return null
  return url.pathname + url.search
}
