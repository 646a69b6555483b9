import type { Context } from 'hono'
import { draftBulletin } from '#src/errands/draft-bulletin.ts'
import { latestOf, listBulletins, type Bulletin } from '#src/modules/outreach/index.ts'
import { findNextServiceDay } from '#src/modules/service-days/index.ts'
import { sayInstant } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { BulletinTags } from './bulletin-tags.tsx'

const groups = ['waiting', 'draft', 'approved', 'withdrawn'] as const
type Group = (typeof groups)[number]

/** An officer does not want to wait for the day before: drafts the next day's bulletin now. */
export async function doDraftNext(c: Context<Env>) {
  const { ctx } = c.var
  const next = await findNextServiceDay(ctx)
  const drafted = next && (await draftBulletin(ctx, next.id, { early: true }))
  const target = drafted
    ? `${paths.bulletin(drafted.id)}?xong=soan`
    : `${paths.bulletins()}?xong=khong-soan`
  return c.redirect(to(c, target), 303)
}

/** All bulletins, what waits for somebody first. */
export async function showBulletins(c: Context<Env>) {
  const { ctx, session, w } = c.var
  const words = w.bulletins
  const all = await listBulletins(ctx)
  const doors = [
    [paths.bulletinStory(), w.channels.story.door],
    [paths.subscribers(), w.channels.subscribers.door],
    [paths.stuck(), w.channels.stuck.title],
    [paths.reachPicture(), w.deskReach.picture.title],
    [paths.reachLinks(), w.deskReach.links.title],
    [paths.bulletinTemplates(), words.templatesDoor],
    [paths.bulletinSettings(), words.settingsDoor],
  ] as const
  return render(
    c,
    <DeskPage title={words.title} session={session} door="bulletins" here={here(c)}>
      <Done said={readDone(c, words.done)} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <div class="pair">
        <a class="button" href={to(c, paths.bulletinNew())}>
          {words.new}
        </a>
        <form method="post" action={to(c, paths.bulletinDraftNext())}>
          <button class="button quiet">{words.draftNext}</button>
        </form>
        <a class="button quiet" href={to(c, paths.airing())}>
          {words.airingDoor}
        </a>
      </div>
      <ul class="inline">
        {doors.map(([href, name]) => (
          <li>
            <a href={to(c, href)}>{name}</a>
          </li>
        ))}
      </ul>
      {all.length === 0 && (
        <Notice tone="sun" title={words.none}>
          <p>{words.noneHint}</p>
        </Notice>
      )}
      {groups.map((group) => (
        <BulletinGroup group={group} bulletins={all.filter((it) => groupOf(it) === group)} />
      ))}
    </DeskPage>,
  )
}

function groupOf(bulletin: Bulletin): Group {
  if (bulletin.withdrawn) return 'withdrawn'
  const { state } = latestOf(bulletin)
  return state === 'returned' ? 'draft' : state
}

function BulletinGroup({ group, bulletins }: { group: Group; bulletins: Bulletin[] }) {
  const { lang, w, to } = useView()
  if (bulletins.length === 0) return null
  return (
    <section>
      <h2>{w.bulletins.groups[group]}</h2>
      <ul class="tasks requests">
        {bulletins.map((it) => {
          const latest = latestOf(it)
          return (
            <li>
              <div>
                <a href={to(paths.bulletin(it.id))}>
                  <Vietnamese text={latest.titleVi} />
                </a>
                <span>
                  {w.outreach.kinds[latest.kind]} · {sayInstant(lang, latest.writtenAt)}
                </span>
              </div>
              <BulletinTags bulletin={it} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
