import type { FreeTime, HalfDay } from '#src/modules/queue/index.ts'
import type { Hours } from '#src/modules/service-days/index.ts'
import { sayTime } from '../../dates.ts'
import type { Filled } from '../../read-form.ts'
import { fieldId } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { clockOf } from './clock-of.ts'

type Props = {
  free: FreeTime[]
  hours: Hours
  filled: Filled
  /** Where one can ask to be told of a place in a half of the day that is full. */
  waits?: Partial<Record<HalfDay, string>>
}

/** The times that are free, before noon and after, each to be pressed. */
export function TimeChips({ free, hours, filled, waits = {} }: Props) {
  const { w } = useView()
  const said = w.bookingPages.time
  const error = filled.errors['gio']
  const id = fieldId('gio')
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={error && `${id}-error`}>
      <legend>{said.legend}</legend>
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {partsOf(free, hours).map(({ half, times }) => (
        <>
          <h2>{said[half]}</h2>
          {times.length === 0 ? (
            <NoneLeft half={half} wait={waits[half]} />
          ) : (
            <Chips times={times} first={free[0]} chosen={filled.values['gio']} />
          )}
        </>
      ))}
    </fieldset>
  )
}

function NoneLeft({ half, wait }: { half: HalfDay; wait: string | undefined }) {
  const { w, to } = useView()
  return (
    <p>
      {w.bookingPages.time.none[half]}{' '}
      {wait !== undefined && <a href={to(wait)}>{w.bookingPages.wait.half[half]}</a>}
    </p>
  )
}

type ChipsProps = {
  times: FreeTime[]
  first: FreeTime | undefined
  chosen: string | string[] | undefined
}

function Chips({ times, first, chosen }: ChipsProps) {
  const { lang } = useView()
  return (
    <div class="times">
      {times.map((it) => {
        const clock = clockOf(it.start)
        return (
          <label>
            <input
              id={it === first ? fieldId('gio') : undefined}
              type="radio"
              name="gio"
              value={clock}
              checked={clock === chosen}
            />
            <span>{sayTime(lang, it.start)}</span>
          </label>
        )
      })}
    </div>
  )
}

/** A day that sits only before noon says nothing of the afternoon. */
function partsOf(free: FreeTime[], hours: Hours) {
  return (['morning', 'afternoon'] as const)
    .filter((half) => hours[half] !== null)
    .map((half) => ({
      half,
      times: free.filter((it) => it.start.hour < 12 === (half === 'morning')),
    }))
}
