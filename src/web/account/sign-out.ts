import type { Context } from 'hono'
import { signOut } from '#src/modules/identity/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { to } from '../render.tsx'
import { readSession, takeCookie, worldOf } from '../session.ts'

/** Ends this session. Pressed twice, or after it ended by itself, it says the same. */
export async function answerSignOut(c: Context<Env>) {
  const session = await readSession(c)
  if (session) await signOut(worldOf(c), session)
  takeCookie(c)
  return c.redirect(`${to(c, paths.signIn())}?xong=dang-xuat`, 303)
}
