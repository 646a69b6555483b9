import { latestOf, type Bulletin } from '#src/modules/outreach/index.ts'
import { sayInstant } from '../dates.ts'
import { paths } from '../paths.ts'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { BulletinTags } from '../desk/bulletins/bulletin-tags.tsx'

/** What waits for the chairman's word; nothing is shown while nothing waits. */
export function WaitingBulletins({ bulletins }: { bulletins: readonly Bulletin[] }) {
  const { lang, w, to } = useView()
  if (bulletins.length === 0) return null
  return (
    <section>
      <h2>{w.bulletins.chief.title}</h2>
      <ul class="tasks requests">
        {bulletins.map((it) => (
          <li>
            <div>
              <a href={to(paths.bulletin(it.id))}>
                {w.bulletins.chief.read}: <Vietnamese text={latestOf(it).titleVi} />
              </a>
              <span>{sayInstant(lang, latestOf(it).submittedAt ?? latestOf(it).writtenAt)}</span>
            </div>
            <BulletinTags bulletin={it} />
          </li>
        ))}
      </ul>
    </section>
  )
}
