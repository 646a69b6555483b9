import { bilingual } from './bilingual.ts'

export const deskCertification = bilingual({ vi: {}, en: {} })
