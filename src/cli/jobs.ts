import type { Database } from '#src/base/db.ts'
import { startJobs as startScheduled, type Job } from '#src/base/jobs.ts'
import type { Sealer } from '#src/base/sealed.ts'
import { closeOverBooks } from '#src/modules/certification/index.ts'
import { checkReadiness, continueSigning } from '#src/modules/signing/index.ts'
import { erasePapers } from './erase-papers.ts'
import { draftDueBulletins } from '#src/errands/draft-due-bulletins.ts'
import { mindChannels } from '#src/errands/mind-channels.ts'
import type { MakeSound } from '#src/errands/push-to-loudspeakers.ts'
import { forEveryOffice } from './for-every-office.ts'
import { forgetOnceOver } from './forget-once-over.ts'
import { mindCopies, type CopyShop } from './mind-copies.ts'
import { mindLines } from './mind-lines.ts'
import { planAhead } from './plan-ahead.ts'
import { sweepStorage } from './sweep-storage.ts'

type House = CopyShop & {
  ownerUrl: string
  database: Database
  sealer: Sealer
  makeSound: MakeSound
}

/** What the house does by itself: every minute for the line, every night the rest. */
export function startJobs({ ownerUrl, database, sealer, ...shop }: House) {
  const { storage, pades, makeSound } = shop
  const world = () => ({ database, sealer, now: new Date() })
  const jobs: Job[] = [
    { name: 'plan_service_days', cron: '10 1 * * *', run: () => planAhead(world()) },
    { name: 'forget_once_over', cron: '40 1 * * *', run: () => forgetOnceOver(world()) },
    {
      name: 'draft_bulletins',
      cron: '0 5 * * *',
      run: () => forEveryOffice(world(), 'draft_bulletins', draftDueBulletins),
    },
    { name: 'erase_papers', cron: '20 2 * * *', run: () => erasePapers(world(), storage) },
    { name: 'sweep_storage', cron: '50 2 * * *', run: () => sweepStorage(world(), storage) },
    {
      name: 'check_signing',
      cron: '5 * * * *',
      everyStart: true,
      run: () => forEveryOffice(world(), 'check_signing', checkReadiness),
    },
    {
      name: 'continue_signing',
      cron: '* * * * *',
      often: true,
      run: () =>
        forEveryOffice(world(), 'continue_signing', (ctx) =>
          continueSigning({ ...ctx, storage, pades }),
        ),
    },
    {
      name: 'mind_copies',
      cron: '* * * * *',
      often: true,
      run: () => mindCopies(world(), shop),
    },
    {
      // After midnight of each day: a house that was off on New Year's Eve closes its books later.
      name: 'close_books',
      cron: '5 0 * * *',
      run: () => forEveryOffice(world(), 'close_books', closeOverBooks),
    },
    {
      name: 'mind_channels',
      cron: '* * * * *',
      often: true,
      run: () => forEveryOffice(world(), 'mind_channels', (ctx) => mindChannels(ctx, makeSound)),
    },
    { name: 'mind_lines', cron: '* * * * *', often: true, run: () => mindLines(world()) },
  ]
  return startScheduled(ownerUrl, database.pool, jobs)
}
