import type { Context } from 'hono'
import { cameOf } from '../../came-from.ts'
import type { Env } from '../../env.ts'

/** A form that is asked by GET loses the question of its address: it carries it in hidden fields. */
export function CameHidden({ c }: { c: Context<Env> }) {
  return (
    <>
      {[...new URLSearchParams(cameOf(c))].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
