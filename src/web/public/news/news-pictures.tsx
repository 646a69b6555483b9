import type { Office } from '#src/modules/offices/index.ts'
import type { Published } from '#src/modules/outreach/index.ts'
import { paths } from '../../paths.ts'
import { useView } from '../../view.ts'

type Props = { office: Office; bulletin: Published; only?: number }

/** The pictures of a bulletin; what each shows is said to who cannot see it. */
export function NewsPictures({ office, bulletin, only = bulletin.pictures.length }: Props) {
  const { lang } = useView()
  if (bulletin.pictures.length === 0) return null
  return (
    <div class="pictures">
      {bulletin.pictures.slice(0, only).map((it) => (
        <img
          src={paths.newsPicture(office.slug, bulletin.id, it.id)}
          alt={lang === 'en' ? it.altEn || it.altVi : it.altVi}
          lang={lang === 'en' && !it.altEn ? 'vi' : undefined}
          width={it.width}
          height={it.height}
          loading="lazy"
        />
      ))}
    </div>
  )
}
