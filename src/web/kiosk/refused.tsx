import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../read-form.ts'
import { render } from '../render.tsx'
import { KioskPage } from './kiosk-page.tsx'

/** No number: why, in large words, and whom to ask. */
export function answerRefused(c: Context<Env>, refused: Filled) {
  const { office, w } = c.var
  const token = c.req.param('token') ?? ''
  return render(
    c,
    <KioskPage
      title={w.kiosk.notGiven}
      office={office}
      token={token}
      says="may-bat-dau"
      here={paths.kiosk(token)}
      idleSeconds={20}
    >
      <div class="kiosk-refused" role="alert">
        <h1>{w.kiosk.notGiven}</h1>
        {Object.values(refused.errors).map((it) => (
          <p>{it}</p>
        ))}
        <p>{w.kiosk.askDesk}</p>
      </div>
    </KioskPage>,
    409,
  )
}
