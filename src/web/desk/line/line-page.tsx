import type { Session } from '#src/modules/identity/index.ts'
import { paths } from '../../paths.ts'
import { DeskPage } from '../../ui/desk-page.tsx'
import { useView } from '../../view.ts'
import { LineProvider, type LineView } from './line-view.ts'
import { LineWork } from './work.tsx'

/** The page of the line, whole and working as sent; an island goes on with it where script runs. */
export function LinePage({ view, session }: { view: LineView; session: Session }) {
  const { w } = useView()
  return (
    <DeskPage
      title={w.deskLine.title}
      session={session}
      door="line"
      here={paths.deskLine()}
      islands={['desk-line.js', 'desk-keys.js']}
    >
      <h1 class="unseen">{w.deskLine.title}</h1>
      <desk-line data-state={JSON.stringify(view.state)}>
        <LineProvider value={view}>
          <LineWork />
        </LineProvider>
      </desk-line>
      <desk-keys></desk-keys>
    </DeskPage>
  )
}

/** The same page with nothing of anybody in it: kept by the browser, and filled from what it keeps. */
export function ShellPage({ session }: { session: Session }) {
  const { w } = useView()
  return (
    <DeskPage
      title={w.deskLine.title}
      session={session}
      door="line"
      islands={['desk-line.js', 'desk-keys.js']}
    >
      <h1 class="unseen">{w.deskLine.title}</h1>
      <desk-line>
        <p class="notice hot">{w.deskLine.shell}</p>
      </desk-line>
      <desk-keys></desk-keys>
    </DeskPage>
  )
}

export function NoLinePage({ session }: { session: Session }) {
  const { w, to } = useView()
  return (
    <DeskPage title={w.deskLine.title} session={session} door="line" here={paths.deskLine()} narrow>
      <h1>{w.deskLine.title}</h1>
      <p>{w.deskLine.noDay}</p>
      <p>{w.deskLine.noDayHint}</p>
      <p>
        <a class="button" href={to(paths.desk())}>
          {w.deskLine.toDesk}
        </a>
      </p>
    </DeskPage>
  )
}
