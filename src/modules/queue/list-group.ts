import type { Ctx } from '#src/base/ctx.ts'
import { findBooked } from './find-booked.ts'

/** One place of a group: who is to come on it, and the number they were given. */
export type GroupMember = {
  /** From 1, as `checkIn` wants it. */
  position: number
  /** Null where nobody is named. */
  name: string | null
  ticket: { visitId: string; code: string } | null
}

/** Every place of a group's appointment, in order; empty when the link leads to none. */
export async function listGroup(ctx: Ctx, by: { token: string }): Promise<GroupMember[]> {
  const booked = await findBooked(ctx, by)
  if (!booked) return []
  const names = new Map(booked.people.map((it) => [it.position, it.name]))
  const came = new Map(booked.came.map((it) => [it.position, it]))
  return Array.from({ length: booked.party }, (_, i) => {
    const position = i + 1
    const ticket = came.get(position)
    return {
      ...{ position, name: names.get(position) ?? null },
      ticket: ticket ? { visitId: ticket.visitId, code: ticket.code } : null,
    }
  })
}
