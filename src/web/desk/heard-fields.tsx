import type { Ctx } from '#src/base/ctx.ts'
import { fold } from '#src/base/fold.ts'
import { listHamlets, type Hamlet } from '#src/modules/offices/index.ts'
import { channels, listBusinesses, type Business, type Heard } from '#src/modules/reach/index.ts'
import type { Filled } from '../read-form.ts'
import { Radios, Select } from '../ui/field.tsx'
import { useView } from '../view.ts'
import { said, type Values } from './receive-typed.ts'

/** The hamlets and businesses that somebody can say they come from. */
export type HeardPlaces = { hamlets: Hamlet[]; businesses: Business[] }

export async function readHeardPlaces(ctx: Ctx): Promise<HeardPlaces> {
  const [hamlets, businesses] = await Promise.all([
    listHamlets(ctx),
    listBusinesses(ctx, { inUse: true }),
  ])
  return { hamlets, businesses }
}

type Props = { filled: Filled; places: HeardPlaces; residence?: string }

/**
 * "Bà con biết tin qua đâu?": one press; where the person comes from is filled in where their card or
 * the code that they scanned says it. Nothing here has to be answered.
 */
export function HeardFields({ filled, places, residence = '' }: Props) {
  const { w } = useView()
  const words = w.deskReach.heard
  return (
    <>
      <Radios
        name="heard"
        label={words.question}
        filled={filled}
        row
        optional
        options={[
          ...channels.map((value) => ({ value, label: w.reach.channels[value] })),
          { value: '', label: words.notAsked },
        ]}
      />
      <PlaceFields filled={filled} places={places} residence={residence} />
    </>
  )
}

/** Where the person comes from. */
export function PlaceFields({ filled, places, residence = '' }: Props) {
  const words = useView().w.deskReach.heard
  return (
    <div class="grid-2">
      {places.hamlets.length > 0 && (
        <Select
          name="heardHamlet"
          label={words.hamlet}
          filled={filled}
          initial={hamletIn(residence, places.hamlets)}
          optional
          empty={words.unknown}
          options={places.hamlets.map((it) => ({ value: it.id, label: it.name }))}
        />
      )}
      {places.businesses.length > 0 && (
        <Select
          name="heardBusiness"
          label={words.business}
          filled={filled}
          optional
          empty={words.unknown}
          options={places.businesses.map((it) => ({ value: it.id, label: it.name }))}
        />
      )}
    </div>
  )
}

/** The hamlet that an address begins with, as on an ID card: "Thôn Trại Gôi, Vụ Bản, …". */
export function hamletIn(residence: string, hamlets: readonly Hamlet[]): string | undefined {
  const first = plain(residence.split(',')[0] ?? '')
  return first === '' ? undefined : hamlets.find((it) => plain(it.name) === first)?.id
}

function plain(name: string): string {
  return fold(name).replace(/^(thon|xom|lang|ap|khu|to dan pho|tdp|to) /, '')
}

/** What the fields say; hands back ids only of places that this office has. */
export function heardOf(values: Values, places: HeardPlaces): Heard {
  const one = <T extends { id: string }>(list: readonly T[], name: string) =>
    list.find((it) => it.id === said(values, name))?.id ?? null
  return {
    channel: channels.find((it) => it === said(values, 'heard')) ?? null,
    hamletId: one(places.hamlets, 'heardHamlet'),
    businessId: one(places.businesses, 'heardBusiness'),
  }
}

/** The fields as somebody answered before. */
export function heardValues(heard: Heard | null): Values {
  if (!heard) return {}
  return {
    ...(heard.channel ? { heard: heard.channel } : {}),
    ...(heard.hamletId ? { heardHamlet: heard.hamletId } : {}),
    ...(heard.businessId ? { heardBusiness: heard.businessId } : {}),
  }
}
