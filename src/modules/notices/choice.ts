import type { NoticesChosenHow, NoticesWay } from '#src/base/database.generated.ts'

/** How somebody wants to be told of one matter. */
export type Way = NoticesWay
export const ways = ['zalo', 'sms', 'email', 'call', 'none'] as const satisfies readonly Way[]

export type Choice = {
  way: Way
  email: string | null
  how: NoticesChosenHow
  chosenAt: Date
  /** The officer who asked; null when the person chose alone. */
  chosenBy: string | null
  /** In the link that ends the messages. */
  token: string
  /** The office's own address as the person reached it. */
  site: string
}
