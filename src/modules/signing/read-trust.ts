import type { Ctx } from '#src/base/ctx.ts'
import { readRoots } from './read-roots.ts'
import { readSigningSetting } from './read-signing-setting.ts'
import type { SigningSetting } from './setting.ts'

/** Against what signatures are judged: the roots of the office as PEM, and its settings. */
export type Trust = SigningSetting & { roots: string[] }

/** For verifying files, by whoever asks. Roots are public. */
export async function readTrust(ctx: Ctx): Promise<Trust> {
  const [setting, roots] = [await readSigningSetting(ctx), await readRoots(ctx)]
  return { ...setting, roots: roots.map((it) => it.toString()) }
}
