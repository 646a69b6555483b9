import { createHash, randomUUID } from 'node:crypto'
import type { TestOffice } from './office.ts'

type Row = {
  code: string
  number: number
  state?: 'issued' | 'annulled' | 'revoked'
  medium?: 'electronic' | 'paper'
  reason?: string
  originalName?: string
}

/**
 * A copy in the register, with this file as the one that was issued. How copies come to be there is shown by
 * the tests of the module; here it is only looked up, so what it hangs on is left out.
 */
export async function putIssued(
  office: TestOffice,
  pdf: Uint8Array | null,
  row: Row,
): Promise<void> {
  const { code, number, state = 'issued', medium = 'electronic', reason = 'Ghi nhầm' } = row
  const client = await office.owner.connect()
  const at = '2026-11-20T01:00:00Z'
  const statement = {
    ...{ issuer: [], lines: [], place: 'Vụ Bản', dateWords: 'ngày 20 tháng 11 năm 2026' },
    ...{ signerTitle: 'Chủ tịch', signerName: 'Nguyễn Thị Thanh Hằng', number: String(number) },
    book: '01/2026-SCTĐT/BS',
  }
  try {
    await client.query('begin')
    await client.query(`set local session_replication_role = replica`)
    const { rows } = await client.query<{ id: string }>(
      `insert into certification.book (office_id, medium, year, symbol, opened_at, last_number)
       values ($1, $2, 2026, $3, $4, 1000)
       on conflict (office_id, medium, year) do update set last_number = 1000 returning id`,
      [office.officeId, medium, medium === 'paper' ? 'SCT/BS' : 'SCTĐT/BS', at],
    )
    const ended = state === 'issued' ? null : at
    await client.query(
      `insert into certification.copy
         (office_id, client_key, code, request_id, paper_id, medium, state, original_name, original_pages,
          copies, requester_name, answers, need, fee_vnd, asked_at, asked_by, compared_at, compared_by,
          book_id, number, approved_at, approved_by, statement, signing_job_id, sha256, issued_at,
          ended_at, ended_by, end_reason)
       values ($1, $2, $3, $4, $4, $5, $6, $7, 2, 1, 'Nguyễn Thị Bưởi', '{}', 'needed', 4000, $8, $4, $8, $4,
          $9, $10, $8, $4, $11, $12, $13, $8, $14, $15, $16)`,
      [
        ...[office.officeId, randomUUID(), code, randomUUID(), medium, state],
        ...[
          row.originalName ?? 'Giấy khai sinh',
          at,
          rows[0]!.id,
          number,
          JSON.stringify(statement),
        ],
        medium === 'electronic' ? randomUUID() : null,
        pdf && createHash('sha256').update(pdf).digest(),
        ...[ended, ended && randomUUID(), ended && reason],
      ],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}
