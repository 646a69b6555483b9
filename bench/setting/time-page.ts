import { median, rounded } from './figures.ts'
import { statusOf } from './house.ts'

const times = 60

/** How long an officer waits for a page, in milliseconds, one after the other. */
export async function timePage(url: string, cookie: string): Promise<{ p50: number; p95: number }> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const from = performance.now()
    const status = await statusOf(url, { cookie })
    taken.push(performance.now() - from)
    if (status !== 200) throw new Error(`${url}: ${status}`)
  }
  const p95 = taken.toSorted((a, b) => a - b)[Math.floor(times * 0.95)] ?? 0
  return { p50: rounded(median(taken), 1), p95: rounded(p95, 1) }
}
