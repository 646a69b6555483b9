import type { Context } from 'hono'
import { z } from 'zod'
import { listColleagues, type Colleague } from '#src/modules/identity/index.ts'
import {
  Access,
  addKey,
  checkReadiness,
  type KeyKind,
  type NewKey,
} from '#src/modules/signing/index.ts'
import { pemOf } from '#src/outside/signer/pem-of.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../read-form.ts'
import { to } from '../render.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Notice } from '../ui/pieces.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { SigningAccess } from './signing-access.tsx'
import { keyKinds } from './signing-keys.tsx'
import { typedDay, typedText } from './typed.ts'

const sealValue = 'con-dau'

/** Registers a key: whose it is, by which document they sign, and how it is reached. */
export function showSigningKeyNew(c: Context<Env>) {
  const kind = kindIn(c)
  return kind ? answer(c, kind, blank) : c.notFound()
}

export async function answerSigningKeyNew(c: Context<Env>) {
  const kind = kindIn(c)
  if (!kind) return c.notFound()
  const { ctx, house, lang, w } = c.var
  const body = await readBody(c)
  const form = readForm(holderSchema(w), body)
  const access = await readAccess(kind, body, w)
  if (!form.data || 'errors' in access) {
    const errors = { ...form.filled.errors, ...('errors' in access ? access.errors : {}) }
    return answer(c, kind, { values: withoutSecrets(form.filled.values), errors })
  }
  const { holder: whose, name, title, delegationNumber, delegationDate, ...valid } = form.data
  const delegation =
    delegationNumber && delegationDate ? { number: delegationNumber, date: delegationDate } : null
  const values = withoutSecrets(form.filled.values)
  const { filled } = await tryDeed({ values, errors: {} }, lang, () =>
    addKey(ctx, {
      ...access,
      libraries: house.pkcs11Libraries ?? [],
      holderId: whose === sealValue ? null : whose,
      holder: { name, title, delegation, ...valid },
    }),
  )
  if (filled) return answer(c, kind, filled)
  await checkReadiness(ctx)
  return redirectDone(c, paths.adminSigning(), 'khoa')
}

function kindIn(c: Context<Env>): KeyKind | undefined {
  return keyKinds.find((it) => it === c.req.param('kind'))
}

/** A password is typed again rather than sent back in a page. */
function withoutSecrets(values: Filled['values']): Filled['values'] {
  const { password: _password, clientSecret: _secret, ...rest } = values
  return rest
}

const emptyIsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((it) => (it === '' || it === undefined ? null : it), schema.nullable())

function holderSchema(w: Words) {
  const { add } = w.signingPages
  return z
    .object({
      holder: z.string(add.holderMissing).refine((it) => it === sealValue || isUuid(it), {
        error: add.holderMissing,
      }),
      name: typedText(add.nameMissing),
      title: typedText(add.titleMissing),
      delegationNumber: z.string().max(100).default(''),
      delegationDate: emptyIsNull(typedDay(add.dateWrong)),
      validFrom: typedDay(add.dateWrong),
      validTo: emptyIsNull(typedDay(add.dateWrong)),
    })
    .refine((it) => (it.delegationNumber === '') === (it.delegationDate === null), {
      error: add.delegationHalf,
      path: ['delegationNumber'],
    })
}

type Body = Awaited<ReturnType<typeof readBody>>
type Reached = Pick<NewKey, 'access' | 'secret' | 'certificates'>

/** What each kind of key asks for; what is missing is said beside its field. */
async function readAccess(
  kind: KeyKind,
  body: Body,
  w: Words,
): Promise<Reached | { errors: Record<string, string> }> {
  const { add } = w.signingPages
  const text = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const { certificates: pem, file, password } = body
  const certificates = pem instanceof File ? pemOf(await pem.bytes()) : ''
  if (kind === 'agent') return { access: { kind }, certificates }
  const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
  const given = {
    pkcs12: { kind, file: bytes.toString('base64') },
    pkcs11: { kind, module: text('module'), label: text('label'), id: text('id') },
    csc: {
      ...{ kind, url: text('url').replace(/\/+$/, ''), credentialId: text('credentialId') },
      ...{ clientId: text('clientId'), clientSecret: text('clientSecret') },
      approvedLater: text('approved') === 'later',
    },
  }[kind]
  const access = Access.safeParse(given)
  if (access.success)
    return {
      ...{ access: access.data, certificates },
      secret: typeof password === 'string' ? password : '',
    }
  const missing: Record<string, string> = {
    ...{ file: add.fileMissing, module: add.moduleMissing, label: add.labelMissing },
    ...{ id: add.keyIdWrong, url: add.urlWrong },
  }
  const wrong = access.error.issues.map((it) => String(it.path[0]))
  return { errors: Object.fromEntries(wrong.map((it) => [it, missing[it] ?? add.needed])) }
}

async function answer(c: Context<Env>, kind: KeyKind, filled: Filled) {
  const { house, w, ctx } = c.var
  const { add, kinds, title } = w.signingPages
  const libraries = house.pkcs11Libraries ?? []
  const colleagues = await listColleagues(ctx)
  return answerAdmin(c, {
    title: `${add.title}: ${kinds[kind]}`,
    filled,
    back: { href: paths.adminSigning(), label: title },
    children:
      kind === 'pkcs11' && libraries.length === 0 ? (
        <Notice tone="sun" title={add.noLibrary}>
          <p>{add.noLibraryHint}</p>
        </Notice>
      ) : (
        <form
          method="post"
          enctype="multipart/form-data"
          action={to(c, paths.adminSigningKeyNew(kind))}
        >
          <HolderFields colleagues={colleagues} filled={filled} />
          <SigningAccess kind={kind} filled={filled} libraries={libraries} />
          <button class="button">{add.button}</button>
        </form>
      ),
  })
}

function HolderFields({ colleagues, filled }: { colleagues: Colleague[]; filled: Filled }) {
  const { w } = useView()
  const { add } = w.signingPages
  const signers = colleagues.filter((it) => it.role === 'chairman')
  return (
    <>
      <Select
        name="holder"
        label={add.holder}
        hint={add.holderHint}
        filled={filled}
        options={[
          ...signers.map((it) => ({ value: it.id, label: `${it.fullName}, ${it.title}` })),
          { value: sealValue, label: add.holderSeal },
        ]}
      />
      <Field name="name" label={add.name} hint={add.nameHint} filled={filled} />
      <Field name="title" label={add.holderTitle} hint={add.holderTitleHint} filled={filled} />
      <div class="grid-2">
        <Field
          name="delegationNumber"
          label={add.delegationNumber}
          hint={add.delegationHint}
          filled={filled}
          optional
        />
        <Field
          name="delegationDate"
          label={add.delegationDate}
          filled={filled}
          type="date"
          optional
        />
        <Field name="validFrom" label={add.validFrom} filled={filled} type="date" />
        <Field name="validTo" label={add.validTo} filled={filled} type="date" optional />
      </div>
    </>
  )
}
