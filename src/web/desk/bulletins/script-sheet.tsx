import type { Context } from 'hono'
import {
  approvedOf,
  getBulletin,
  latestOf,
  readCheck,
  type BulletinVersion,
} from '#src/modules/outreach/index.ts'
import { sayDate, sayInstant } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { here, render } from '../../render.tsx'
import { sayClock } from '../../say-hours.ts'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Summary } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { Paragraphs } from './bulletin-tags.tsx'
import { idsOf, readNames, type Names } from './say-who.ts'

/** What an announcer reads from: large type, everything in words, lines to note the airings by hand. */
export async function showScript(c: Context<Env>) {
  const { ctx, session, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const bulletin = await getBulletin(ctx, { bulletinId: id })
  const stands = approvedOf(bulletin)
  const version = stands ?? latestOf(bulletin)
  const [check, names] = await Promise.all([
    readCheck(ctx, version),
    readNames(ctx, w, idsOf([version])),
  ])
  const words = w.bulletins.sheet
  const title = words.title({ title: version.titleVi })
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="bulletins"
      here={here(c)}
      narrow
      back={{ href: paths.bulletin(id), label: version.titleVi }}
    >
      <div class="noprint">
        <h1>{title}</h1>
        <p>{words.hint}</p>
      </div>
      <article class="script" aria-label={title}>
        <p class="script-office">
          <b lang="vi">{session.office.name.vi}</b>
        </p>
        {!stands && <p class="script-stop">{words.notApproved}</p>}
        <Facts version={version} seconds={check.seconds} names={names} />
        <div class="script-words" lang="vi">
          <Paragraphs text={check.script} />
        </div>
        <p class="script-log">{words.log}</p>
        <ul class="script-lines" aria-hidden="true">
          <li></li>
          <li></li>
          <li></li>
        </ul>
      </article>
    </DeskPage>,
  )
}

type FactsProps = { version: BulletinVersion; seconds: number; names: Names }

function Facts({ version, seconds, names }: FactsProps) {
  const { lang, w } = useView()
  const words = w.bulletins.sheet
  const { air } = version
  const times = air.times.map((it) => sayClock(lang, it)).join(', ')
  return (
    <Summary
      rows={[
        [words.priority, w.outreach.priorities[version.priority]],
        [words.days, words.span({ from: sayDate(lang, air.from), to: sayDate(lang, air.to) })],
        [words.times, [times, words.repeats({ count: air.repeats })].filter(Boolean).join('; ')],
        [words.seconds, words.secondsSaid({ seconds })],
        [words.writer, <Vietnamese text={names(version.writtenBy)} />],
        [
          words.approver,
          version.state === 'approved' &&
            version.decidedAt &&
            `${names(version.decidedBy)}, ${sayInstant(lang, version.decidedAt)}`,
        ],
      ]}
    />
  )
}
