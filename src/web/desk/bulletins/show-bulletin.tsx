import type { Context } from 'hono'
import {
  findRecording,
  getBulletin,
  latestOf,
  listAirings,
  listPublications,
  listSendings,
  readSendingPlan,
  readCheck,
  readSetting,
} from '#src/modules/outreach/index.ts'
import { bulletinAddresses } from '../../bulletin-addresses.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled } from '../../read-form.ts'
import { here, render } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { BulletinAside } from './bulletin-aside.tsx'
import { BulletinTags } from './bulletin-tags.tsx'
import { BulletinWords } from './bulletin-words.tsx'
import { Decide } from './decide.tsx'
import { PicturesSection } from './pictures-section.tsx'
import { idsOf, readNames } from './say-who.ts'
import { SendingSection, wasSent } from './sending-section.tsx'
import { SpeakerSection } from './speaker-section.tsx'

/** One bulletin: its words, what to think over, who decides, where it is heard. */
export async function showBulletin(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w, house } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const bulletin = await getBulletin(ctx, { bulletinId: id })
  const latest = latestOf(bulletin)
  const writes = session.officer.rights.includes('outreach.write')
  const approves = session.officer.rights.includes('outreach.approve')
  const addresses = bulletinAddresses(house.publicUrl, session.office.slug, id)
  const waits = approves && latest.state === 'waiting' && !bulletin.withdrawn
  const plan = waits ? await readSendingPlan(ctx, { bulletinId: id, addresses }) : []
  const sent = await listSendings(ctx, { bulletinId: id })
  const [check, setting, recording, airings, publications, hasVoice] = await Promise.all([
    readCheck(ctx, latest),
    readSetting(ctx),
    findRecording(ctx, { bulletinId: id, version: latest.number }),
    listAirings(ctx, { bulletinId: id }),
    listPublications(ctx, { bulletinId: id }),
    house.speech?.ready() ?? false,
  ])
  const names = await readNames(ctx, w, [
    ...idsOf(bulletin.versions),
    ...airings.map((it) => it.by),
    ...publications.map((it) => it.by),
  ])
  return render(
    c,
    <DeskPage
      title={latest.titleVi}
      session={session}
      door={writes ? 'bulletins' : 'chief'}
      islands={wasSent(sent) ? ['live-region.js'] : []}
      here={filled === blank ? here(c) : undefined}
      back={
        writes
          ? { href: paths.bulletins(), label: w.bulletins.title }
          : { href: paths.chief(), label: w.site.doors.chief }
      }
    >
      <Done said={readDone(c, w.bulletins.done)} />
      <ErrorSummary filled={filled} />
      <h1>
        <Vietnamese text={latest.titleVi} />
      </h1>
      <p>
        <BulletinTags bulletin={bulletin} />
      </p>
      <div class="columns told">
        <div class="column">
          <BulletinWords bulletin={bulletin} check={check} />
          <PicturesSection bulletin={bulletin} writes={writes} filled={filled} />
          {approves && <Decide bulletin={bulletin} plan={plan} filled={filled} />}
          <SendingSection bulletinId={id} state={sent} now={ctx.now} writes={writes} />
        </div>
        <BulletinAside
          bulletin={bulletin}
          publications={publications}
          sent={sent.sendings}
          names={names}
          session={session}
          filled={filled}
        />
        <div class="column">
          <SpeakerSection
            bulletin={bulletin}
            setting={setting}
            recording={recording}
            airings={airings}
            names={names}
            hasVoice={hasVoice}
            writes={writes}
          />
        </div>
      </div>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}
