// A process of its own in which one officer's desk certifies copies as fast as it can; `copy-race.ts`
// runs many and kills some on the way:
//   node copying.ts '{"url", "key", "folder", "officeId", "officerId", "chairmanId", …, "clientKeys": […]}'
// Started again with the same words it goes on where it was. Prints how many it found or made.
import type { Actor } from '#src/base/ctx.ts'
import { openDatabase } from '#src/base/db.ts'
import { createSealer } from '#src/base/sealed.ts'
import {
  approveCopies,
  askForCopy,
  getCopy,
  markCompared,
  type ComposingCtx,
} from '#src/modules/certification/index.ts'
import { rightsOf, type Role } from '#src/modules/identity/index.ts'
import { openPadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { openDisk } from '#src/outside/storage/open-disk.ts'

export type Copying = {
  url: string
  key: string
  folder: string
  officeId: string
  officerId: string
  chairmanId: string
  requestId: string
  paperId: string
  clientKeys: string[]
  at: string
}

const it = JSON.parse(process.argv[2]!) as Copying
const database = openDatabase(it.url, { max: 2 })
const pades = openPadesWorker()

function as(role: Role, officerId: string): ComposingCtx {
  const rights = rightsOf({ role, mustChangePassword: false })
  const actor: Actor = { kind: 'officer', officerId, name: 'Cán bộ Thử', rights }
  return {
    ...{ db: database.forOffice(it.officeId), officeId: it.officeId, actor, pades },
    ...{ now: new Date(it.at), sealer: createSealer(Buffer.from(it.key, 'hex')) },
    storage: openDisk(it.folder),
    verifyUrl: (code) => `https://taicho.example/vu-ban/xac-minh/${code}`,
  }
}

const [officer, chairman] = [as('officer', it.officerId), as('chairman', it.chairmanId)]
const no = 'no' as const
const answers = {
  ...{ altered: no, damaged: no, secret: no, unlawful: no },
  ...{ foreign_not_consularised: no, private_unconfirmed: no },
}
let done = 0
for (const clientKey of it.clientKeys) {
  const { copyId } = await askForCopy(officer, {
    ...{ clientKey, requestId: it.requestId, paperId: it.paperId },
    ...{ medium: 'electronic', copies: 1, answers },
  })
  const { state } = await getCopy(officer, { copyId })
  if (state === 'asked') await markCompared(officer, { copyId, originalPages: 1 })
  if (state !== 'approved') {
    const [told] = await approveCopies(chairman, { copyIds: [copyId] })
    if (told?.outcome === 'refused' && told.code !== 'certification.approved_already')
      throw new Error(told.code)
  }
  done++
}
console.log(JSON.stringify({ done }))
pades.close()
await database.close()
