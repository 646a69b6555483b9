// A process of its own in which somebody presses "sign" or "seal"; `killed.test.ts` of the signing module
// ends it on the way:
//   node pressing.ts '{"url", "key", "folder", "officeId", "officerId", "role", "jobIds", "at"}'
// The password or code comes on its standard input, as nobody else shall read it.
import { readFileSync } from 'node:fs'
import type { Actor } from '#src/base/ctx.ts'
import { openDatabase } from '#src/base/db.ts'
import { createSealer } from '#src/base/sealed.ts'
import { rightsOf } from '#src/modules/identity/index.ts'
import { sealJobs, signAsOfficial } from '#src/modules/signing/index.ts'
import { openPadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { openDisk } from '#src/outside/storage/open-disk.ts'

export type Pressing = {
  url: string
  key: string
  folder: string
  officeId: string
  officerId: string
  role: 'chairman' | 'officer'
  jobIds: string[]
  at: string
}

const it = JSON.parse(process.argv[2]!) as Pressing
const secret = readFileSync(0, 'utf8')
const database = openDatabase(it.url, { max: 2 })
const pades = openPadesWorker()
const rights = rightsOf({ role: it.role, mustChangePassword: false })
const actor: Actor = { kind: 'officer', officerId: it.officerId, name: 'Cán bộ Thử', rights }
const ctx = {
  ...{ db: database.forOffice(it.officeId), officeId: it.officeId, actor, pades },
  ...{ now: new Date(it.at), sealer: createSealer(Buffer.from(it.key, 'hex')) },
  storage: openDisk(it.folder),
}
const press = it.role === 'chairman' ? signAsOfficial : sealJobs
console.log(JSON.stringify(await press(ctx, { jobIds: it.jobIds, secret })))
pades.close()
await database.close()
