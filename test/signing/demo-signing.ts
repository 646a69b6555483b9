import { afterAll } from 'vitest'
import { enterOffice } from '#src/base/world.ts'
import {
  addRoots,
  changeSigningSetting,
  checkReadiness,
  type SigningCtx,
} from '#src/modules/signing/index.ts'
import type { DemoHouse } from '../e2e/demo-house.ts'
import { openAuthorities, reserveAddresses } from './authorities.ts'
import { makePki } from './pki.ts'
import { registerP12 } from './ready-office.ts'
import { password } from './sign.ts'

/** The demo office with keys: its chairman's, and the seal; both files have this secret. */
export type DemoSigning = { system: SigningCtx; secret: string }

/** Gives the demo office keys of a test authority, a time service and status services. */
export async function signInDemo(house: DemoHouse): Promise<DemoSigning> {
  const { owner, database, sealer } = house.office
  const { rows } = await owner.query<{ office: string; chairman: string }>(
    `select office_id as office, id as chairman from identity.officer where login = 'chutich'`,
  )
  const { office, chairman } = rows[0]!
  const world = { database, sealer, now: house.now }
  const ctx = enterOffice(world, office, { kind: 'system', job: 'test' })
  const system: SigningCtx = { ...ctx, storage: house.storage, pades: house.pades }
  const addresses = await reserveAddresses()
  const pki = makePki(addresses)
  const services = await openAuthorities(pki, addresses)
  afterAll(async () => {
    await services.close()
    pki.remove()
  })
  await addRoots(system, { pem: pki.root.certificate.toString() })
  await registerP12({ pki, admin: system }, { name: 'official', holderId: chairman })
  await registerP12({ pki, admin: system }, { name: 'seal', holderId: null })
  const evidence = { timeUrl: services.time, evidence: true, warnDays: 30 }
  await changeSigningSetting(system, evidence)
  await checkReadiness(system)
  return { system, secret: password }
}
