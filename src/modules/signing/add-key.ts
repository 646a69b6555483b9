import { X509Certificate } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { checkChain } from '#src/outside/pades/inspect/check-chain.ts'
import { algorithmOf } from '#src/outside/signer/open-pkcs12.ts'
import { readCertificateStanding } from './key-standing.ts'
import { keyOf, withoutAccess, type Access, type Holder, type SigningKey } from './key.ts'
import { officerIn } from './officer-in.ts'
import { openAccess, refuseTrouble } from './open-key.ts'
import { readRoots } from './read-roots.ts'
import { readSigningSetting } from './read-signing-setting.ts'

export type NewKey = {
  /** The officer whose key it is; null for the seal of the office. */
  holderId: string | null
  holder: Holder
  access: Access
  /** Password of the key file: opens it once, to read whose it is, and is not kept. */
  secret?: string
  /**
   * PEM: the certificate of a key that only a program on the official's PC reaches, and those of
   * issuers, which most tokens do not carry along.
   */
  certificates?: string
  /**
   * Libraries of tokens that may be loaded here. A library runs as the house does, so whoever runs the
   * machine names them, not who administers an office; none when left out.
   */
  libraries?: readonly string[]
}

/**
 * Registers whose key it is: from now on only this certificate signs for this holder. The key that they
 * had before is put aside; what it signed stays. Refuses a key that cannot be opened and a certificate
 * that could not sign now, each in its own words, so that a working key is put aside for a working one.
 */
export async function addKey(ctx: Ctx, input: NewKey): Promise<SigningKey> {
  requireRight(ctx, 'offices.edit')
  const [leaf, ...above] = await readChain(ctx, input)
  await requireInForce(ctx, input, { certificate: new X509Certificate(leaf), above })
  return inTransaction(ctx, async (ctx) => {
    const { holder, holderId } = input
    await ctx.db
      .updateTable('signing.key')
      .set({ removed_at: ctx.now, removed_by: officerIn(ctx) })
      .where('office_id', '=', ctx.officeId)
      .where('holder_id', holderId === null ? 'is' : '=', holderId)
      .where('removed_at', 'is', null)
      .execute()
    const row = await refuseBreach(
      {
        key_is_one_a_holder: ['signing.key_added_meanwhile'],
        key_is_of_an_officer: ['signing.holder_unknown', { field: 'holderId' }],
        key_names_its_holder: ['signing.holder_nameless', { field: 'name' }],
        key_is_valid_forward: ['signing.valid_backwards', { field: 'validTo' }],
      },
      () =>
        ctx.db
          .insertInto('signing.key')
          .values({
            office_id: ctx.officeId,
            holder_id: holderId,
            kind: input.access.kind,
            certificate: Buffer.from(leaf),
            above: above.map((it) => Buffer.from(it)),
            access: ctx.sealer.seal(JSON.stringify(input.access)),
            holder_name: holder.name.trim().normalize('NFC'),
            holder_title: holder.title.trim().normalize('NFC'),
            delegation_number: holder.delegation?.number ?? null,
            delegation_date: holder.delegation?.date ?? null,
            valid_from: holder.validFrom,
            valid_to: holder.validTo,
            added_by: officerIn(ctx),
            added_at: ctx.now,
          })
          .returningAll()
          .executeTakeFirstOrThrow(),
    )
    const key = keyOf(ctx, row)
    await record(ctx, 'signing.key_added', key.id, { kind: key.kind, serial: key.serial })
    return withoutAccess(key)
  })
}

/** The holder's certificate, then as far up as what came along and the office's roots lead. */
async function readChain(ctx: Ctx, input: NewKey): Promise<[Uint8Array, ...Uint8Array[]]> {
  const given = readPem(input.certificates ?? '')
  const [leaf, ...came] = await readOwn(input, given)
  const roots = await readRoots(ctx)
  const how = { at: ctx.now, purpose: 'sign' } as const
  const { path } = checkChain(leaf!, [...came, ...given], roots, how)
  return [leaf!.raw, ...path.slice(1).map((it) => it.raw)]
}

async function requireInForce(
  ctx: Ctx,
  { access }: NewKey,
  certificates: Parameters<typeof readCertificateStanding>[1],
): Promise<void> {
  const { evidence } = await readSigningSetting(ctx)
  const { trouble } = await readCertificateStanding(ctx, certificates, { ask: evidence })
  // Where the missing link of a chain can be given.
  const given = access.kind === 'agent' || access.kind === 'pkcs11'
  const field = given ? 'certificates' : 'secret'
  if (trouble) throw new Refusal(`signing.${trouble}`, { field })
}

async function readOwn(input: NewKey, given: X509Certificate[]): Promise<X509Certificate[]> {
  const { access, secret = '', libraries = [] } = input
  if (access.kind === 'pkcs11' && !libraries.includes(access.module))
    throw new Refusal('signing.library_not_allowed', { field: 'module' })
  if (access.kind !== 'agent') {
    const { chain } = await refuseTrouble(() => openAccess(access, secret))
    return chain.map((it) => new X509Certificate(it))
  }
  const own = given.find((it) => !it.ca)
  if (!own) throw new Refusal('signing.certificate_missing', { field: 'certificates' })
  await refuseTrouble(async () => algorithmOf(own.publicKey))
  return [own]
}

function readPem(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  try {
    return blocks.map((it) => new X509Certificate(it))
  } catch {
    throw new Refusal('signing.certificate_broken', { field: 'certificates' })
  }
}
