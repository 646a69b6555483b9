import type { Child } from 'hono/jsx'
import type { Session } from '#src/modules/identity/index.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../read-form.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/pieces.tsx'
import { Qr } from '../ui/qr.tsx'
import { useView } from '../view.ts'

type Props = { session: Session; filled: Filled }

export function TotpOff({ session, filled }: Props) {
  const { totp } = useView().w.account
  return (
    <Page session={session} title={totp.title} here>
      <ErrorSummary filled={filled} />
      <p>{totp.what}</p>
      <p>{totp.needs}</p>
      <Form deed="bat">
        <button class="button">{totp.begin}</button>
      </Form>
    </Page>
  )
}

type BegunProps = Props & { secret: string; url: string; sealed: string }

/** The secret for the phone, as a picture and as letters, and the first code to prove it. */
export function TotpBegun({ session, filled, secret, url, sealed }: BegunProps) {
  const { totp } = useView().w.account
  return (
    <Page session={session} title={totp.beginTitle}>
      <ErrorSummary filled={filled} />
      <ol>
        <li>
          <p>{totp.scan}</p>
          <Qr text={url} label={totp.qr} />
          <p class="secret">
            {totp.orType} <span class="code">{secret.match(/.{1,4}/g)?.join(' ')}</span>
          </p>
        </li>
        <li>{totp.thenCode}</li>
      </ol>
      <Form deed="xac-nhan">
        <input type="hidden" name="khoa" value={sealed} />
        <Field
          name="code"
          label={totp.code}
          filled={filled}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={7}
        />
        <button class="button">{totp.confirm}</button>
      </Form>
    </Page>
  )
}

/** Shown this once; they fit on a card. */
export function RecoveryCodes({ session, codes }: { session: Session; codes: string[] }) {
  const { w, to } = useView()
  const { totp } = w.account
  return (
    <Page session={session} title={totp.onNow}>
      <Notice title={totp.codesTitle}>
        <p>{totp.codesHint}</p>
        <ol class="recovery">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </Notice>
      <p>{totp.codesPrint}</p>
      <p>
        <a class="button quiet" href={to(paths.account())}>
          {totp.codesKept}
        </a>
      </p>
    </Page>
  )
}

export function TotpOn({ session, filled }: Props) {
  const { totp } = useView().w.account
  return (
    <Page session={session} title={totp.title} here>
      <ErrorSummary filled={filled} />
      <p>{totp.on}</p>
      <h2>{totp.off}</h2>
      <p>{totp.offHint}</p>
      <Form deed="tat">
        <Field
          name="password"
          type="password"
          label={totp.password}
          filled={filled}
          autocomplete="current-password"
        />
        <button class="button danger">{totp.off}</button>
      </Form>
    </Page>
  )
}

function Form({ deed, children }: { deed: string; children?: Child }) {
  const { to } = useView()
  return (
    <form method="post" action={to(paths.accountTotp())}>
      <input type="hidden" name="viec" value={deed} />
      {children}
    </form>
  )
}

type PageProps = { session: Session; title: string; here?: boolean; children?: Child }

function Page({ session, title, here, children }: PageProps) {
  const { profile } = useView().w.account
  return (
    <DeskPage
      title={title}
      session={session}
      narrow
      here={here ? paths.accountTotp() : undefined}
      back={{ href: paths.account(), label: profile.title }}
    >
      <h1>{title}</h1>
      {children}
    </DeskPage>
  )
}
