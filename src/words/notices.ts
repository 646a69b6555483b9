import { bilingual } from './bilingual.ts'

export const notices = bilingual({ vi: {}, en: {} })
