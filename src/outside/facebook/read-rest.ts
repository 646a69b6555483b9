import { z } from 'zod'
import { readJson } from '../messages/ask-over-http.ts'

/** How much of what is allowed in an hour is used, in percent. */
const share = z.object({
  call_count: z.number().default(0),
  total_cputime: z.number().default(0),
  total_time: z.number().default(0),
  estimated_time_to_regain_access: z.number().default(0),
})
const ofBusiness = z.record(z.string(), z.array(share))

/** From here on calls are soon refused. */
const nearlyAll = 95
const shortRest = 300
const longestRest = 24 * 3600

/**
 * For how many seconds the page is to be left alone, by the headers that tell how much is used; 0 when
 * there is room. What is malformed tells nothing.
 */
export function readRest(
  business: string | string[] | undefined,
  app: string | string[] | undefined,
): number {
  const all = ofBusiness.safeParse(readJson(String(business ?? ''))).data ?? {}
  const own = share.safeParse(readJson(String(app ?? ''))).data
  const shares = [...Object.values(all).flat(), ...(own ? [own] : [])]
  const rests = shares.map((it) => {
    if (it.estimated_time_to_regain_access > 0) return it.estimated_time_to_regain_access * 60
    return Math.max(it.call_count, it.total_cputime, it.total_time) >= nearlyAll ? shortRest : 0
  })
  return Math.min(Math.max(0, ...rests), longestRest)
}
