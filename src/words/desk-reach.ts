import { bilingual } from './bilingual.ts'

export const deskReach = bilingual({ vi: {}, en: {} })
