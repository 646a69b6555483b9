import type { Readiness, SigningKey } from '#src/modules/signing/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { CopyLine } from './copy-list.tsx'
import { CannotSign } from './cannot-sign.tsx'
import { PickBox } from './pick-box.tsx'
import type { InWork } from './read-queue.ts'
import { SecretField } from './secret-field.tsx'

type Props = {
  items: InWork[]
  readiness: Readiness
  seal: SigningKey | null
  isDemo: boolean
  filled: Filled
}

/** The seal of the office on many copies at once, with one PIN. Not offered where it cannot work. */
export function SealForm({ items, readiness, seal, isDemo, filled }: Props) {
  const { w, to } = useView()
  const words = w.deskCertification.queue
  const ticked = filled.values['ids[]']
  if (items.length === 0) return null
  if (readiness.canSeal && seal?.kind === 'agent') return <SealOneByOne items={items} />
  return (
    <section>
      <h2>
        {words.toSeal}
        <span class="quiet-text"> · {words.waits({ count: items.length })}</span>
      </h2>
      <form method="post" action={to(paths.copiesDo('dong-dau'))}>
        <ul class="tasks requests pickable">
          {items.map(({ copy, job }) => (
            <li>
              <PickBox
                value={copy.id}
                label={words.pick({ name: copy.originalName })}
                ticked={ticked === undefined || ticked.includes(copy.id)}
              />
              <div>
                <a href={to(paths.copy(copy.id))}>
                  <Vietnamese text={copy.originalName} />
                </a>
                <CopyLine copy={copy} />
                {job?.trouble && <span class="late">{w.signing.troubles[job.trouble]}</span>}
              </div>
            </li>
          ))}
        </ul>
        {readiness.canSeal && seal ? (
          <div class="decide">
            <SecretField kind={seal.kind} label={words.secret} isDemo={isDemo} filled={filled} />
            <button class="button">{words.seal}</button>
          </div>
        ) : (
          <CannotSign
            title={words.cannotSeal}
            found={[readiness.seal]}
            {...(!seal && { also: w.deskCertification.chief.noSeal })}
          />
        )}
      </form>
    </section>
  )
}

/** A seal that only a program on its keeper's PC can use: a button for each copy. */
function SealOneByOne({ items }: { items: InWork[] }) {
  const { w, to } = useView()
  const words = w.deskCertification.queue
  return (
    <section>
      <h2>
        {words.toSeal}
        <span class="quiet-text"> · {words.waits({ count: items.length })}</span>
      </h2>
      <p class="hint">{words.agentLead}</p>
      <ul class="tasks requests">
        {items.map(({ copy, job }) => (
          <li>
            <div>
              <a href={to(paths.copy(copy.id))}>
                <Vietnamese text={copy.originalName} />
              </a>
              <CopyLine copy={copy} />
              {job?.trouble && <span class="late">{w.signing.troubles[job.trouble]}</span>}
            </div>
            <form method="post" action={to(paths.copyDo(copy.id, 'phan-mem'))}>
              <button class="button quiet">{words.byProgram({ name: copy.originalName })}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
