import { Tag } from '../../ui/pieces.tsx'
import type { Visitor } from './line-state.ts'
import { sayMinutes, useLine } from './line-view.ts'

/** What somebody came for, in the office's words; says so when nobody knows yet. */
export function WhatFor({ visitor }: { visitor: Visitor }) {
  const { state, said } = useLine()
  if (visitor.procedures.length === 0) return <>{said.served.noProcedure}</>
  return <>{visitor.procedures.map((code) => state.procedures[code] ?? code).join(' · ')}</>
}

/** What they said beforehand: that they come in a wheelchair, that somebody must translate. */
export function SaidBefore({ visitor }: { visitor: Visitor }) {
  const { said } = useLine()
  if (!visitor.note) return null
  return (
    <span>
      {said.served.saidBefore} <q>{visitor.note}</q>
    </span>
  )
}

/** What the officer should see at once: who goes first, who booked, what is only on this machine. */
export function VisitorTags({ visitor, missed = 0 }: { visitor: Visitor; missed?: number }) {
  const { state, said, lang } = useLine()
  return (
    <span class="tags">
      {visitor.priority && <Tag tone="sun">{state.priorities[visitor.priority]}</Tag>}
      {visitor.bookedAt !== null && (
        <Tag>{said.served.booked({ time: sayMinutes(lang, visitor.bookedAt) })}</Tag>
      )}
      {missed > 0 && <Tag tone="plain">{said.served.missed({ count: missed })}</Tag>}
      {visitor.local && <Tag tone="hot">{said.served.local}</Tag>}
    </span>
  )
}
