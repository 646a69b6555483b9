import type { Ctx } from '#src/base/ctx.ts'
import {
  changeStatus,
  fileWithAuthority,
  getRequest,
  handOverResult,
  receiveRequest,
  type Filing,
  type NewRequest,
  type Status,
  type WholeRequest,
} from '#src/modules/requests/index.ts'
import { need, type Desk } from './desk.ts'
import { at } from './office.ts'

/** Monday 16 November 2026, 9:00; no day off until Tuesday the 24th. */
export const monday = '2026-11-16T02:00:00Z'

let codes = 0

/** How it went to the authority; each has a dossier code of its own. */
export function filing(requestId: string, differs: Partial<Filing> = {}): Filing {
  return {
    requestId,
    externalCode: `G09.20-20261116-${String(++codes).padStart(7, '0')}`,
    portal: 'national',
    filingHelp: 'self_with_help',
    channel: 'online',
    resultDelivery: 'desk',
    ...differs,
  }
}

/** A request received and filed, and the officer at that moment. */
export async function filed(
  desk: Desk,
  differs: { request?: Partial<NewRequest>; filing?: Partial<Filing>; when?: string } = {},
): Promise<{ id: string; ctx: Ctx; dueAt: Date | null }> {
  const ctx = at(desk.officer, differs.when ?? monday)
  const { id } = await receiveRequest(ctx, need(differs.request))
  const { dueAt } = await fileWithAuthority(ctx, filing(id, { status: 2, ...differs.filing }))
  return { id, ctx, dueAt }
}

/** What the desk sees of a request at a moment. */
export function look(desk: Desk, id: string, when = monday): Promise<WholeRequest> {
  return getRequest(at(desk.officer, when), { requestId: id })
}

/** By which statuses a filed request comes to each. */
const ways: Record<Status, Status[]> = {
  1: [],
  2: [],
  3: [3],
  4: [4],
  5: [4, 5],
  6: [4, 6],
  7: [4, 7],
  8: [4, 8],
  9: [4, 9],
  10: [4, 9],
}

/** A request that stands at this status. */
export async function broughtTo(desk: Desk, status: Status): Promise<{ id: string; ctx: Ctx }> {
  const registered = status === 1 || status === 3
  const { id, ctx } = await filed(desk, { filing: { status: registered ? 1 : 2 } })
  for (const to of ways[status])
    await changeStatus(ctx, { requestId: id, to, note: 'Theo thông báo của cơ quan' })
  if (status === 10)
    await handOverResult(ctx, { requestId: id, toName: 'Nguyễn Thị A', toRelation: 'self' })
  return { id, ctx }
}
