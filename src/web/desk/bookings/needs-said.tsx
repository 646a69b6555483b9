import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import { shorten } from '../../shorten.ts'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** What somebody comes for, one below the other; a procedure that is no longer in force by its code. */
export function NeedsSaid({ codes, items }: { codes: string[]; items: ProcedureItem[] }) {
  const { w } = useView()
  if (codes.length === 0) return <span class="quiet-text">{w.deskBookings.anything}</span>
  return (
    <>
      {codes.map((code) => {
        const item = items.find((it) => it.code === code)
        return <div>{item ? <Told said={shorten(item.plainName)} /> : code}</div>
      })}
    </>
  )
}
