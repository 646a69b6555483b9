import { channels, enoughPlaced, fewPeople, type ReachPicture } from '#src/modules/reach/index.ts'
import { sayDay, sayNumber } from '../../dates.ts'
import { Bars, Figures, Tag } from '../../ui/pieces.tsx'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { Channels, Notices } from './channels-shown.tsx'

/** The picture in the order in which it is read out: all, by hamlet, by channel, by business. */
export function PictureShown({ picture }: { picture: ReachPicture }) {
  const { lang, w } = useView()
  const words = w.deskReach.picture
  const number = (value: number, digits = 0) => sayNumber(lang, value, digits)
  const share = (part: number) =>
    picture.people === 0 ? '–' : `${number(Math.round((part / picture.people) * 100))}%`
  return (
    <div class="report">
      <Figures
        rows={[
          [words.people, number(picture.people)],
          [words.perHundred, picture.perHundred === null ? '–' : number(picture.perHundred, 1)],
          [words.answered, share(picture.answered)],
          [words.placed, share(picture.placed)],
        ]}
      />
      <p class="hint">
        {words.counted}{' '}
        {picture.people > 0 && picture.placed / picture.people < enoughPlaced && words.atLeast}
      </p>
      <Hamlets picture={picture} />
      <Channels channels={picture.channels} unsaid={picture.people - picture.answered} />
      {picture.notices.length > 0 && <Notices notices={picture.notices} />}
      {picture.businesses.length > 0 && <Businesses picture={picture} />}
    </div>
  )
}

function Hamlets({ picture }: { picture: ReachPicture }) {
  const { lang, w } = useView()
  const words = w.deskReach.picture
  const { hamlets } = picture
  if (hamlets.length === 0) return <p>{words.noHamlets}</p>
  const counted = hamlets
    .filter((it) => it.perHundred !== null)
    .sort((a, b) => (b.perHundred ?? 0) - (a.perHundred ?? 0))
  const used = channels.filter((key) => hamlets.some((it) => it.byChannel[key]))
  const cell = (count: number | undefined) => (count ? sayNumber(lang, count) : '·')
  return (
    <>
      <section>
        <h2>{words.byHamlet}</h2>
        <p class="hint">{words.byHamletHint}</p>
        <Bars
          label={words.byHamlet}
          rows={counted.map((it) => ({
            name: (
              <>
                <Vietnamese text={it.name} />{' '}
                {it.people === 0 ? (
                  <Tag tone="hot">{words.silent}</Tag>
                ) : (
                  it.people < fewPeople && <Tag tone="plain">{words.few}</Tag>
                )}
              </>
            ),
            value: it.perHundred ?? 0,
            said: words.rate({
              rate: sayNumber(lang, it.perHundred ?? 0, 1),
              people: sayNumber(lang, it.people),
              households: sayNumber(lang, it.households ?? 0),
            }),
          }))}
        />
      </section>
      <section>
        <h2>{words.byHamletAndChannel}</h2>
        <TableWrap label={words.byHamletAndChannel}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.hamlet}</th>
                <th scope="col" class="number">
                  {words.came}
                </th>
                {used.map((key) => (
                  <th scope="col" class="number">
                    {w.reach.channels[key]}
                  </th>
                ))}
                <th scope="col" class="number">
                  {words.unsaid}
                </th>
                <th scope="col" class="number">
                  {words.airings}
                </th>
              </tr>
            </thead>
            <tbody>
              {hamlets.map((it) => (
                <tr>
                  <th scope="row">
                    <Vietnamese text={it.name} />
                    {!it.hasLoudspeaker && <small>{w.deskReach.register.noLoudspeaker}</small>}
                  </th>
                  <td class="number">{sayNumber(lang, it.people)}</td>
                  {used.map((key) => (
                    <td class="number">{cell(it.byChannel[key])}</td>
                  ))}
                  <td class="number">{cell(it.byChannel.unsaid)}</td>
                  <td class="number">{cell(it.airings)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableWrap>
      </section>
    </>
  )
}

function Businesses({ picture }: { picture: ReachPicture }) {
  const { lang, w } = useView()
  const words = w.deskReach.picture
  return (
    <section>
      <h2>{w.deskReach.register.businesses}</h2>
      <TableWrap label={w.deskReach.register.businesses}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.business}</th>
              <th scope="col" class="number">
                {w.deskReach.register.workers}
              </th>
              <th scope="col" class="number">
                {words.came}
              </th>
              <th scope="col">{words.visited}</th>
            </tr>
          </thead>
          <tbody>
            {picture.businesses.map((it) => (
              <tr>
                <th scope="row">
                  <Vietnamese text={it.name} />
                </th>
                <td class="number">{it.workers === null ? '–' : sayNumber(lang, it.workers)}</td>
                <td class="number">
                  {it.people > 0 ? (
                    sayNumber(lang, it.people)
                  ) : (
                    <Tag tone="hot">{words.silent}</Tag>
                  )}
                </td>
                <td>{it.visitedOn ? sayDay(lang, it.visitedOn) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </section>
  )
}
