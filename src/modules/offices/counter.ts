/** A desk in the hall, by the number on the sign above it. */
export type Counter = { id: string; number: number; name: string; inUse: boolean }

export const counterColumns = ['id', 'number', 'name', 'in_use as inUse'] as const
