import type { DemoSignIn } from '../env.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../read-form.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Notice, Summary } from '../ui/pieces.tsx'
import { useView } from '../view.ts'
import { EntryPage } from './entry-page.tsx'

type SignInProps = {
  filled: Filled
  next: string | null
  demo: readonly DemoSignIn[]
  gone: boolean
  here: string
}

/** Name and password; in the demo, also the names and passwords that are printed for everyone. */
export function SignInPage({ filled, next, demo, gone, here }: SignInProps) {
  const { w, to } = useView()
  const { signIn } = w.account
  return (
    <EntryPage title={signIn.title} here={here}>
      {gone && (
        <p role="status" class="notice">
          {signIn.gone}
        </p>
      )}
      <h1>{signIn.title}</h1>
      <ErrorSummary filled={filled} />
      <form method="post" action={to(paths.signIn())}>
        <Next next={next} />
        <Field
          name="login"
          label={signIn.login}
          filled={filled}
          autocomplete="username"
          spellcheck={false}
        />
        <Field
          name="password"
          type="password"
          label={signIn.password}
          filled={filled}
          autocomplete="current-password"
        />
        <button class="button">{signIn.submit}</button>
      </form>
      <p class="hint">{signIn.forgotten}</p>
      {demo.length > 0 && <DemoSignIns rows={demo} />}
    </EntryPage>
  )
}

type CodeProps = { filled: Filled; step: string; next: string | null }

/** The second step: the code of the phone, or a recovery code. */
export function CodePage({ filled, step, next }: CodeProps) {
  const { w, to } = useView()
  const { signIn } = w.account
  return (
    <EntryPage title={signIn.codeTitle}>
      <h1>{signIn.codeTitle}</h1>
      <ErrorSummary filled={filled} />
      <form method="post" action={to(paths.signIn())}>
        <Next next={next} />
        <input type="hidden" name="buoc" value={step} />
        <Field
          name="code"
          label={signIn.code}
          hint={signIn.codeHint}
          filled={filled}
          autocomplete="one-time-code"
          width="mid"
          maxlength={20}
          spellcheck={false}
          autofocus
        />
        <button class="button">{signIn.submit}</button>
      </form>
      <p>
        <a href={to(paths.signIn())}>{signIn.otherName}</a>
      </p>
    </EntryPage>
  )
}

function Next({ next }: { next: string | null }) {
  return next === null ? null : <input type="hidden" name="tiep" value={next} />
}

/** All of one password, so it is said once; short enough for a phone. */
function DemoSignIns({ rows }: { rows: readonly DemoSignIn[] }) {
  const { signIn } = useView().w.account
  const passwords = [...new Set(rows.map((it) => it.password))]
  const shared = passwords.length === 1 ? passwords[0] : undefined
  return (
    <Notice tone="plain" title={signIn.demo}>
      {shared !== undefined && (
        <p>
          {signIn.password}: <code>{shared}</code>
        </p>
      )}
      <Summary
        rows={rows.map((it) => [
          <code>{it.login}</code>,
          <>
            <span lang="vi">{it.title}</span>
            {shared === undefined && (
              <>
                {' '}
                <code>{it.password}</code>
              </>
            )}
          </>,
        ])}
      />
    </Notice>
  )
}
