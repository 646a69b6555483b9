import type { Context } from 'hono'
import { asset, buildMark } from '../assets.ts'
import type { Env } from '../env.ts'
import { clockOf } from '../live-clock.ts'
import { streamLive, type Subject } from '../live.ts'
import { paths } from '../paths.ts'
import { render, renderPart } from '../render.tsx'
import { bell } from '../speech/clips.ts'
import { Document } from '../ui/document.tsx'
import { viewIn } from '../view.ts'
import { BoardView } from './board-view.tsx'
import { hallTopics, readHall, type Hall } from './read-hall.ts'

/** The television in the hall: numbers and counters, never who stands behind a number. */
export async function showBoard(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const { to } = viewIn(lang)
  const hall = await readHall(ctx)
  const big = c.req.query('chu') === 'lon'
  const here = to(paths.board(office.slug))
  const { at } = clockOf(lang, ctx.now)
  c.header('Cache-Control', 'no-store')
  return render(
    c,
    <Document
      title={w.board.title}
      surface="board"
      islands={['live-region.js', 'call-sound.js']}
      reloadWithoutScript="20"
    >
      <call-sound class={big ? 'board big' : 'board'} data-bell={asset(`speech-${bell}.mp3`)}>
        <live-region
          data-src={to(paths.boardStream(office.slug))}
          data-build={buildMark}
          data-now={ctx.now.getTime()}
          data-at={at}
          data-cut={w.board.cut}
        >
          <div data-live-part>
            <BoardView office={office} hall={hall} now={ctx.now} />
          </div>
          <p class="board-cut" data-live-cut role="status"></p>
        </live-region>
        <nav class="board-keys" aria-label={w.board.title}>
          <span data-silent hidden>
            {w.board.silent}
          </span>
          <button
            type="button"
            data-sound
            data-on={w.board.soundOn}
            data-off={w.board.soundOff}
            hidden
          >
            {w.board.soundOn}
          </button>
          <a href={big ? here : `${here}?chu=lon`}>{big ? w.board.usual : w.board.big}</a>
        </nav>
      </call-sound>
    </Document>,
  )
}

/** What the board is told while it is open. */
export function streamBoard(c: Context<Env>) {
  const { office, house } = c.var
  const subject: Subject<Hall> = {
    name: `board:${office.id}`,
    officeId: office.id,
    read: readHall,
    topics: (hall) => hallTopics(office.id, hall),
    render: (hall, lang) =>
      renderPart(lang, <BoardView office={office} hall={hall} now={house.now()} />),
  }
  return streamLive(c, subject)
}
