import { relations } from '#src/modules/catalogue/index.ts'
import { Field, fieldId, Radios, Select, type Option } from '../ui/field.tsx'
import { Notice } from '../ui/pieces.tsx'
import { useView } from '../view.ts'
import { PersonLine } from './find-person.tsx'
import { WarningsOf } from './person-warnings.tsx'
import type { PartProps } from './receive-form.tsx'
import type { PlaceChoice } from './receive-places.ts'
import { said, type FormParty } from './receive-typed.ts'

/** Who somebody is: from the card, from the last time, or typed. */
export function PartyFields({ party, draft, filled, action }: PartProps & { party: FormParty }) {
  const { w } = useView()
  const { receive } = w.desk
  const { person, alike } = draft.known[party]
  const anchor = `${action}#${party === 'here' ? 'nguoi-den' : 'nguoi-can'}`
  const name = (field: string) => `${party}.${field}`
  return (
    <>
      <input type="hidden" name={name('id')} value={said(filled.values, name('id'))} />
      <input
        type="hidden"
        name={name('residence')}
        value={said(filled.values, name('residence'))}
      />
      <div class="card-row">
        <Field
          name={name('card')}
          label={receive.card}
          hint={receive.cardHint}
          filled={filled}
          spellcheck={false}
          maxlength={400}
          optional
        />
        <button class="button quiet" formaction={anchor}>
          {receive.fromCard}
        </button>
      </div>
      {person && (
        <Notice>
          <p>
            {receive.wasHere} <b>{person.fullName}</b>
          </p>
          <p>
            <PersonLine person={person} />
          </p>
          <p>
            <button class="link-button" name={name('choose')} value="" formaction={anchor}>
              {receive.notThem}
            </button>
          </p>
        </Notice>
      )}
      {alike.length > 0 && (
        <Notice tone="sun" title={receive.alike}>
          <ul class="picks">
            {alike.map((it) => (
              <li>
                <button class="pick" name={name('choose')} value={it.id} formaction={anchor}>
                  {it.fullName}
                  <small>
                    <PersonLine person={it} />
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="grid-2">
        <Field name={name('fullName')} label={receive.fullName} filled={filled} maxlength={120} />
        <Field
          name={name('phone')}
          label={receive.phone}
          hint={person?.phoneMasked ? receive.keepsHad({ had: person.phoneMasked }) : undefined}
          filled={filled}
          type="tel"
          maxlength={20}
          autofocus={said(filled.values, 'lately') === name('phone')}
          optional
        />
        <Field
          name={name('birth')}
          label={receive.birth}
          filled={filled}
          width="mid"
          maxlength={10}
          optional
        />
        <Field
          name={name('idNumber')}
          label={receive.idNumber}
          hint={
            person?.idNumberMasked ? receive.keepsHad({ had: person.idNumberMasked }) : undefined
          }
          filled={filled}
          inputmode="numeric"
          maxlength={20}
          optional
        />
      </div>
      <Radios
        name={name('sex')}
        label={receive.sex}
        filled={filled}
        row
        optional
        options={(['female', 'male'] as const).map((it) => ({
          value: it,
          label: w.requests.sexes[it],
        }))}
      />
      <WarningsOf known={draft.known[party]} />
    </>
  )
}

/** For whom: the form asks for the other person only when there is one. */
export function RelationField({ filled }: PartProps) {
  const { w } = useView()
  const { receive } = w.desk
  return (
    <Select
      name="relation"
      label={receive.relation}
      filled={filled}
      initial="self"
      empty={false}
      options={relations.map((it) => ({
        value: it,
        label:
          it === 'self'
            ? receive.forThemself
            : receive.isTheirs({ relation: w.catalogue.relations[it] }),
      }))}
    />
  )
}

/** Where the person whom the result is for lives, by today's or the former name of the commune. */
export function HomeFields({ draft, filled, action }: PartProps) {
  const { w } = useView()
  const { receive } = w.desk
  const typed = said(filled.values, 'place')
  return (
    <>
      <div class="search">
        <div class="field">
          <label for={fieldId('place')}>{receive.place}</label>
          <span class="hint" id="noi-o-goi-y">
            {receive.placeHint}
          </span>
          <div class="row">
            <input
              id={fieldId('place')}
              name="place"
              value={typed}
              autocomplete="off"
              spellcheck={false}
              maxlength={200}
              aria-describedby="noi-o-goi-y"
            />
            <button class="button" formaction={`${action}#noi-o`}>
              {receive.placeButton}
            </button>
          </div>
        </div>
      </div>
      {typed && !draft.places.some((it) => it.found) && <p>{w.places.notFound}</p>}
      <Radios
        name="commune"
        label={receive.commune}
        filled={filled}
        options={draft.places.map(useOption)}
      />
      <details open={said(filled.values, 'homeKind') !== ''}>
        <summary>{receive.communeUnknown}</summary>
        <Select
          name="homeKind"
          label={receive.homeKind}
          filled={filled}
          options={Object.entries(w.requests.homes).map(([value, label]) => ({ value, label }))}
        />
      </details>
    </>
  )
}

function useOption({ value, commune, formerly }: PlaceChoice): Option {
  const { places } = useView().w
  const label = [commune.full_name, commune.district, commune.province].filter(Boolean).join(', ')
  if (!formerly) return { value, label }
  const was = [formerly.full_name, formerly.district, formerly.province].filter(Boolean).join(', ')
  return {
    value,
    label,
    hint: formerly.divided ? places.formerlyDivided(was) : places.formerly(was),
  }
}
