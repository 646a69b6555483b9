import type { Difference } from './same-object.ts'

/** As an expert looks it up: `12 0 obj /Contents`. */
export function place({ num, key }: Difference): string {
  return [num === undefined ? '' : `${num} 0 obj`, key && `/${key}`].filter(Boolean).join(' ')
}
