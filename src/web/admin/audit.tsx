import type { Context } from 'hono'
import { findBrokenLink, listEntries, type AuditEntry } from '#src/modules/audit/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { sayInstant, sayNumber } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { to } from '../render.tsx'
import { Notice } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { TableWrap } from '../ui/table-wrap.tsx'
import { useView } from '../view.ts'
import { answerAdmin } from './admin-page.tsx'

const perPage = 50

/** Who did what, newest first; and, when asked, whether the whole trail is as it was written. */
export async function showAudit(c: Context<Env>) {
  const { ctx, w } = c.var
  const words = w.admin.audit
  const asked = c.req.query('truoc') ?? ''
  const before = /^\d{1,15}$/.test(asked) ? { before: Number(asked) } : {}
  const entries = await listEntries(ctx, { ...before, limit: perPage + 1 })
  const shown = entries.slice(0, perPage)
  const ids = shown.flatMap((it) => [
    ...(it.actor.kind === 'officer' ? [it.actor.officer_id] : []),
    ...(it.action.startsWith('identity.') && isUuid(it.subject_id) ? [it.subject_id] : []),
  ])
  const names = await readOfficerNames(ctx, ids)
  const next = entries.length > perPage ? shown.at(-1)?.number : undefined
  return answerAdmin(c, {
    title: words.title,
    wide: true,
    children: (
      <>
        <p>{words.what}</p>
        {c.req.query('kiem-tra') === 'co' ? (
          <Checked
            broken={await findBrokenLink(ctx)}
            last={(await listEntries(ctx, { limit: 1 }))[0]?.number ?? 0}
          />
        ) : (
          <form method="get" action={to(c, paths.adminAudit())}>
            <input type="hidden" name="kiem-tra" value="co" />
            <p>
              <button class="button quiet">{words.check}</button>
            </p>
          </form>
        )}
        {shown.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Entries rows={shown} names={new Map([...names].map(([id, it]) => [id, it.fullName]))} />
        )}
        <p class="toolbar">
          {asked && <a href={to(c, paths.adminAudit())}>{words.newest}</a>}
          {next !== undefined && (
            <a href={`${to(c, paths.adminAudit())}?truoc=${next}`}>{words.older}</a>
          )}
        </p>
      </>
    ),
  })
}

function Checked({ broken, last }: { broken: number | null; last: number }) {
  const { lang, w } = useView()
  const words = w.admin.audit
  const count = sayNumber(lang, last)
  return broken === null ? (
    <Notice title={words.whole}>
      <p role="status">{words.wholeHint({ count })}</p>
    </Notice>
  ) : (
    <Notice tone="hot" title={words.broken}>
      <p role="alert">{words.brokenHint({ number: sayNumber(lang, broken) })}</p>
    </Notice>
  )
}

type EntriesProps = { rows: AuditEntry[]; names: Map<string, string> }

function Entries({ rows, names }: EntriesProps) {
  const { lang, w } = useView()
  const words = w.admin.audit
  return (
    <TableWrap label={words.title}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.number}
            </th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.subject}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => (
            <tr>
              <td class="number">{sayNumber(lang, it.number)}</td>
              <td>{sayInstant(lang, it.at)}</td>
              <td>
                <Actor actor={it.actor} names={names} />
              </td>
              <td>{sayAction(words.actions, it.action)}</td>
              <td>
                <Subject entry={it} names={names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  )
}

function Actor({ actor, names }: { actor: AuditEntry['actor']; names: Map<string, string> }) {
  const words = useView().w.admin.audit
  if (actor.kind === 'citizen') return <>{words.citizen}</>
  if (actor.kind === 'system') return <>{words.system}</>
  return <Vietnamese text={names.get(actor.officer_id) ?? actor.officer_id.slice(-8)} />
}

/** Whom or what it was done to: a name where there is one, else the end of its number. */
function Subject({ entry, names }: { entry: AuditEntry; names: Map<string, string> }) {
  const name = names.get(entry.subject_id)
  const detail = Object.entries(entry.detail)
    .map(([what, it]) => `${what}: ${typeof it === 'string' ? it : JSON.stringify(it)}`)
    .join(', ')
  return (
    <>
      {name ? (
        <Vietnamese text={name} />
      ) : (
        <code>{isUuid(entry.subject_id) ? entry.subject_id.slice(-8) : entry.subject_id}</code>
      )}
      {detail && (
        <>
          <br />
          <code class="hint">{detail}</code>
        </>
      )}
    </>
  )
}

/** In words; what has none yet, by its own name. */
function sayAction(said: Record<string, string>, action: string): string {
  return said[action] ?? action
}
