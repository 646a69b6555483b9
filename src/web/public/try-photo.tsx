import type { Context } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import type { Reading } from '#src/modules/papers/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, withRefusal } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/pieces.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { useView } from '../view.ts'

/** A citizen tries a photograph before coming: told at once what is wrong, and nothing is kept. */
export function showPhotoCheck(c: Context<Env>) {
  return answer(c, blank, null)
}

export async function checkPhoto(c: Context<Env>) {
  const { lang, w, house } = c.var
  const { photo } = await readBody(c)
  if (!(photo instanceof File) || photo.name === '')
    return answer(c, { values: {}, errors: { files: w.papers.check.missing } }, null)
  if (!house.papers) throw new Error('this house takes no papers')
  try {
    const bytes = Buffer.from(await photo.arrayBuffer())
    const reading = await house.papers.publicReader.read(bytes)
    return answer(c, blank, reading)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answer(c, withRefusal(blank, error, lang), null)
  }
}

function answer(c: Context<Env>, filled: Filled, reading: Reading | null) {
  const { office, w } = c.var
  const words = w.papers.check
  const error = filled.errors['files']
  return render(
    c,
    <PublicPage
      title={words.title}
      office={office}
      here={here(c)}
      back={{ href: paths.procedures(office.slug), label: w.site.nav.procedures }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      {reading ? <Judged reading={reading} /> : <p>{words.lead}</p>}
      <form method="post" enctype="multipart/form-data" action={to(c, paths.tryPhoto(office.slug))}>
        <div class={error ? 'field wrong' : 'field'}>
          <label for="o-files">{words.file}</label>
          <span class="hint" id="o-files-hint">
            {words.fileHint}
          </span>
          {error && (
            <span class="error" id="o-files-error">
              {error}
            </span>
          )}
          <input
            id="o-files"
            type="file"
            name="photo"
            accept="image/jpeg,image/png,image/heic,application/pdf,.heic"
            aria-describedby={error ? 'o-files-hint o-files-error' : 'o-files-hint'}
          />
        </div>
        <button class="button">{words.button}</button>
      </form>
    </PublicPage>,
    error ? 422 : 200,
  )
}

function Judged({ reading }: { reading: Reading }) {
  const { w } = useView()
  const words = w.papers.check
  const troubles = reading.kind === 'picture' ? reading.made.troubles : []
  return (
    <div role="status">
      <Notice
        tone={troubles.length > 0 ? 'sun' : 'leaf'}
        title={troubles.length > 0 ? words.bad : words.good}
      >
        {troubles.map((it) => (
          <p>{w.papers.troubles[it]}</p>
        ))}
        {troubles.length === 0 && (
          <p>
            {reading.kind === 'pdf' ? words.goodPdf({ count: reading.sheets }) : words.goodHint}
          </p>
        )}
        <p>{words.notKept}</p>
      </Notice>
    </div>
  )
}
