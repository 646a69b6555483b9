import type { Context } from 'hono'
import { readKeepDays } from '#src/modules/notices/index.ts'
import type { Env } from '../env.ts'
import { here, render } from '../render.tsx'
import { Summary } from '../ui/pieces.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'

/** What is kept of people, why, how long, and what they may ask (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP). */
export async function showPrivacy(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const days = await readKeepDays(ctx)
  const it = w.public.privacy
  const sections: [string, string[]][] = [
    [it.what, [it.whatPerson, it.whatRequest, it.whatBooking, it.whatRating]],
    [it.never, [it.neverSecrets, it.neverCard, it.neverTrack]],
    [it.safe, [it.safeSealed, it.safeTrail, it.safeFollow, it.safeShare, w.consent.privacy]],
    [it.long, [it.longSays, it.longBooking({ days })]],
    [it.rights, [it.rightKnow, it.rightSee, it.rightErase, it.rightComplain]],
  ]
  return render(
    c,
    <PublicPage title={it.title} office={office} here={here(c)} description={it.lead}>
      <h1>{it.title}</h1>
      <p>{it.lead}</p>
      <h2>{it.who}</h2>
      <p>{it.whoSays({ office: office.name[lang] })}</p>
      {sections.map(([title, lines]) => (
        <>
          <h2>{title}</h2>
          {lines.length === 1 ? (
            <p>{lines[0]}</p>
          ) : (
            <ul>
              {lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          )}
        </>
      ))}
      <h2>{it.how}</h2>
      <p>{it.howSays}</p>
      <Summary
        rows={[
          [w.public.home.phone, office.phone && <a href={`tel:${office.phone}`}>{office.phone}</a>],
          [w.public.home.address, office.address && <Vietnamese text={office.address} />],
          [w.public.home.opening, office.opening && <Told said={office.opening} />],
        ]}
      />
      <h2>{it.law}</h2>
      <p>{it.lawSays}</p>
    </PublicPage>,
  )
}
