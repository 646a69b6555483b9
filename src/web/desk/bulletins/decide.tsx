import { latestOf, type Bulletin, type PlannedSending } from '#src/modules/outreach/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { TextArea } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { SendingPlan } from './sending-plan.tsx'

type Props = { bulletin: Bulletin; plan: PlannedSending[]; filled: Filled }

/** The chairman's two answers, right below the words that he has just read. */
export function Decide({ bulletin, plan, filled }: Props) {
  const { w, to } = useView()
  const words = w.bulletins.deeds
  const latest = latestOf(bulletin)
  if (bulletin.withdrawn || latest.state !== 'waiting') return null
  const version = <input type="hidden" name="version" value={String(latest.number)} />
  return (
    <section class="decide">
      <form method="post" action={to(paths.bulletinDo(bulletin.id, 'duyet'))}>
        {version}
        <p class="hint">{words.approveHint}</p>
        <SendingPlan plan={plan} />
        <button class="button wide">{words.approve}</button>
      </form>
      <details open={filled.errors.reason !== undefined}>
        <summary>{words.return}</summary>
        <form method="post" action={to(paths.bulletinDo(bulletin.id, 'tra-lai'))}>
          {version}
          <TextArea
            name="reason"
            label={words.returnReason}
            rows={3}
            maxlength={600}
            filled={filled}
          />
          <button class="button quiet">{words.return}</button>
        </form>
      </details>
    </section>
  )
}
