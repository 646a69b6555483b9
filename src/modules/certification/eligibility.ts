/**
 * The six cases in which an original must not be certified, as the procedure page of 2.000815 lists
 * them for paper. For electronic copies the same list is asked.
 */
export const originalQuestions = [
  /** Tẩy xóa, sửa chữa, thêm bớt. */
  'altered',
  /** Hư hỏng, cũ nát đến không đọc được. */
  'damaged',
  /** Đóng dấu mật, hoặc ghi rõ không được sao chụp. */
  'secret',
  /** Nội dung trái pháp luật, trái đạo đức xã hội. */
  'unlawful',
  /** Giấy tờ nước ngoài chưa hợp pháp hóa lãnh sự. */
  'foreign_not_consularised',
  /** Cá nhân tự lập, không có xác nhận và đóng dấu của cơ quan. */
  'private_unconfirmed',
] as const

export type OriginalQuestion = (typeof originalQuestions)[number]

/**
 * `exempt` answers only the question of foreign papers: passport, identity, permanent-residence and
 * residence card, driving licence, diploma, certificate and its transcript need no consular stamp.
 */
export type OriginalAnswers = Partial<Record<OriginalQuestion, 'yes' | 'no' | 'exempt'>>

export const exemptForeignPapers = [
  'passport',
  'identity_card',
  'permanent_residence_card',
  'residence_card',
  'driving_licence',
  'diploma',
  'certificate_and_transcript',
] as const

/** Why the original may not be certified; null when it may. */
export function judgeOriginal(answers: OriginalAnswers): OriginalQuestion | 'unanswered' | null {
  const answered = originalQuestions.every((it) =>
    it === 'foreign_not_consularised'
      ? ['yes', 'no', 'exempt'].includes(answers[it] ?? '')
      : ['yes', 'no'].includes(answers[it] ?? ''),
  )
  if (!answered) return 'unanswered'
  return originalQuestions.find((it) => answers[it] === 'yes') ?? null
}
