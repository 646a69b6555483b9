import { bilingual } from './bilingual.ts'

export const board = bilingual({ vi: {}, en: {} })
