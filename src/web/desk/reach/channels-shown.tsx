import type { Child } from 'hono/jsx'
import { fewPeople, type ChannelReach, type NoticesSent } from '#src/modules/reach/index.ts'
import { sayNumber } from '../../dates.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { useView } from '../../view.ts'

/** An amount, or that it is not on record. */
function useDong(): (value: number | null) => Child {
  const { lang, w } = useView()
  const words = w.deskReach.picture
  return (value) =>
    value === null ? (
      <span class="quiet-text">{words.unknownCost}</span>
    ) : (
      words.dong({ dong: sayNumber(lang, value) })
    )
}

/** What went to single people: its cost is the office's too, but brought nobody. */
export function Notices({ notices }: { notices: NoticesSent[] }) {
  const { lang, w } = useView()
  const words = w.deskReach.picture
  const dong = useDong()
  return (
    <section>
      <h2>{words.notices}</h2>
      <p class="hint">{words.noticesHint}</p>
      <TableWrap label={words.notices}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.channel}</th>
              <th scope="col" class="number">
                {words.messages}
              </th>
              <th scope="col" class="number">
                {words.cost}
              </th>
            </tr>
          </thead>
          <tbody>
            {notices.map((it) => (
              <tr>
                <th scope="row">{w.deliveries.channels[it.channel]}</th>
                <td class="number">{sayNumber(lang, it.messages)}</td>
                <td class="number">{dong(it.cost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </section>
  )
}

/** How people heard, what was done on each channel, and what one who came cost. */
export function Channels({ channels: all, unsaid }: { channels: ChannelReach[]; unsaid: number }) {
  const { lang, w } = useView()
  const words = w.deskReach.picture
  const used = all.filter((it) => it.people + it.times + it.opened > 0)
  const dong = useDong()
  return (
    <section>
      <h2>{words.byChannel}</h2>
      <TableWrap label={words.byChannel}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.channel}</th>
              <th scope="col" class="number">
                {words.heardSo}
              </th>
              <th scope="col" class="number">
                {words.done}
              </th>
              <th scope="col" class="number">
                {words.opened}
              </th>
              <th scope="col" class="number">
                {words.cost}
              </th>
              <th scope="col" class="number">
                {words.costPerPerson}
              </th>
            </tr>
          </thead>
          <tbody>
            {used.map((it) => (
              <tr>
                <th scope="row">{w.reach.channels[it.channel]}</th>
                <td class="number">{sayNumber(lang, it.people)}</td>
                <td class="number">
                  {it.times > 0 ? `${sayNumber(lang, it.times)} ${w.reach.units[it.channel]}` : '·'}
                </td>
                <td class="number">{it.opened > 0 ? sayNumber(lang, it.opened) : '·'}</td>
                <td class="number">{it.times > 0 ? dong(it.cost) : '·'}</td>
                <td class="number">
                  {it.times === 0 || it.people === 0 ? '·' : dong(it.costPerPerson)}
                  {it.times > 0 && it.people > 0 && it.people < fewPeople && (
                    <small>{words.few}</small>
                  )}
                </td>
              </tr>
            ))}
            {unsaid > 0 && (
              <tr>
                <th scope="row">{words.notAsked}</th>
                <td class="number">{sayNumber(lang, unsaid)}</td>
                <td class="number">·</td>
                <td class="number">·</td>
                <td class="number">·</td>
                <td class="number">·</td>
              </tr>
            )}
          </tbody>
        </table>
      </TableWrap>
      <p class="hint">{words.costHint}</p>
    </section>
  )
}
