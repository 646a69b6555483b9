import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { render, to } from '../render.tsx'
import { EntryPage } from './entry-page.tsx'

/** A form came after the session had ended. What was typed is still on the page before. */
export function answerSignedOut(c: Context<Env>) {
  const { signedOut } = c.var.w.account
  return render(
    c,
    <EntryPage title={signedOut.title}>
      <h1>{signedOut.title}</h1>
      <p>{signedOut.kept}</p>
      <ol>
        <li>
          <a href={to(c, paths.signIn())} target="_blank" rel="noopener">
            {signedOut.signIn}
          </a>
        </li>
        <li>{signedOut.goBack}</li>
      </ol>
    </EntryPage>,
    401,
  )
}
