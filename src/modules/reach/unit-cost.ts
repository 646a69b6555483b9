import type { Channel } from './channel.ts'

/** What one airing, one poster, one message costs the office, in đồng; a channel that is left out is not known. */
export type UnitCosts = Partial<Record<Channel, number>>
