import type { Context } from 'hono'
import type { Env } from '../env.ts'

/** After a form was sent the next page says what was done: `?xong=` names the sentence. */
export function Done({ said }: { said: string | undefined }) {
  if (said === undefined) return null
  return (
    <div class="notice" role="status">
      <p>{said}</p>
    </div>
  )
}

/** The sentence that `?xong=` names; nothing for a key that is not one of these. */
export function readDone(c: Context<Env>, sentences: Record<string, string>): string | undefined {
  const key = c.req.query('xong')
  return key !== undefined && Object.hasOwn(sentences, key) ? sentences[key] : undefined
}
