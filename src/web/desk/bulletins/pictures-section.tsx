import { latestOf, type Bulletin, type BulletinVersion } from '#src/modules/outreach/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, fieldId } from '../../ui/field.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

const most = 4

type Props = { bulletin: Bulletin; writes: boolean; filled: Filled }

/** The pictures of the newest version with what they say; in a draft more can be added. */
export function PicturesSection({ bulletin, writes, filled }: Props) {
  const { w } = useView()
  const words = w.channels.pictures
  const latest = latestOf(bulletin)
  const open = writes && latest.state === 'draft' && !bulletin.withdrawn
  if (!open && latest.pictures.length === 0) return null
  return (
    <section>
      <h2>{words.title}</h2>
      <ul class="plain-list pictures">
        {latest.pictures.map((it) => (
          <Shown bulletinId={bulletin.id} version={latest} picture={it} open={open} />
        ))}
      </ul>
      {open && latest.pictures.length < most && (
        <AddPicture bulletinId={bulletin.id} version={latest.number} filled={filled} />
      )}
    </section>
  )
}

type ShownProps = {
  bulletinId: string
  version: BulletinVersion
  picture: BulletinVersion['pictures'][number]
  open: boolean
}

function Shown({ bulletinId, version, picture, open }: ShownProps) {
  const { w, to } = useView()
  const words = w.channels.pictures
  return (
    <li>
      <img
        src={to(paths.bulletinPicture(bulletinId, picture.id))}
        alt={picture.altVi}
        width={picture.width}
        height={picture.height}
        loading="lazy"
      />
      <p class="hint">
        {words.says} <Vietnamese text={picture.altVi} />
        {picture.altEn && (
          <>
            {' / '}
            <span lang="en">{picture.altEn}</span>
          </>
        )}
      </p>
      {open && (
        <form method="post" action={to(paths.bulletinDo(bulletinId, 'bo-hinh'))}>
          <input type="hidden" name="version" value={String(version.number)} />
          <input type="hidden" name="picture" value={picture.id} />
          <button class="link-button">
            {words.remove}
            <span class="unseen">: {picture.altVi}</span>
          </button>
        </form>
      )}
    </li>
  )
}

function AddPicture({
  bulletinId,
  version,
  filled,
}: {
  bulletinId: string
  version: number
  filled: Filled
}) {
  const { w, to } = useView()
  const words = w.channels.pictures
  const error = filled.errors.picture
  const id = fieldId('picture')
  const wrong = ['picture', 'altVi', 'altEn'].some((it) => filled.errors[it] !== undefined)
  return (
    <details open={wrong}>
      <summary>{words.add}</summary>
      <form
        method="post"
        enctype="multipart/form-data"
        action={to(paths.bulletinDo(bulletinId, 'hinh'))}
      >
        <input type="hidden" name="version" value={String(version)} />
        <div class={error ? 'field wrong' : 'field'}>
          <label for={id}>{words.file}</label>
          <span class="hint" id={`${id}-hint`}>
            {words.fileHint}
          </span>
          {error && (
            <span class="error" id={`${id}-error`}>
              {error}
            </span>
          )}
          <input
            id={id}
            type="file"
            name="picture"
            accept="image/jpeg,image/png,image/webp"
            aria-describedby={error ? `${id}-error` : `${id}-hint`}
            aria-invalid={error ? 'true' : undefined}
          />
        </div>
        <Field name="altVi" label={words.altVi} hint={words.altHint} filled={filled} />
        <Field name="altEn" label={words.altEn} filled={filled} optional />
        <button class="button quiet">{words.send}</button>
      </form>
    </details>
  )
}
