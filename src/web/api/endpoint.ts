import { z } from 'zod'
import type { NationCtx } from '#src/base/ctx.ts'
import type { Lang } from '#src/words/index.ts'
import type { House } from '../env.ts'

/** What an endpoint answers from. `lang` is asked for with `?lang=`; Vietnamese otherwise. */
export type Asking = { house: House; nation: NationCtx; lang: Lang }

type Parameters = Record<string, string>

/** One address of the API: what may be asked, what is answered, and the words of the document. */
export type Endpoint = {
  /** As OpenAPI writes it: `/procedures/{code}`. */
  path: string
  name: string
  tag: Tag
  summary: string
  description: string
  params: z.ZodObject
  response: z.ZodType
  /** The statuses besides 400 by which it may refuse. */
  refuses: (404 | 410)[]
  /** Reads the parameters, answers, and leaves out of the answer all that `response` does not name. */
  run: (asking: Asking, parameters: Parameters) => Promise<unknown>
}

export type Tag = 'procedures' | 'places' | 'calendar' | 'offices'

/** Every endpoint takes it: the language of names and sentences. */
export const language = z.object({
  lang: z
    .enum(['vi', 'en'], 'lang')
    .optional()
    .describe('Language of names and sentences; Vietnamese when left out.'),
})

/**
 * Defines an endpoint. Its zod schemas are the one description of it: they check what is asked,
 * shape what is answered, and become the OpenAPI document. The message of a parameter's schema is a
 * key of `words.api.wrong`.
 */
export function endpoint<P extends z.ZodObject, R extends z.ZodType>(
  it: Omit<Endpoint, 'params' | 'response' | 'refuses' | 'description' | 'run'> & {
    params: P
    response: R
    description?: string
    refuses?: (404 | 410)[]
    answer: (asking: Asking, asked: z.output<P>) => z.output<R> | Promise<z.output<R>>
  },
): Endpoint {
  const { answer, ...rest } = it
  return {
    ...rest,
    description: it.description ?? '',
    refuses: it.refuses ?? [],
    run: async (asking, parameters) => {
      const answered = await answer(asking, it.params.parse(parameters))
      const written = z.safeEncode(it.response, answered)
      // Not the fault of who asked, as a ZodError of the parameters is.
      if (!written.success) throw new Error(`${it.path} breaks its word`, { cause: written.error })
      return written.data
    },
  }
}
