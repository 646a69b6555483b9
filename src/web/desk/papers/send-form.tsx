import type { Item } from '#src/modules/requests/index.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Select } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

type Props = {
  action: string
  /** Where parts of files are sent, ending before the key of one. */
  parts: string
  clientKey: string
  items: Item[]
  filled: Filled
  /** Opens the camera of a phone. */
  camera?: boolean
  rule?: string | undefined
  /** The page to open once all have arrived. */
  done: string
}

export const otherPaper = 'khac'
const kinds = 'image/jpeg,image/png,image/heic,application/pdf,.heic'

/** Files for one paper. With script they go in parts, and go on after a broken line. */
export function SendForm({ action, parts, clientKey, items, filled, camera, rule, done }: Props) {
  const { lang, w } = useView()
  const { send, capture, phone } = w.papers
  const error = filled.errors['files']
  return (
    <send-papers
      data-parts={parts}
      data-done={done}
      data-progress={send.progress({ name: '%' })}
      data-again={send.again}
      data-failed={send.failed}
      data-look={(camera ? capture : send).look({ why: '%' })}
    >
      <form method="post" enctype="multipart/form-data" action={action}>
        <input type="hidden" name="clientKey" value={clientKey} />
        <Select
          name="which"
          label={camera ? capture.which : send.which}
          filled={filled}
          empty={false}
          options={[
            ...items.map((it) => ({ value: it.paperId, label: it.name[lang] })),
            { value: otherPaper, label: send.other },
          ]}
        />
        <div class="other-name">
          <Field
            name="name"
            label={send.otherName}
            hint={send.otherHint}
            filled={filled}
            maxlength={200}
          />
        </div>
        <div class={error ? 'field wrong' : 'field'}>
          <label for="o-files">{camera ? capture.camera : send.files}</label>
          <span class="hint" id="o-files-hint">
            {camera ? capture.cameraHint : send.filesHint} {rule}
          </span>
          {error && (
            <span class="error" id="o-files-error">
              {error}
            </span>
          )}
          <input
            id="o-files"
            type="file"
            name="files[]"
            multiple
            accept={kinds}
            capture={camera ? 'environment' : undefined}
            aria-describedby={error ? 'o-files-hint o-files-error' : 'o-files-hint'}
          />
        </div>
        <p class="sending" data-sending role="status" hidden>
          <span data-says></span> <progress max="1" value="0" aria-label={send.title}></progress>
          {!camera && (
            <a data-see href={done} hidden>
              {phone.done}
            </a>
          )}
        </p>
        <button class="button">{camera ? capture.button : send.button}</button>
      </form>
    </send-papers>
  )
}
