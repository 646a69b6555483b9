/** A worker in a process of its own, to be killed: told by its environment where everything is. */
import { openDatabase } from '#src/base/db.ts'
import { createSealer } from '#src/base/sealed.ts'
import { deliverDue } from '#src/modules/deliveries/index.ts'
import { openDrivers, type ServiceAddresses } from '#src/outside/messages/open-drivers.ts'
import { runPace, type WorkerTold } from './delivery-run.ts'

const told = JSON.parse(process.env.WORKER ?? '') as WorkerTold
const database = openDatabase(told.databaseUrl, { max: 6 })
const stop = new AbortController()
process.on('SIGTERM', () => stop.abort())
await deliverDue(
  {
    database,
    sealer: createSealer(Buffer.from(told.key, 'hex')),
    now: () => new Date(),
    drivers: openDrivers(told.addresses satisfies ServiceAddresses),
    pace: runPace,
  },
  { signal: stop.signal },
)
await database.close()
