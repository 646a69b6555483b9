import type { Context } from 'hono'
import { z } from 'zod'
import {
  addRoots,
  changeSigningSetting,
  checkReadiness,
  listKeys,
  listRoots,
  readReadiness,
  readSigningSetting,
  removeKey,
  removeRoot,
  type SigningSetting,
  type TrustedRoot,
} from '#src/modules/signing/index.ts'
import { pemOf } from '#src/outside/signer/pem-of.ts'
import type { Env } from '../env.ts'
import { local, sayDate } from '../dates.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { Checkboxes, Field } from '../ui/field.tsx'
import { Done, readDone } from '../ui/done.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { SigningKeys } from './signing-keys.tsx'
import { SigningReady } from './signing-ready.tsx'
import { typedWhole } from './typed.ts'

/** Whose keys, under which settings, trusted by which roots, and whether it works now. */
export function showSigning(c: Context<Env>) {
  return answer(c, blank)
}

export async function answerCheckSigning(c: Context<Env>) {
  await checkReadiness(c.var.ctx)
  return redirectDone(c, paths.adminSigning(), 'kiem')
}

export async function answerSigningSetting(c: Context<Env>) {
  const { settings } = c.var.w.signingPages
  const form = readForm(
    z.object({
      timeUrl: z.string().default(''),
      evidence: z.array(z.string()).default([]),
      warnDays: typedWhole(settings.warnDaysWrong),
    }),
    await readBody(c),
  )
  if (!form.data) return answer(c, form.filled)
  const { timeUrl, evidence, warnDays } = form.data
  return finish(c, { filled: form.filled, done: 'cai-dat' }, () =>
    changeSigningSetting(c.var.ctx, {
      ...{ timeUrl: timeUrl || null, evidence: evidence.includes('yes'), warnDays },
    }),
  )
}

export async function answerAddRoots(c: Context<Env>) {
  const { roots } = await readBody(c)
  const pem = roots instanceof File ? pemOf(await roots.bytes()) : ''
  return finish(c, { filled: blank, done: 'goc' }, () => addRoots(c.var.ctx, { pem }))
}

export async function answerRemoveRoot(c: Context<Env>) {
  const fingerprint = c.req.param('fingerprint') ?? ''
  return finish(c, { filled: blank, done: 'bo-goc' }, () => removeRoot(c.var.ctx, { fingerprint }))
}

export async function answerRemoveKey(c: Context<Env>) {
  const keyId = c.req.param('id') ?? ''
  if (!isUuid(keyId)) return c.notFound()
  return finish(c, { filled: blank, done: 'bo-khoa' }, () => removeKey(c.var.ctx, { keyId }))
}

/** Does it, looks whether signing works with it, and shows the page again. */
async function finish(
  c: Context<Env>,
  { filled, done }: { filled: Filled; done: string },
  deed: () => Promise<unknown>,
) {
  const tried = await tryDeed(filled, c.var.lang, deed)
  if (tried.filled) return answer(c, tried.filled)
  await checkReadiness(c.var.ctx)
  return redirectDone(c, paths.adminSigning(), done)
}

async function answer(c: Context<Env>, filled: Filled) {
  const { ctx, w } = c.var
  const words = w.signingPages
  const [readiness, keys] = [await readReadiness(ctx), await listKeys(ctx)]
  const [setting, roots] = [await readSigningSetting(ctx), await listRoots(ctx)]
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        <Done said={readDone(c, words.done)} />
        <p>{words.what}</p>
        <SigningReady readiness={readiness} />
        <SigningKeys keys={keys} />
        <Settings setting={setting} filled={filled} />
        <Roots roots={roots} filled={filled} />
      </>
    ),
  })
}

function Settings({ setting, filled }: { setting: SigningSetting; filled: Filled }) {
  const { w, to } = useView()
  const { settings: words } = w.signingPages
  return (
    <section>
      <h2>{words.title}</h2>
      <form method="post" action={to(paths.adminSigningDo('cai-dat'))}>
        <Field
          name="timeUrl"
          label={words.time}
          hint={words.timeHint}
          filled={filled}
          initial={setting.timeUrl ?? ''}
          optional
        />
        <Checkboxes
          name="evidence"
          label={words.evidence}
          hint={words.evidenceHint}
          filled={filled}
          ticked={setting.evidence ? ['yes'] : []}
          options={[{ value: 'yes', label: words.evidenceYes }]}
        />
        <Field
          name="warnDays"
          label={words.warnDays}
          filled={filled}
          initial={String(setting.warnDays)}
          width="short"
          inputmode="numeric"
        />
        <button class="button">{words.save}</button>
      </form>
    </section>
  )
}

function Roots({ roots, filled }: { roots: TrustedRoot[]; filled: Filled }) {
  const { lang, w, to } = useView()
  const { roots: words } = w.signingPages
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.what}</p>
      {roots.length === 0 && <p>{words.none}</p>}
      <ul class="tasks">
        {roots.map((it) => (
          <li>
            <span>
              <Vietnamese text={it.name} />{' '}
              {words.until({ date: sayDate(lang, local(it.validTo).toPlainDate()) })}
              <br />
              <code class="hint">{it.fingerprint.match(/.{4}/g)?.join(' ')}</code>
            </span>
            <form method="post" action={to(paths.adminSigningRootRemove(it.fingerprint))}>
              <button class="button quiet" aria-label={words.removeOf({ name: it.name })}>
                {words.remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" enctype="multipart/form-data" action={to(paths.adminSigningDo('goc'))}>
        <FileField
          name="roots"
          label={words.file}
          hint={words.fileHint}
          filled={filled}
          accept=".pem,.crt,.cer,.der"
        />
        <button class="button quiet">{words.add}</button>
      </form>
    </section>
  )
}
