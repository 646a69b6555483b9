import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { render } from '../render.tsx'
import { PublicPage } from '../ui/public-page.tsx'

/** The address was never given, or its machine was removed. */
export function answerGone(c: Context<Env>) {
  const { w } = c.var
  return render(
    c,
    <PublicPage title={w.kiosk.gone}>
      <h1>{w.kiosk.gone}</h1>
      <p>{w.kiosk.askDesk}</p>
      <p class="hint">{w.kiosk.goneHint}</p>
    </PublicPage>,
    404,
  )
}
