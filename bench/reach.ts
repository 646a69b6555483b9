import pg from 'pg'
import { readConfig } from '#src/base/config.ts'
import { findRunningPostgres } from '#src/base/embedded.ts'
import { readSecrets } from '#src/base/secrets.ts'
import { makeDataFolder, openHouse } from './setting/house.ts'
import { machine } from './setting/machine.ts'
import { signIn } from './setting/sign-in.ts'
import { timePage } from './setting/time-page.ts'

const visits = 10_000
const hamlets = 25
const path = '/ban/do-phu?tu=2020-01-01&den=2030-12-31'

/**
 * How long an officer waits for the picture of reach over all days when ten thousand people came: nine of
 * ten said how they heard and from which of 25 hamlets, 20,000 messages went out, 2,000 efforts were noted.
 * One page at a time.
 */
export default async function reach(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const house = await openHouse(folder.dataDir)
    try {
      await fill(folder.dataDir)
      const milliseconds = await timePage(house.url + path, await signIn(house.url))
      return { ...machine(), visits, milliseconds }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

/** The visits of the demo copied until there are so many, and what was said and sent made up. */
async function fill(dataDir: string): Promise<void> {
  const secrets = readSecrets({ ...readConfig({}), dataDir })
  const url = findRunningPostgres(dataDir, secrets.ownerPassword)
  if (!url) throw new Error('no PostgreSQL runs on the data folder')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      "select set_config('taicho.office_id', id::text, false) from offices.office limit 1",
    )
    const steps = [
      `insert into offices.hamlet (office_id, name, households)
       select taicho.current_office(), 'Thôn mẫu ' || n, 100 + n from generate_series(1, ${hamlets}) n`,
      `alter table queue.visit disable trigger user`,
      `insert into queue.visit
       select (jsonb_populate_record(v, jsonb_build_object('id', uuidv7(), 'appointment_id', null, 'appointment_position', null,
                'client_key', gen_random_uuid(), 'token', gen_random_uuid(),
                'number', 10000 + row_number() over ()))).*
         from queue.visit v cross join generate_series(1, 1 + ${visits} / (select count(*)::int from queue.visit)) n
        limit ${visits} - (select count(*)::int from queue.visit)`,
      `insert into reach.heard (office_id, visit_id, channel, hamlet_id, said_at)
       select v.office_id, v.id,
              (enum_range(null::reach.channel))[1 + (random() * 11)::int],
              (array(select id from offices.hamlet))[1 + (random() * ${hamlets - 1})::int], now()
         from queue.visit v where random() < 0.9 on conflict do nothing`,
      `insert into reach.effort (office_id, client_key, on_date, channel, quantity, hamlet_id, cost_dong)
       select taicho.current_office(), gen_random_uuid(), current_date - n % 360,
              (enum_range(null::reach.channel))[2 + n % 9], 1 + n % 50,
              (array(select id from offices.hamlet))[1 + n % ${hamlets}], 1000
         from generate_series(1, 2000) n`,
      `insert into deliveries.account
         (office_id, channel, provider, name, secrets_sealed, kept_by, connected_at, cost_per_part, state)
       select taicho.current_office(), 'sms', 'esms', 'Tin nhắn', '', 'Chị Hoa', now(), 800, 'paused'`,
      `insert into deliveries.message
         (office_id, client_key, channel, purpose, state, to_mark, asked_at, next_at, settled_at, account_id)
       select a.office_id, 'mẫu ' || n, 'sms', 'bulletin', 'delivered', n::text::bytea, at, at, at, a.id
         from deliveries.account a, generate_series(1, 20000) n,
              lateral (select now() - make_interval(days => n % 360) as at) moment`,
      `analyze`,
    ]
    for (const step of steps) await client.query(step)
  } finally {
    await client.end()
  }
}
