import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { checkIn } from '#src/modules/queue/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { render, to } from '../render.tsx'
import { useView } from '../view.ts'
import { KioskPage } from './kiosk-page.tsx'
import { readScanned } from './read-scanned.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

/**
 * Six digits on a pad of buttons, or a scanner that types. Without script every button sends what is
 * there so far and the page comes back with one more digit.
 */
export function showCode(c: Context<Env>) {
  const typed = (c.req.query('ma') ?? '').slice(0, 200)
  const next = c.req.query('xoa') === undefined ? typed + digitOf(c) : typed.slice(0, -1)
  const key = c.req.query('clientKey')
  return answerCode(c, { ...blank, values: { ma: next, ...(key ? { clientKey: key } : {}) } })
}

function digitOf(c: Context<Env>): string {
  const added = c.req.query('them') ?? ''
  return digits.includes(added) && (c.req.query('ma') ?? '').length < 6 ? added : ''
}

/** Who booked is in the line from now on. A code sent twice from the same screen is one ticket. */
export async function takeCode(c: Context<Env>) {
  const { ctx, w, lang } = c.var
  const token = c.req.param('token') ?? ''
  const missing = w.kiosk.codeMissing
  const schema = z.object({
    clientKey: z.string(),
    ma: z.string().transform((text, it) => {
      const read = readScanned(text)
      if (read) return read
      it.addIssue({ code: 'custom', message: missing })
      return z.NEVER
    }),
  })
  const { data, filled } = readForm(schema, await readBody(c))
  if (!data) return answerCode(c, filled, 422)
  const { done, filled: refused } = await tryDeed(filled, lang, () =>
    checkIn(ctx, { clientKey: data.clientKey, ...data.ma }),
  )
  if (refused) return answerCode(c, refused, 422)
  return c.redirect(to(c, paths.kioskTicket(token, done.token)), 303)
}

function answerCode(c: Context<Env>, filled: Filled, status: 200 | 422 = 200) {
  const { office, w } = c.var
  const token = c.req.param('token') ?? ''
  return render(
    c,
    <KioskPage
      title={w.kiosk.code}
      office={office}
      token={token}
      says="may-ma"
      here={paths.kioskCode(token)}
    >
      <CodeForm token={token} filled={filled} />
    </KioskPage>,
    status,
  )
}

function CodeForm({ token, filled }: { token: string; filled: Filled }) {
  const { w, to } = useView()
  const action = to(paths.kioskCode(token))
  const error = Object.values(filled.errors)[0]
  const { ma, clientKey } = filled.values
  return (
    <form method="post" action={action} data-scan class="kiosk-code">
      <h1>
        <label for="ma">{w.kiosk.code}</label>
      </h1>
      <p id="ma-hint">{w.kiosk.codeHint}</p>
      {error && (
        <p class="kiosk-error" id="ma-error" role="alert">
          {error}
        </p>
      )}
      {/* A code that was refused takes another key: what is typed next is another command. */}
      <input
        type="hidden"
        name="clientKey"
        value={typeof clientKey === 'string' && !error ? clientKey : randomUUID()}
      />
      <div class="kiosk-typed">
        <input
          id="ma"
          name="ma"
          value={typeof ma === 'string' ? ma : ''}
          inputmode="none"
          autocomplete="off"
          autofocus
          aria-describedby={error ? 'ma-hint ma-error' : 'ma-hint'}
          aria-invalid={error ? 'true' : undefined}
        />
        <button class="kiosk-button">
          <b>{w.kiosk.done}</b>
        </button>
      </div>
      <div class="kiosk-pad" role="group" aria-label={w.kiosk.digits}>
        {digits.map((digit) => (
          <button name="them" value={digit} formmethod="get" formaction={action}>
            {digit}
          </button>
        ))}
        <button name="xoa" value="1" formmethod="get" formaction={action} class="erase">
          {w.kiosk.erase}
        </button>
      </div>
    </form>
  )
}
