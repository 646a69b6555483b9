import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A key with its certificate, as files that OpenSSL and other programs can be given. */
export type Identity = { key: string; cert: string; certificate: X509Certificate }

/** Who takes part: names as they are in Vietnam, in UTF-8, with every kind of letter. */
const people = {
  official: { cn: 'Nguyễn Thị Thanh Hằng', profile: 'person' },
  seal: { cn: 'Ủy ban nhân dân xã Vụ Bản', profile: 'person' },
  curve: {
    cn: 'Trần Văn Đức',
    profile: 'person',
    key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  },
  revoked: { cn: 'Lê Thị Mất Thẻ', profile: 'person' },
  expired: {
    cn: 'Phạm Văn Hết Hạn',
    profile: 'person',
    from: '20200101000000Z',
    to: '20210101000000Z',
  },
  early: {
    cn: 'Vũ Thị Chưa Đến',
    profile: 'person',
    from: '20400101000000Z',
    to: '20450101000000Z',
  },
  weak: { cn: 'Đỗ Khóa Yếu', profile: 'person', key: ['-newkey', 'rsa:1024'] },
  constrained: { cn: 'Hồ Ràng Buộc', profile: 'odd' },
  server: { cn: 'một-cửa.example.vn', profile: 'server' },
  time: { cn: 'Dịch vụ dấu thời gian', profile: 'time' },
  ocsp: { cn: 'Trả lời trạng thái chứng thư', profile: 'ocsp' },
} satisfies Record<
  string,
  { cn: string; profile: string; key?: string[]; from?: string; to?: string }
>

export type Pki = Record<keyof typeof people | 'root' | 'issuer' | 'stranger', Identity> & {
  folder: string
  roots: X509Certificate[]
  remove: () => void
}

/**
 * Root → issuing authority → people and services, made anew by OpenSSL. Takes about two seconds.
 * When addresses are given, certificates name them as where their standing is told, and lists hold for years.
 */
export function makePki(addresses?: { ocsp: string; crl: string }): Pki {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-pki-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const identity = (name: string): Identity => ({
    key: at(`${name}.key`),
    cert: at(`${name}.crt`),
    certificate: new X509Certificate(readFileSync(at(`${name}.crt`))),
  })
  writeFileSync(at('ca.cnf'), config(addresses))
  const subject = (cn: string) => `/C=VN/O=Chính phủ điện tử (thử)/CN=${cn}`
  const days = (it: { from?: string; to?: string } = {}) => [
    ...['-startdate', it.from ?? '20240101000000Z', '-enddate', it.to ?? '20440101000000Z'],
  ]
  const self = (name: string, cn: string) => {
    openssl(
      ...['req', '-new', '-config', 'ca.cnf', '-utf8', '-newkey', 'rsa:2048', '-nodes'],
      ...['-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject(cn)],
    )
    openssl(
      ...['ca', '-config', 'ca.cnf', '-name', 'root', '-utf8', '-batch', '-notext', '-selfsign'],
      ...['-keyfile', `${name}.key`, '-in', `${name}.csr`, '-out', `${name}.crt`],
      ...['-extensions', 'self', ...days()],
    )
  }
  const issue = (
    by: string,
    name: string,
    it: { cn: string; profile: string; key?: string[]; from?: string; to?: string },
  ) => {
    openssl(
      ...[
        'req',
        '-new',
        '-config',
        'ca.cnf',
        '-utf8',
        ...(it.key ?? ['-newkey', 'rsa:2048']),
        '-nodes',
      ],
      ...['-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject(it.cn)],
    )
    openssl(
      ...[
        'ca',
        '-config',
        'ca.cnf',
        '-name',
        by,
        '-utf8',
        '-batch',
        '-notext',
        '-in',
        `${name}.csr`,
      ],
      ...['-out', `${name}.crt`, '-extensions', it.profile, ...days(it)],
    )
  }
  for (const by of ['root', 'issuer']) {
    mkdirSync(at(`${by}.d`))
    writeFileSync(at(`${by}.d/index.txt`), '')
    writeFileSync(at(`${by}.d/index.txt.attr`), 'unique_subject = no\n')
    writeFileSync(at(`${by}.d/serial`), by === 'root' ? '5A01\n' : '7C01\n')
    writeFileSync(at(`${by}.d/crlnumber`), '01\n')
  }
  self('root', 'Trung tâm chứng thực gốc (thử)')
  self('stranger', 'Một gốc xa lạ')
  issue('root', 'issuer', { cn: 'Cơ quan cấp chứng thư số (thử)', profile: 'authority' })
  for (const [name, it] of Object.entries(people)) issue('issuer', name, it)
  openssl('ca', '-config', 'ca.cnf', '-name', 'issuer', '-revoke', 'revoked.crt')
  for (const by of ['root', 'issuer']) {
    openssl('ca', '-config', 'ca.cnf', '-name', by, '-gencrl', '-out', `${by}.crl`)
  }
  writeFileSync(
    at('chain.pem'),
    ['issuer', 'root'].map((it) => readFileSync(at(`${it}.crt`), 'utf8')).join(''),
  )
  const names = ['root', 'issuer', 'stranger', ...Object.keys(people)]
  const identities = Object.fromEntries(names.map((name) => [name, identity(name)]))
  return {
    ...(identities as Record<keyof typeof people | 'root' | 'issuer' | 'stranger', Identity>),
    folder,
    roots: [identities['root']!.certificate],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The same key and certificates in one file with a password, as authorities hand them out. */
export function makeP12(
  pki: Pki,
  name: keyof typeof people,
  password: string,
  ...more: string[]
): string {
  const file = join(pki.folder, `${name}${more.join('')}.p12`)
  const { key, cert } = pki[name]
  execFileSync('openssl', [
    ...[
      'pkcs12',
      '-export',
      '-inkey',
      key,
      '-in',
      cert,
      '-certfile',
      join(pki.folder, 'chain.pem'),
    ],
    ...['-name', name, '-passout', `pass:${password}`, '-out', file, ...more],
  ])
  return file
}

const authority = (name: string, days: number) => `
[${name}]
database = ${name}.d/index.txt
serial = ${name}.d/serial
crlnumber = ${name}.d/crlnumber
certificate = ${name}.crt
private_key = ${name}.key
new_certs_dir = ${name}.d
default_md = sha256
default_crl_days = ${days}
policy = any
string_mask = utf8only
unique_subject = no
`

const config = (addresses?: { ocsp: string; crl: string }) => `
[req]
distinguished_name = nothing
string_mask = utf8only
[nothing]
[any]
countryName = optional
organizationName = optional
commonName = supplied
${authority('root', addresses ? 3650 : 30)}
${authority('issuer', addresses ? 3650 : 30)}
[self]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[authority]
basicConstraints = critical,CA:true,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
${addresses ? `crlDistributionPoints = URI:${addresses.crl}` : ''}
[person]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature,nonRepudiation
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
${addresses ? `authorityInfoAccess = OCSP;URI:${addresses.ocsp}` : ''}
[server]
basicConstraints = critical,CA:false
keyUsage = critical,keyEncipherment
extendedKeyUsage = serverAuth
[odd]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
1.2.3.4.5.6 = critical,ASN1:UTF8String:x
[time]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
${addresses ? `authorityInfoAccess = OCSP;URI:${addresses.ocsp}` : ''}
[ocsp]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
`
