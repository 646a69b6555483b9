import type { Right } from '#src/base/ctx.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

type Props = { count: number; rights: readonly Right[] }

/** After a day was moved or called off: how many are to be rung up, and where that list is. */
export function ToTell({ count, rights }: Props) {
  const { w, to } = useView()
  const words = w.deskDays.booked
  if (count === 0) return null
  return (
    <Notice tone="sun">
      <p>
        {words.toTell({ count })}{' '}
        {rights.includes('queue.run') ? (
          <a href={to(paths.toTell())}>{words.openList}</a>
        ) : (
          words.officersTell
        )}
      </p>
    </Notice>
  )
}

export function readCount(text: string | undefined): number {
  return /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0
}
