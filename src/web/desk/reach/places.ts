import type { Hamlet } from '#src/modules/offices/index.ts'
import type { Business } from '#src/modules/reach/index.ts'
import type { Option } from '../../ui/field.tsx'

/** Where news is brought: hamlets, then businesses. */
export type Places = { hamlets: Hamlet[]; businesses: Business[] }

/** As one value of a list to choose from: `thon:…` or `dn:…`. */
export function placeOptions({ hamlets, businesses }: Places): Option[] {
  return [
    ...hamlets.map((it) => ({ value: `thon:${it.id}`, label: it.name })),
    ...businesses.filter((it) => it.inUse).map((it) => ({ value: `dn:${it.id}`, label: it.name })),
  ]
}

/** What the place is called; null for everywhere. */
export function placeName(
  { hamlets, businesses }: Places,
  { hamletId, businessId }: { hamletId: string | null; businessId: string | null },
): string | null {
  const place =
    hamlets.find((it) => it.id === hamletId) ?? businesses.find((it) => it.id === businessId)
  return place?.name ?? null
}
