import type { Person } from '#src/modules/requests/index.ts'
import { shortDate } from '../dates.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../read-form.ts'
import { Field } from '../ui/field.tsx'
import { useView } from '../view.ts'

/** One box for a phone, an ID number or a name. */
export function FindPerson({ filled }: { filled: Filled }) {
  const { w, to } = useView()
  const { home } = w.desk
  return (
    <form method="post" action={to(paths.desk())} role="search" aria-label={home.find}>
      <Field
        name="tim"
        label={home.find}
        hint={home.findHint}
        filled={filled}
        maxlength={120}
        spellcheck={false}
      />
      <button class="button quiet">{home.findButton}</button>
    </form>
  )
}

/** Whom the office has helped before: nothing is typed twice. */
export function PersonsFound({ persons }: { persons: Person[] }) {
  const { w, to } = useView()
  const { home } = w.desk
  return (
    <>
      <h2>{home.found({ count: persons.length })}</h2>
      {persons.length === 0 && <p class="quiet-text">{home.foundNobody}</p>}
      <ul class="paths">
        {persons.map((person) => (
          <li>
            <a href={to(paths.requestNewFor(person.id))}>{person.fullName}</a>
            <PersonLine person={person} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What tells two people of one name apart, with numbers masked. */
export function PersonLine({ person }: { person: Person }) {
  const { w } = useView()
  const { people } = w.desk
  const born = person.birthDate ? shortDate(person.birthDate) : person.birthYear
  const said = [
    born && people.born({ when: String(born) }),
    person.idNumberMasked && people.idNumber({ masked: person.idNumberMasked }),
    person.phoneMasked && people.phone({ masked: person.phoneMasked }),
  ].filter(Boolean)
  return <span>{said.join(' · ')}</span>
}
