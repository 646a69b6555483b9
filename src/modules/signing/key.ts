import { X509Certificate } from 'node:crypto'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#src/base/ctx.ts'
import type { SigningKey as KeyRow, SigningKeyKind } from '#src/base/database.generated.ts'

export type KeyKind = SigningKeyKind

/** A secret and a code go there: nobody may listen on the way. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** How a key is reached. Kept sealed; a password, a PIN or a code is never part of it. */
export const Access = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pkcs12'), file: z.base64().min(1) }),
  z.object({
    kind: z.literal('pkcs11'),
    /** The maker's PKCS#11 library on the server. */
    module: z.string().regex(/^(\/|[a-z]:\\).+\.(so(\.\d+)*|dll|dylib)$/i),
    label: z.string().min(1),
    /** Which key on the token, in hexadecimal. */
    id: z.string().regex(/^([0-9a-f]{2})+$/i),
  }),
  z.object({
    kind: z.literal('csc'),
    url: z.url({ protocol: /^https?$/ }).refine(isSafe),
    credentialId: z.string().min(1),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    /** The official approves on the phone, later, instead of typing a code. */
    approvedLater: z.boolean(),
  }),
  z.object({ kind: z.literal('agent') }),
])
export type Access = z.infer<typeof Access>

/** Who holds a key, as it stands in the paper by which they may sign. */
export type Holder = {
  name: string
  title: string
  /** The document that delegates signing, for those who sign in another's place. */
  delegation: { number: string; date: Temporal.PlainDate } | null
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
}

/** An official's key, or the office's seal when `holderId` is null. */
export type SigningKey = {
  id: string
  holderId: string | null
  kind: KeyKind
  holder: Holder
  /** Of the certificate: subject, who issued it, serial number, until when. */
  subject: string
  issuer: string
  serial: string
  certificateTo: Date
  addedAt: Date
}

/** The same with what it takes to use it. */
export type OpenableKey = SigningKey & {
  access: Access
  certificate: X509Certificate
  above: Buffer[]
}

export function keyOf(ctx: Pick<Ctx, 'sealer'>, row: Selectable<KeyRow>): OpenableKey {
  const certificate = new X509Certificate(row.certificate)
  const { delegation_number: number, delegation_date: date } = row
  return {
    id: row.id,
    holderId: row.holder_id,
    kind: row.kind,
    holder: {
      name: row.holder_name,
      title: row.holder_title,
      delegation: number === null || date === null ? null : { number, date },
      validFrom: row.valid_from,
      validTo: row.valid_to,
    },
    ...describe(certificate),
    addedAt: row.added_at,
    access: Access.parse(JSON.parse(ctx.sealer.open(row.access))),
    certificate,
    above: row.above,
  }
}

function describe(certificate: X509Certificate) {
  return {
    subject: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    serial: certificate.serialNumber,
    certificateTo: certificate.validToDate,
  }
}

function commonName(name: string): string {
  return (/^CN=(.*)$/m.exec(name)?.[1] ?? name).normalize('NFC')
}

/** What leaves this module: nothing of how the key is reached. */
export function withoutAccess(key: OpenableKey): SigningKey {
  const { access: _access, certificate: _certificate, above: _above, ...rest } = key
  return rest
}
