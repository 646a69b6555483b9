import { randomInt } from 'node:crypto'
import type { Channel, Target } from './channel.ts'

/** A short address for one channel in one place, or everywhere. */
export type Link = {
  id: string
  /** Five signs, in `/…/d/h7k2m`. */
  code: string
  channel: Channel
  target: Target
  hamletId: string | null
  businessId: string | null
}

export const linkColumns = [
  'id',
  'code',
  'channel',
  'target',
  'hamlet_id as hamletId',
  'business_id as businessId',
] as const

/** `made_for` of a link that is for no one place. */
export const everywhere = '00000000-0000-0000-0000-000000000000'

/** No sign that is taken for another when it is read from paper: no 0, 1, i, l, o. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz'

export function newLinkCode(): string {
  return Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
}
