import { z } from 'zod'
import { parseArgs } from 'node:util'
import { readConfig } from '#src/base/config.ts'
import { createSealer } from '#src/base/sealed.ts'
import { Refusal } from '#src/base/refusal.ts'
import { wordRefusal } from '#src/words/index.ts'
import { openNewOffice } from './open-new-office.ts'
import { openHouseDatabase } from './open-database.ts'

const Slug = z.string()

/**
 * `taicho office SLUG --commune CODE [--admin LOGIN --name "…"]`: opens a new one-stop desk and
 * its first administrator, whose one-time password is printed once.
 */
export async function office(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      commune: { type: 'string' },
      admin: { type: 'string', default: 'quantri' },
      name: { type: 'string', default: 'Quản trị viên' },
    },
  })
  const slug = Slug.safeParse(positionals[0])
  if (!slug.success || !values.commune) {
    process.stderr.write('taicho office SLUG --commune CODE [--admin LOGIN] [--name "HỌ TÊN"]\n')
    return 2
  }
  const house = await openHouseDatabase(readConfig(), { beside: true })
  try {
    const opened = await openNewOffice(house.database, createSealer(house.secrets.key), {
      slug: slug.data,
      communeCode: values.commune,
      login: values.admin,
      fullName: values.name,
    })
    process.stdout.write(`✓ /${slug.data}\n  ${opened.login}  ${opened.password}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`✗ ${wordRefusal('vi', error)}\n  ${wordRefusal('en', error)}\n`)
    return 1
  } finally {
    await house.close()
  }
}
