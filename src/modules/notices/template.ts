import { defaultTexts } from './default-texts.ts'
import type { MessageKind } from './message.ts'

/** What a kind of message says over channels. */
export type Template = {
  kind: MessageKind
  /** 0: as the house words it. */
  version: number
  text: string
  /** SMS goes without marks: 160 signs a part instead of 70. */
  plain: boolean
  /** The approved template of Zalo that says the same; null: not over ZNS. */
  znsId: string | null
}

export function usualTemplate(kind: MessageKind): Template {
  return { kind, version: 0, text: defaultTexts[kind], plain: true, znsId: null }
}
