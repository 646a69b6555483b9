import type { Context } from 'hono'
import {
  importRegister,
  previewRegister,
  readCsv,
  readWorkbook,
  writeRegister,
  type RegisterKind,
  type RegisterPreview,
} from '#src/modules/reach/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { attachment } from '../desk/reports/download.ts'
import { blank, type Filled, readBody, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { fieldId, TextArea } from '../ui/field.tsx'
import { Tag } from '../ui/pieces.tsx'
import { TableWrap } from '../ui/table-wrap.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list of hamlets or businesses from a table: chosen as a file or pasted, seen first, then taken. */
export const showImport = (kind: RegisterKind) => (c: Context<Env>) =>
  answerForm(c, kind, blank, null)

/**
 * The first press shows what would become of each row; the second, on that page, takes all of it. The
 * table travels along in the form, so nothing is kept in between.
 */
export const answerImport = (kind: RegisterKind) => async (c: Context<Env>) => {
  const { ctx, lang } = c.var
  const body = await readBody(c)
  const filled: Filled = { values: { table: textOf(body['table']) }, errors: {} }
  const read = await tryDeed(filled, lang, () => readSent(body))
  if (read.filled) return answerForm(c, kind, read.filled, null)
  const table = read.done
  let errors: Filled['errors'] = {}
  if (body['do'] === 'nhap') {
    const taken = await tryDeed(filled, lang, () => importRegister(ctx, { kind, table }))
    if (!taken.filled) return redirectDone(c, listOf(kind), 'nhap')
    ;({ errors } = taken.filled)
  }
  const seen = await tryDeed(filled, lang, () => previewRegister(ctx, { kind, table }))
  if (seen.filled) return answerForm(c, kind, seen.filled, null)
  const values = { table: writeLines(table) }
  return answerForm(c, kind, { values, errors }, seen.done)
}

/** The template, with what is on record. */
export const downloadTemplate = (kind: RegisterKind) => async (c: Context<Env>) => {
  const { ctx, lang, w } = c.var
  const file = await writeRegister(ctx, { kind, lang })
  return c.body(new Uint8Array(file), 200, {
    'content-type': excel,
    'content-disposition': attachment(w.deskReach.register.fileName[kind], 'xlsx'),
  })
}

function listOf(kind: RegisterKind): string {
  return kind === 'hamlets' ? paths.adminHamlets() : paths.adminBusinesses()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC') : ''
}

/** The file when one was chosen, else what was pasted. A workbook is a zip and begins as one. */
async function readSent(body: Record<string, unknown>): Promise<string[][]> {
  const { file } = body
  if (file instanceof File && file.size > 0) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
    return zipped ? readWorkbook(bytes) : readCsv(new TextDecoder().decode(bytes))
  }
  return readCsv(textOf(body['table']))
}

/** Tabs between cells and quotes where a cell needs them: what `readCsv` reads again as it was. */
function writeLines(table: string[][]): string {
  const quoted = (cell: string) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return table.map((row) => row.map(quoted).join('\t')).join('\n')
}

function answerForm(
  c: Context<Env>,
  kind: RegisterKind,
  filled: Filled,
  preview: RegisterPreview | null,
) {
  const { w } = c.var
  const words = w.deskReach.register
  const action = to(c, paths.adminImport(kind))
  return answerAdmin(c, {
    title: kind === 'hamlets' ? words.importHamlets : words.importBusinesses,
    filled,
    wide: preview !== null,
    back: {
      href: listOf(kind),
      label: kind === 'hamlets' ? w.admin.hamlets.title : words.businesses,
    },
    children: (
      <>
        {preview && (
          <Preview
            kind={kind}
            preview={preview}
            action={action}
            table={String(filled.values['table'])}
          />
        )}
        <p>{words.importHint}</p>
        <p>
          <a href={`${action}/mau.xlsx`} download>
            {words.template}
          </a>
        </p>
        <form method="post" enctype="multipart/form-data" action={action}>
          <div class={filled.errors['file'] ? 'field wrong' : 'field'}>
            <label for={fieldId('file')}>{words.file}</label>
            {filled.errors['file'] && <span class="error">{filled.errors['file']}</span>}
            <input
              id={fieldId('file')}
              name="file"
              type="file"
              accept=".xlsx,.csv,.tsv,.txt,text/csv"
            />
          </div>
          <TextArea
            name="table"
            label={words.paste}
            filled={preview && preview.wrong === 0 ? blank : filled}
            rows={6}
            optional
          />
          <button class={preview ? 'button quiet' : 'button'}>{words.look}</button>
        </form>
      </>
    ),
  })
}

type PreviewProps = { kind: RegisterKind; preview: RegisterPreview; action: string; table: string }

function Preview({ kind, preview, action, table }: PreviewProps) {
  const { w } = useView()
  const words = w.deskReach.register
  const { rows, added, changed, same, wrong } = preview
  // What is wrong stands first: it is what there is to do.
  const sorted = [...rows].sort((a, b) => Number(b.will === 'wrong') - Number(a.will === 'wrong'))
  return (
    <section aria-labelledby="xem-truoc">
      <h2 id="xem-truoc">{words.preview}</h2>
      <p>
        <b>{words.previewSays({ added, changed, same, wrong })}</b>
      </p>
      {wrong > 0 ? (
        <p>{words.wrongFirst}</p>
      ) : added + changed === 0 ? (
        <p>{words.allSame}</p>
      ) : (
        <form method="post" enctype="multipart/form-data" action={action}>
          <textarea name="table" hidden>
            {table}
          </textarea>
          <button class="button" name="do" value="nhap">
            {words.take}
          </button>
        </form>
      )}
      <TableWrap label={words.previewSays({ added, changed, same, wrong })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{w.reach.columns[kind].name}</th>
              <th scope="col">{words.will}</th>
              <th scope="col">{words.trouble}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr>
                <td>{row.line}</td>
                <td>
                  <Vietnamese text={row.name} />
                </td>
                <td>
                  <Tag tone={tones[row.will]}>{words.wills[row.will]}</Tag>
                </td>
                <td>{row.troubles.map((it) => w.reach.troubles[it]).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </section>
  )
}

const tones = { add: 'leaf', change: 'sun', same: 'plain', wrong: 'hot' } as const
