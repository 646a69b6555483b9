import type { Context } from 'hono'
import type { Officer } from '#src/modules/identity/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { to } from '../render.tsx'
import { Notice, Summary } from '../ui/pieces.tsx'
import { answerAdmin } from './admin-page.tsx'

type Given = { officer: Pick<Officer, 'fullName' | 'login'>; password: string }

/** To be written down and handed over; shown this once. */
export function answerOneTimePassword(c: Context<Env>, { officer, password }: Given) {
  const { oneTimePassword: words, officers } = c.var.w.admin
  return answerAdmin(c, {
    title: words.title({ name: officer.fullName }),
    back: { href: paths.adminOfficers(), label: officers.title },
    children: (
      <>
        <Notice>
          <Summary
            rows={[
              [officers.login, <code>{officer.login}</code>],
              [words.password, <span class="code">{password}</span>],
            ]}
          />
        </Notice>
        <p>{words.handOver}</p>
        <p>{words.once}</p>
        <p>
          <a class="button quiet" href={to(c, paths.adminOfficers())}>
            {words.handedOver}
          </a>
        </p>
      </>
    ),
  })
}
