import { bilingual } from './bilingual.ts'

/** The question how people heard, and the officers' pages about whom the news reaches. */
export const deskReach = bilingual({
  vi: {
    heard: {
      question: 'Bà con biết tin qua đâu?',
      hamlet: 'Ở thôn nào?',
      business: 'Làm ở doanh nghiệp nào?',
      unknown: 'Chưa rõ',
      notAsked: 'Chưa hỏi',
      optional: 'Không trả lời cũng được.',
    },
  },
  en: {
    heard: {
      question: 'How did you hear of us?',
      hamlet: 'Which hamlet?',
      business: 'Which business do you work at?',
      unknown: 'Not known',
      notAsked: 'Not asked',
      optional: 'You need not answer.',
    },
  },
})
