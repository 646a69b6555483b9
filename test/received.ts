import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** What a test says of a request; everything else is made up. */
export type Received = {
  receivedOn: string
  procedureCode: string
  procedureName: string
  authorityKey?: string | null
  authorityName: string
  homeKind?: 'this_commune' | 'neighbour' | 'same_province' | 'other_province'
  homeProvince?: string
  homeCommune?: string
  came?: 'in_person' | 'by_relative' | 'remote' | 'appointment'
  heard?: string | null
  serviceDayId?: string
  channel?: 'online' | 'in_person' | 'post'
  /** The national status; not filed yet when left out. */
  status?: number
  filedOn?: string
  dueOn?: string
  resultOn?: string
  supplement?: boolean
  trips?: number
  km?: number
  minutes?: number
  rating?: { guidance: number; speed: number; attitude: number; returns: number; online: boolean }
  ratedOn?: string
  lowAnswered?: boolean
}

/**
 * Writes requests as the requests module leaves them, as the owner of the database and without the
 * rows of other modules that they point to: reports read published views only, and a report needs
 * thousands of requests where the front door takes one at a time.
 */
export async function writeReceived(
  owner: pg.Pool,
  officeId: string,
  requests: readonly Received[],
): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    // Foreign keys rest for this transaction; check constraints do not.
    await client.query("set local session_replication_role = 'replica'")
    for (let i = 0; i < requests.length; i += 1000) {
      const rows = requests.slice(i, i + 1000).map((it) => rowOf(officeId, it))
      await insert(client, 'requests.request', rows)
      await insert(client, 'requests.clock_stop', rows.filter((row) => row.stop).map(stopOf))
      await insert(client, 'ratings.rating', rows.flatMap(ratingOf))
      await insert(client, 'reach.heard', rows.flatMap(heardOf))
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** One statement for any number of rows; columns that the table lacks are left alone. */
async function insert(
  client: pg.PoolClient,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const { rows: columns } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attname = any($2)`,
    [table, Object.keys(first)],
  )
  const names = columns.map((column) => column.name).join(', ')
  await client.query(
    `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

type Row = ReturnType<typeof rowOf>

function rowOf(officeId: string, it: Received) {
  const id = randomUUID()
  const person = randomUUID()
  const filed = it.status === undefined ? undefined : (it.filedOn ?? it.receivedOn)
  const ended = [3, 7, 8, 10].includes(it.status ?? 0)
  const result = [9, 10].includes(it.status ?? 0) ? it.resultOn : undefined
  return {
    id,
    office_id: officeId,
    code: `TC-${it.receivedOn.slice(2, 4)}${it.receivedOn.slice(5, 7)}-${String(++given).padStart(4, '0')}`,
    client_key: id,
    slip_token: id,
    received_at: morning(it.receivedOn),
    received_on: it.receivedOn,
    service_day_id: it.serviceDayId ?? null,
    subject_id: person,
    requester_id: it.came === 'by_relative' ? randomUUID() : person,
    relation: it.came === 'by_relative' ? 'mother' : 'self',
    proof: 'none',
    came: it.came ?? 'in_person',
    home_kind: it.homeKind ?? 'this_commune',
    home_commune_name: it.homeCommune ?? null,
    home_province_name: it.homeProvince ?? 'Tỉnh Nam Định',
    procedure_code: it.procedureCode,
    procedure_version_id: randomUUID(),
    procedure_name: it.procedureName,
    procedure_name_en: it.procedureName,
    authority_key: it.authorityKey ?? null,
    authority_name: it.authorityName,
    authority_name_en: it.authorityName,
    answers: {},
    channel: filed ? (it.channel ?? 'online') : null,
    portal: filed ? 'national' : null,
    filing_help: filed ? 'self_with_help' : null,
    result_delivery: filed ? 'electronic' : null,
    external_code: filed ? `G09.20-${given}` : null,
    filed_at: filed ? morning(filed) : null,
    status: it.status ?? null,
    status_at: filed ? morning(result ?? filed) : null,
    clock_from: filed ? morning(filed) : null,
    due_at: it.dueOn ? `${it.dueOn}T17:00:00+07:00` : null,
    result_at: result ? morning(result) : null,
    handed_over_at: it.status === 10 && result ? morning(result) : null,
    handed_to_name: it.status === 10 ? 'Nguyễn Thị A' : null,
    ended_at: ended ? morning(result ?? it.receivedOn) : null,
    end_reason: ended && it.status !== 10 ? 'Thiếu giấy tờ' : null,
    withdrawn_at: it.status === 7 ? morning(it.receivedOn) : null,
    trips_saved: it.trips ?? 0,
    km_saved: it.km ?? 0,
    minutes_saved: it.minutes ?? 0,
    rated_at: it.rating ? morning(it.ratedOn ?? it.receivedOn) : null,
    stop: it.supplement ?? false,
    rating: it.rating,
    ratedOn: it.ratedOn ?? it.receivedOn,
    lowAnswered: it.lowAnswered ?? false,
    heard: it.heard ?? null,
  }
}

let given = 0

function stopOf(row: Row) {
  return {
    office_id: row.office_id,
    request_id: row.id,
    because: 'supplement',
    asked_for: 'Bản sao giấy khai sinh',
    from_at: row.received_at,
    to_at: null,
  }
}

function ratingOf({ id, office_id, rating, ratedOn, lowAnswered }: Row) {
  if (!rating) return []
  const low = Math.min(rating.guidance, rating.speed, rating.attitude) <= 2
  return [
    {
      id: randomUUID(),
      office_id,
      request_id: id,
      rated_at: morning(ratedOn),
      rated_on: ratedOn,
      origin: 'slip',
      anonymous: true,
      guidance: rating.guidance,
      speed: rating.speed,
      attitude: rating.attitude,
      returns: rating.returns,
      filed_online: rating.online,
      low,
      answer: lowAnswered ? 'Xin lỗi bà con.' : null,
      answered_at: lowAnswered ? morning(ratedOn) : null,
    },
  ]
}

function morning(day: string): string {
  return `${day}T08:30:00+07:00`
}

function heardOf(row: Row) {
  if (row.heard === null) return []
  const { id: request_id, office_id, received_at: said_at, heard: channel } = row
  return [{ id: randomUUID(), office_id, request_id, channel, said_at }]
}
