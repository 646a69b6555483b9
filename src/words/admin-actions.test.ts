import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adminActions } from './admin-actions.ts'

/** What deeds write in the trail: `module.what_happened`, some ending in what a variable holds. */
const recorded = globSync('src/modules/*/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/record\(\s*ctx,\s*['`]([^'`]+)['`]/g),
  ])
  .map(([, action]) => action!)

test('the trail says in words what was done, in both languages, not by a name of the program', () => {
  expect(recorded.length).toBeGreaterThan(100)
  const worded = Object.keys(adminActions.vi)
  const unworded = recorded.filter((action) => {
    const pattern = action.replaceAll('.', '\\.').replaceAll(/\$\{\w+(\\?\.\w+)*\}/g, '[a-z_]+')
    return !worded.some((it) => new RegExp(`^${pattern}$`).test(it))
  })
  expect(unworded).toEqual([])
  expect(Object.keys(adminActions.en)).toEqual(worded)
})
