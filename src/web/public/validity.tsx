import type { ProcedureVersion } from '#src/modules/catalogue/index.ts'
import type { Lang, Words } from '#src/words/index.ts'
import { sayDay } from '../dates.ts'
import { shorten } from '../shorten.ts'
import { Notice } from '../ui/pieces.tsx'
import { useView } from '../view.ts'

/** A past version says so in its title too, to be told from today's. */
export function titleOf(
  version: ProcedureVersion,
  now: Temporal.PlainDate,
  lang: Lang,
  w: Words,
): string {
  const name = shorten(version.plainName)[lang]
  const { validTo } = version
  if (!validTo || Temporal.PlainDate.compare(validTo, now) > 0) return name
  return w.public.procedure.pastTitle({ name, to: sayDay(lang, validTo.subtract({ days: 1 })) })
}

type ValidityProps = {
  /** Where the rules of today are read. */
  current: string
  version: ProcedureVersion
  /** The code in the address, which may be an older one. */
  asked: string
  now: Temporal.PlainDate
}

/** Whether what is read holds today: over, not begun, or found under an older code. */
export function Validity({ current, version, asked, now }: ValidityProps) {
  const { lang, w, to } = useView()
  const { procedure } = w.public
  const { validFrom, validTo } = version
  if (validTo && Temporal.PlainDate.compare(validTo, now) <= 0)
    return (
      <Notice tone="hot" title={procedure.past}>
        <p>
          {procedure.pastHint({
            from: sayDay(lang, validFrom),
            to: sayDay(lang, validTo.subtract({ days: 1 })),
          })}{' '}
          <a href={to(current)}>{procedure.current}</a>
        </p>
      </Notice>
    )
  if (Temporal.PlainDate.compare(validFrom, now) > 0)
    return (
      <Notice tone="sun" title={procedure.laterTitle}>
        <p>{procedure.later({ from: sayDay(lang, validFrom) })}</p>
      </Notice>
    )
  if (asked === version.code) return null
  return (
    <Notice title={procedure.oldCode({ old: asked, code: version.code })}>
      <p>{procedure.oldCodeHint}</p>
    </Notice>
  )
}
