import { Refusal } from '#src/base/refusal.ts'
import type { WholeRequest } from '#src/modules/requests/index.ts'

/** Where a page belongs: to a paper of the request's list, or to another that has a name. */
export type Place = { requestId: string; listedAs: string | null; name?: string }

/** What the paper of this place is called. Refuses one that is not on the list, and one without a name. */
export function nameOf(request: WholeRequest, place: Place): string {
  if (place.listedAs !== null) {
    const item = request.items.find((it) => it.paperId === place.listedAs)
    if (!item) throw new Refusal('papers.not_listed', { field: 'which' })
    return item.name.vi
  }
  const name = (place.name ?? '').normalize('NFC').trim()
  if (name === '') throw new Refusal('papers.name_missing', { field: 'name' })
  if (name.length > 200) throw new Refusal('papers.name_too_long', { field: 'name' })
  return name
}
