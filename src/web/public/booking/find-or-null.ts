import { Refusal } from '#src/base/refusal.ts'

/** What was looked for by the token of a link; null where the office has none such. */
export async function findOrNull<T>(look: () => Promise<T | null>): Promise<T | null> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Refusal && /[._]not_found$|_unknown$/.test(error.code)) return null
    throw error
  }
}
