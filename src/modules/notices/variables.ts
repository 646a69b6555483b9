import type { MessageKind } from './message.ts'

/** What a text of each kind may name in braces; ZNS templates name the same. */
export const variables = {
  turn_near: ['don_vi', 'so', 'so_truoc'],
  day_moved: ['don_vi', 'ngay_cu', 'ngay', 'gio', 'dia_diem', 'ly_do'],
  day_cancelled: ['don_vi', 'ngay', 'gio', 'ly_do'],
  seat_offered: ['don_vi', 'ngay', 'gio', 'den'],
  booked: ['don_vi', 'ngay', 'gio', 'ma'],
  appointment_displaced: ['don_vi', 'ngay', 'gio'],
  received: ['don_vi', 'ma', 'thu_tuc', 'hen_tra'],
  need_paper: ['don_vi', 'ma', 'thu_tuc', 'can'],
  ready: ['don_vi', 'ma', 'thu_tuc'],
} as const satisfies Record<MessageKind, readonly string[]>

export const messageKinds = Object.keys(variables) as MessageKind[]

/** What each variable stands for in one message. */
export type Facts = Record<string, string>

/** Puts the facts into a text. A sentence that names what is not known is left out whole. */
export function fillText(text: string, facts: Facts): string {
  const sentences = text.normalize('NFC').split(/(?<=[.!?])\s+/)
  return sentences
    .filter((it) => namedIn(it).every((name) => facts[name]))
    .map((it) => it.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? ''))
    .map((it) => it.replace(/([.!?])\.$/, '$1'))
    .join(' ')
}

/** The names in braces in a text. */
export function namedIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
}
