import pg from 'pg'
import { readConfig } from '#src/base/config.ts'
import { findRunningPostgres } from '#src/base/embedded.ts'
import { readSecrets } from '#src/base/secrets.ts'
import { makeDataFolder, openHouse } from './setting/house.ts'
import { machine } from './setting/machine.ts'
import { signIn } from './setting/sign-in.ts'
import { timePage } from './setting/time-page.ts'

const requests = 10_000
/** The day's list, all requests, those over time, and the report of a year. */
const pages = ['/ban', '/ban/yeu-cau', '/ban/yeu-cau?tt=overdue', '/ban/bao-cao']

/**
 * How long an officer waits for a page of the desk when the office has ten thousand requests: the
 * demo's own, copied until there are so many, states and dates and all. One page at a time.
 */
export default async function desk(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const house = await openHouse(folder.dataDir)
    try {
      await multiply(folder.dataDir)
      const cookie = await signIn(house.url)
      const milliseconds: Record<string, object> = {}
      for (const page of pages) milliseconds[page] = await timePage(house.url + page, cookie)
      return { ...machine(), requests, milliseconds }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

async function multiply(dataDir: string): Promise<void> {
  const secrets = readSecrets({ ...readConfig({}), dataDir })
  const url = findRunningPostgres(dataDir, secrets.ownerPassword)
  if (!url) throw new Error('no PostgreSQL runs on the data folder')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      "select set_config('taicho.office_id', id::text, false) from offices.office limit 1",
    )
    await client.query(
      `insert into requests.request
       select (jsonb_populate_record(r, jsonb_build_object(
                'id', uuidv7(), 'code', 'ZZ-2000-' || lpad(row_number() over ()::text, 6, '0'),
                'client_key', gen_random_uuid(), 'slip_token', gen_random_uuid(),
                'external_code', r.external_code || '-' || n))).*
         from requests.request r
        cross join generate_series(1, 1 + $1::int / (select count(*)::int from requests.request)) n
        limit $1::int - (select count(*)::int from requests.request)`,
      [requests],
    )
    await client.query('analyze requests.request')
  } finally {
    await client.end()
  }
}
