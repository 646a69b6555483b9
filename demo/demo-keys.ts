import { KeyObject, randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Ctx } from '#src/base/ctx.ts'
import { addKey, addRoots } from '#src/modules/signing/index.ts'
import { demoSignIns } from './people.ts'

/** Said in every certificate of the demo, so that whoever reads a signature knows what it is worth. */
const worthless = 'Đơn vị mẫu, không có giá trị pháp lý'

/**
 * Keys for the chairman and the seal of the demo office, so that a copy can be signed and sealed on the
 * first afternoon. They are made anew in each house, and their certificates, and the root that only the
 * demo office trusts, name themselves worthless. The password of both files is that of the sign-ins.
 */
export async function giveKeys(
  ctx: Ctx,
  chairman: { id: string; name: string; title: string },
  agency: string,
): Promise<void> {
  const password = demoSignIns[0]!.password
  const from = ctx.now
  const root = await makeIdentity({ name: 'Gốc của đơn vị mẫu', from, issuer: null })
  await addRoots(ctx, { pem: pemOf(root.certificate) })
  const holders = [
    { holderId: chairman.id, name: chairman.name, title: chairman.title },
    { holderId: null, name: agency, title: 'Con dấu của cơ quan' },
  ]
  const validFrom = Temporal.Instant.from(from.toISOString())
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate()
  for (const { holderId, name, title } of holders) {
    const own = await makeIdentity({ name, from, issuer: root })
    const file = keyFile(own, root, password).toString('base64')
    await addKey(ctx, {
      ...{ holderId, holder: { name, title, delegation: null, validFrom, validTo: null } },
      ...{ access: { kind: 'pkcs12', file }, secret: password },
    })
  }
}

type Identity = { key: CryptoKey; certificate: pkijs.Certificate }

/** A key of P-256 with its certificate for ten years; signed by itself without an issuer. */
async function makeIdentity(it: {
  name: string
  from: Date
  issuer: Identity | null
}): Promise<Identity> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' },
    true,
    ['sign', 'verify'],
  )
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  // Positive whatever its first byte is (RFC 5280, 4.1.2.2).
  certificate.serialNumber = new asn1js.Integer({
    valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer,
  })
  certificate.subject = nameOf(it.name)
  certificate.issuer = it.issuer?.certificate.subject ?? certificate.subject
  certificate.notBefore.value = new Date(it.from.getTime() - 24 * 3600_000)
  certificate.notAfter.value = new Date(it.from.getTime() + 3650 * 24 * 3600_000)
  certificate.extensions = extensionsOf(it.issuer === null)
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  await certificate.sign(it.issuer?.key ?? privateKey, 'SHA-256')
  return { key: privateKey, certificate }
}

/** A part of the name each (X.501); pkijs would write both as one. */
function nameOf(name: string): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: string) =>
    new asn1js.Set({
      value: [
        new asn1js.Sequence({
          value: [new asn1js.ObjectIdentifier({ value: type }), new asn1js.Utf8String({ value })],
        }),
      ],
    })
  const parts = [part('2.5.4.10', worthless), part('2.5.4.3', `${name} (đơn vị mẫu)`)]
  const written = new asn1js.Sequence({ value: parts }).toBER()
  return new pkijs.RelativeDistinguishedNames({ schema: asn1js.fromBER(written).result })
}

/** An authority may sign certificates and lists, a person documents: basicConstraints, keyUsage. */
function extensionsOf(isAuthority: boolean): pkijs.Extension[] {
  const critical = (extnID: string, value: { toBER: () => ArrayBuffer }) =>
    new pkijs.Extension({ extnID, critical: true, extnValue: value.toBER() })
  const usage = new asn1js.BitString({
    valueHex: new Uint8Array([isAuthority ? 0x06 : 0xc0]).buffer,
    unusedBits: isAuthority ? 1 : 6,
  })
  return [
    critical('2.5.29.19', new pkijs.BasicConstraints({ cA: isAuthority }).toSchema()),
    critical('2.5.29.15', usage),
  ]
}

/** A PKCS#12 file (RFC 7292): the key shrouded with the password, its certificate and the root beside. */
function keyFile(own: Identity, root: Identity, passphrase: string): Buffer {
  const shrouded = KeyObject.from(own.key).export({
    ...{ format: 'der', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase },
  } as const)
  const oid = (value: string) => new asn1js.ObjectIdentifier({ value })
  const sequence = (...value: asn1js.BaseBlock[]) => new asn1js.Sequence({ value })
  const octets = (bytes: ArrayBuffer) => new asn1js.OctetString({ valueHex: bytes })
  const explicit = (...value: asn1js.BaseBlock[]) =>
    new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value })
  const held = (content: asn1js.BaseBlock) =>
    sequence(oid('1.2.840.113549.1.7.1'), explicit(octets(content.toBER())))
  const certificates = [own, root].map(({ certificate }) =>
    sequence(
      oid('1.2.840.113549.1.12.10.1.3'),
      explicit(
        sequence(oid('1.2.840.113549.1.9.22.1'), explicit(octets(certificate.toSchema().toBER()))),
      ),
    ),
  )
  const key = sequence(
    oid('1.2.840.113549.1.12.10.1.2'),
    explicit(asn1js.fromBER(new Uint8Array(shrouded)).result),
  )
  const safe = sequence(held(sequence(key, ...certificates)))
  return Buffer.from(sequence(new asn1js.Integer({ value: 3 }), held(safe)).toBER())
}

function pemOf(certificate: pkijs.Certificate): string {
  const lines = Buffer.from(certificate.toSchema().toBER())
    .toString('base64')
    .match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
