import { readConfig } from '#src/base/config.ts'
import { createSealer } from '#src/base/sealed.ts'
import { words } from '#src/words/index.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { listSignIns } from './list-sign-ins.ts'
import { openHouseDatabase } from './open-database.ts'
import { tell } from './tell.ts'

/**
 * `taicho demo`: puts the demo office into a database in which there is no office yet, and prints
 * who may sign in. Leaves a database with an office in it as it is, and exits with 1.
 */
export async function demo(): Promise<number> {
  const house = await openHouseDatabase(readConfig(), { beside: true })
  try {
    const world = { database: house.database, sealer: createSealer(house.secrets.key) }
    if (!(await loadDemo(world, () => tell('demo')))) {
      process.stderr.write(`✗ ${words.vi.start.demoRefused}\n  ${words.en.start.demoRefused}\n`)
      return 1
    }
    process.stdout.write(`✓ demo\n${listSignIns().join('\n')}\n`)
    return 0
  } finally {
    await house.close()
  }
}
