import type { KeyKind } from '#src/modules/signing/index.ts'
import type { Filled } from '../read-form.ts'
import { Field, Radios, Select } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { useView } from '../view.ts'

type Props = { kind: KeyKind; filled: Filled; libraries: readonly string[] }

/** How a key of each kind is reached. */
export function SigningAccess({ kind, filled, libraries }: Props) {
  const { w } = useView()
  const { add } = w.signingPages
  if (kind === 'pkcs12') {
    return (
      <>
        <FileField name="file" label={add.file} filled={filled} accept=".p12,.pfx" />
        <Field
          name="password"
          label={add.password}
          hint={add.passwordHint}
          filled={secretOf(filled, 'password')}
          type="password"
        />
      </>
    )
  }
  if (kind === 'pkcs11') {
    return (
      <>
        <Select
          name="module"
          label={add.module}
          hint={add.moduleHint}
          filled={filled}
          {...(libraries.length === 1 && { initial: libraries[0]! })}
          options={libraries.map((it) => ({ value: it, label: it }))}
        />
        <Field name="label" label={add.label} filled={secretOf(filled, 'label')} />
        <Field name="id" label={add.keyId} hint={add.keyIdHint} filled={filled} width="short" />
        <Certificates filled={filled} label={add.issuers} hint={add.issuersHint} />
      </>
    )
  }
  if (kind === 'csc') {
    return (
      <>
        <Field name="url" label={add.url} hint={add.urlHint} filled={secretOf(filled, 'url')} />
        <Field name="credentialId" label={add.credentialId} filled={filled} />
        <Field name="clientId" label={add.clientId} filled={filled} />
        <Field name="clientSecret" label={add.clientSecret} filled={filled} type="password" />
        <Radios
          name="approved"
          label={add.approved}
          filled={filled}
          initial="code"
          options={[
            { value: 'code', label: add.approvedCode },
            { value: 'later', label: add.approvedLater },
          ]}
        />
      </>
    )
  }
  return <Certificates filled={filled} label={add.certificate} hint={add.certificateHint} />
}

function Certificates(props: { filled: Filled; label: string; hint: string }) {
  return <FileField name="certificates" accept=".pem,.crt,.cer,.der" {...props} />
}

/** The trouble of a key is said beside the field by which it is opened. */
function secretOf(filled: Filled, name: string): Filled {
  const { secret } = filled.errors
  return secret === undefined
    ? filled
    : { ...filled, errors: { ...filled.errors, [name]: filled.errors[name] ?? secret } }
}
