import { paths } from '../../paths.ts'
import { useView } from '../../view.ts'

/** On the chairman's first page: how many copies wait for a signature. Nothing while none does. */
export function CopiesCard({ count }: { count: number }) {
  const { w, to } = useView()
  const words = w.deskCertification.chief
  if (count === 0) return null
  return (
    <section>
      <h2>{words.card}</h2>
      <p>
        <a class="button" href={to(paths.chiefCopies())}>
          {words.cardCount({ count })}
        </a>
      </p>
    </section>
  )
}
