import type { DeliveryFigure } from '#src/modules/deliveries/index.ts'

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const requests = new Map<string, number>()
const buckets = Array.from({ length: bounds.length }, () => 0)
let sum = 0
let count = 0

/** Counts one answered request for /metrics. */
export function countRequest(method: string, status: number, ms: number): void {
  const label = `method="${method}",status="${status}"`
  requests.set(label, (requests.get(label) ?? 0) + 1)
  const seconds = ms / 1000
  sum += seconds
  count++
  for (const [i, bound] of bounds.entries()) if (seconds <= bound) buckets[i]!++
}

/**
 * In the text format of Prometheus, version 0.0.4. Without the figures of the deliveries where the
 * database does not give them.
 */
export function writeMetrics(
  pool: { totalCount: number; idleCount: number; waitingCount: number },
  deliveries: readonly DeliveryFigure[],
): string {
  const { rss, heapUsed } = process.memoryUsage()
  return [
    '# TYPE taicho_requests_total counter',
    ...[...requests].map(([label, value]) => `taicho_requests_total{${label}} ${value}`),
    '# TYPE taicho_request_seconds histogram',
    ...bounds.map((bound, i) => `taicho_request_seconds_bucket{le="${bound}"} ${buckets[i]}`),
    `taicho_request_seconds_bucket{le="+Inf"} ${count}`,
    `taicho_request_seconds_sum ${sum}`,
    `taicho_request_seconds_count ${count}`,
    '# TYPE taicho_database_connections gauge',
    `taicho_database_connections{state="all"} ${pool.totalCount}`,
    `taicho_database_connections{state="idle"} ${pool.idleCount}`,
    `taicho_database_connections{state="awaited"} ${pool.waitingCount}`,
    '# TYPE taicho_memory_bytes gauge',
    `taicho_memory_bytes{kind="resident"} ${rss}`,
    `taicho_memory_bytes{kind="heap"} ${heapUsed}`,
    ...writeDeliveries(deliveries),
    '',
  ].join('\n')
}

/** What has ended is counted for the last day, the rest as it stands. */
function writeDeliveries(figures: readonly DeliveryFigure[]): string[] {
  const waits = figures.filter((it) => it.state === 'waiting')
  return [
    '# TYPE taicho_delivery_messages gauge',
    ...figures.map(
      ({ channel, state, messages }) =>
        `taicho_delivery_messages{channel="${channel}",state="${state}"} ${messages}`,
    ),
    '# TYPE taicho_delivery_overdue_seconds gauge',
    ...waits.map(
      ({ channel, overdue }) =>
        `taicho_delivery_overdue_seconds{channel="${channel}"} ${overdue ?? 0}`,
    ),
  ]
}
