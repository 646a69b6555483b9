import type { Ctx } from '#src/base/ctx.ts'
import type { Database } from '#src/base/db.ts'
import type { Sealer } from '#src/base/sealed.ts'
import type { PadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import type { Storage } from '#src/outside/storage/storage.ts'
import type { ServiceAddresses } from '#src/outside/messages/open-drivers.ts'
import type { Speech } from '#src/outside/speech/open-speech.ts'
import type { Composer } from '#src/modules/certification/index.ts'
import type { Office } from '#src/modules/offices/index.ts'
import type { Session } from '#src/modules/identity/index.ts'
import type { Reader } from '#src/modules/papers/index.ts'
import type { Lang, Words } from '#src/words/index.ts'

/** What the whole site stands on; made once by main.ts, or by a test. */
export type House = {
  database: Database
  sealer: Sealer
  /** How people reach the site from outside, without a slash at the end. */
  publicUrl: string
  /** The only clock. A test sets it. */
  now: () => Date
  /** Where the services are to which channels belong; the real ones when left out. */
  services?: ServiceAddresses
  /** Reads bulletins aloud; left out where nothing needs to be heard. */
  speech?: Speech
  /** Pictures of papers: where they lie, and who reads them; left out where none are taken. */
  papers?: { storage: Storage; reader: Reader; publicReader: Reader }
  /** Signs and examines PDFs; left out where nothing is signed. */
  pades?: PadesWorker
  /** The same for citizens who check files, so that they never keep a signature waiting. */
  publicPades?: PadesWorker
  /** Of signing tokens: the libraries that whoever runs the machine lets be loaded; none when left out. */
  pkcs11Libraries?: readonly string[]
  /** Composes certified copies; left out, they are composed while others wait. */
  composer?: Composer
  /** What opens the demo office, printed beside the sign-in while such an office is here. */
  demoSignIns?: readonly DemoSignIn[]
}

export type DemoSignIn = { login: string; password: string; title: string }

/** What every handler finds in `c.var`. `ctx` and `office` are there on pages of an office. */
export type Env = {
  Variables: {
    house: House
    requestId: string
    lang: Lang
    w: Words
    ctx: Ctx
    office: Office
    session: Session
  }
}
