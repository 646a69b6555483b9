import type { ProcedureVersion } from '#src/modules/catalogue/index.ts'
import type { BindRule } from '#src/modules/papers/index.ts'

type UploadRule = ProcedureVersion['uploadRule']

/** What portals take where the procedure does not say: the National Public Service Portal's usual. */
const usual = { maxMegabytes: 6, types: ['pdf', 'jpg'] } as const

/** How large a file may be, of which kinds, as the procedure's portal says. */
export function ruleOf(rule: UploadRule): { maxMegabytes: number; types: readonly string[] } {
  return rule ?? usual
}

export function bindRuleOf(rule: UploadRule): BindRule {
  const { maxMegabytes, types } = ruleOf(rule)
  return {
    mostBytes: Math.floor(maxMegabytes * 2 ** 20),
    jpeg: types.includes('jpg'),
    pdf: types.includes('pdf'),
  }
}
