import { bilingual } from './bilingual.ts'

export const reports = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
