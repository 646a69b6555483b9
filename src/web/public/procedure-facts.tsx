import type { Fee, Method, ProcedureVersion } from '#src/modules/catalogue/index.ts'
import { sayTimeLimit } from '../say-time-limit.ts'
import { Summary } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import type { Fees } from './read-fees.ts'

/** Who decides, how long, what it costs, how it is filed, what comes out of it. */
export function ProcedureFacts({ version, fees }: { version: ProcedureVersion; fees: Fees }) {
  const { lang, w } = useView()
  const { procedure } = w.public
  const { methods } = w.catalogue
  return (
    <Summary
      rows={[
        [procedure.decides, <Decides version={version} />],
        [
          procedure.time,
          <ByMethod
            rows={version.channels.map((it) => [it.method, sayTimeLimit(lang, it.time)])}
          />,
        ],
        [procedure.fee, <FeeFact fees={fees} />],
        [procedure.channels, version.channels.map((it) => methods[it.method]).join(', ')],
        [procedure.vneid, vneidWords(procedure.vneidLevel, version)],
        [procedure.result, version.result && <Told said={version.result} />],
        [
          procedure.forWhom,
          version.subjects.length > 0 ? <Vietnamese text={version.subjects.join(', ')} /> : null,
        ],
      ]}
    />
  )
}

/** The fee of each way of filing, with what reduces it. */
export function FeeFact({ fees }: { fees: Fees }) {
  const { w } = useView()
  const notes = new Map(
    fees.flatMap(({ fee }) => (fee.note ? [[fee.note.vi, fee.note] as const] : [])),
  )
  return (
    <>
      <ByMethod rows={fees.map(({ method, fee }) => [method, feeWords(w.catalogue.fee, fee)])} />
      {[...notes.values()].map((note) => (
        <p class="hint">
          <Told said={note} />
        </p>
      ))}
      {[...new Set(fees.map(({ fee }) => (fee.kind === 'known' ? fee.decidedBy : null)))].map(
        (decision) =>
          decision && (
            <p class="hint">
              <Vietnamese text={decision} />
            </p>
          ),
      )}
    </>
  )
}

/** One sentence when all ways of filing say the same, else one for each. */
export function ByMethod({ rows }: { rows: [Method, string][] }) {
  const { w } = useView()
  const said = new Set(rows.map(([, it]) => it))
  if (said.size <= 1) return <>{capital(rows[0]?.[1] ?? '')}</>
  return (
    <>
      {rows.map(([method, it]) => (
        <p>{w.public.procedure.by({ method: w.catalogue.methods[method], said: it })}</p>
      ))}
    </>
  )
}

function Decides({ version }: { version: ProcedureVersion }) {
  if (version.authority) return <Told said={version.authority.name} />
  return version.authorityText ? <Vietnamese text={version.authorityText} /> : null
}

type FeeWording = {
  free: string
  province: string
  unknown: string
  dong: (it: { vnd: number }) => string
}

function feeWords(said: FeeWording, fee: Fee): string {
  if (fee.kind !== 'known') return said[fee.kind]
  return fee.vnd === 0 ? said.free : said.dong({ vnd: fee.vnd })
}

type LevelWording = { none: string; one: string; two: string; unknown: string }

function vneidWords(said: LevelWording, version: ProcedureVersion): string | null {
  if (!version.channels.some((it) => it.method === 'online')) return null
  if (version.vneidLevel === null) return said.unknown
  return [said.none, said.one, said.two][version.vneidLevel] ?? said.unknown
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
