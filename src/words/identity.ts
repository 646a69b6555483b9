import { bilingual } from './bilingual.ts'

export const identity = bilingual({
  vi: {
    refusals: {
      'identity.not_allowed': 'Việc này dành cho cán bộ được giao.',
    },
  },
  en: {
    refusals: {
      'identity.not_allowed': 'Only an officer in charge may do this.',
    },
  },
})
