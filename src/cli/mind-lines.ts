import type { World } from '#src/base/world.ts'
import { mindLine } from '#src/errands/mind-line.ts'
import { forEveryOffice } from './for-every-office.ts'

/** Every minute, for every office: passes seats on and has people told whose turn is near. */
export function mindLines(world: World): Promise<void> {
  return forEveryOffice(world, 'mind_lines', mindLine)
}
