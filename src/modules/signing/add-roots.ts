import { X509Certificate } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { officerIn } from './officer-in.ts'

const most = 50

/**
 * Trusts the roots of a PEM file, such as those of the national root authority and of the Government
 * Cipher Committee. Only certificates that may issue others are roots: a person's is refused. A root
 * that is there already stays once. Gives how many were new.
 */
export async function addRoots(ctx: Ctx, input: { pem: string }): Promise<number> {
  requireRight(ctx, 'offices.edit')
  const roots = readPem(input.pem)
  return inTransaction(ctx, async (ctx) => {
    const added = await ctx.db
      .insertInto('signing.root')
      .values(
        roots.map((it) => ({
          office_id: ctx.officeId,
          fingerprint: fingerprintOf(it),
          certificate: it.raw,
          added_by: officerIn(ctx),
          added_at: ctx.now,
        })),
      )
      .onConflict((oc) => oc.doNothing())
      .returning('fingerprint')
      .execute()
    for (const { fingerprint } of added)
      await record(ctx, 'signing.root_added', ctx.officeId, { root: fingerprint.toString('hex') })
    return added.length
  })
}

export function fingerprintOf(certificate: X509Certificate): Buffer {
  return Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex')
}

function readPem(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0 || blocks.length > most) throw broken()
  return blocks.map((block) => {
    const root = orBroken(() => new X509Certificate(block))
    if (!root.ca) throw new Refusal('signing.root_is_no_authority', { field: 'roots' })
    return root
  })
}

function orBroken<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw broken()
  }
}

const broken = () => new Refusal('signing.roots_broken', { field: 'roots' })
