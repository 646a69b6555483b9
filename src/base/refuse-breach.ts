import { Refusal } from './refusal.ts'

type Options = ConstructorParameters<typeof Refusal>[1]

/**
 * Runs a write, and where the database says no by a constraint that is named here, says it in the
 * words of a refusal. So that rules stand once, as constraints, and two people at the same moment
 * get the same answer as one after the other. Any other error goes on as it is.
 */
export async function refuseBreach<T>(
  constraints: Record<string, [code: Refusal['code'], options?: Options]>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { constraint } = error as { constraint?: string }
    const refusal = constraint === undefined ? undefined : constraints[constraint]
    if (refusal) throw new Refusal(...refusal)
    throw error
  }
}
