import type { Context } from 'hono'
import { z } from 'zod'
import { addKiosk, listKiosks, removeKiosk, type Kiosk } from '#src/modules/queue/index.ts'
import { answerAdmin } from '../admin/admin-page.tsx'
import { sayInstant } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Done, readDone } from '../ui/done.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/pieces.tsx'
import { Qr } from '../ui/qr.tsx'
import { useView } from '../view.ts'

/** The machines at the door, and where the board is for the television. */
export function showDevices(c: Context<Env>) {
  return answerList(c, blank)
}

export async function addDevice(c: Context<Env>) {
  const { ctx, w, lang } = c.var
  const schema = z.object({ name: z.string().min(1, w.kiosk.devices.nameMissing) })
  const { data, filled } = readForm(schema, await readBody(c))
  if (!data) return answerList(c, filled)
  const { done, filled: refused } = await tryDeed(filled, lang, () => addKiosk(ctx, data))
  return refused ? answerList(c, refused) : answerAdded(c, done)
}

export async function removeDevice(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  await removeKiosk(c.var.ctx, { kioskId: id })
  return c.redirect(`${to(c, paths.devices())}?xong=bo`, 303)
}

async function answerList(c: Context<Env>, filled: Filled) {
  const { ctx, w } = c.var
  const said = w.kiosk.devices
  const kiosks = await listKiosks(ctx)
  return answerAdmin(c, {
    title: said.title,
    filled,
    children: (
      <>
        <Done said={readDone(c, { bo: said.removed })} />
        <h2>{said.kiosks}</h2>
        <p>{said.intro}</p>
        {kiosks.length === 0 ? <p>{said.none}</p> : <List kiosks={kiosks} />}
        <form method="post" action={to(c, paths.devices())}>
          <Field
            name="name"
            label={said.name}
            hint={said.nameHint}
            filled={filled}
            maxlength={60}
          />
          <button class="button">{said.add}</button>
        </form>
        <Board address={c.var.house.publicUrl + to(c, paths.board(c.var.office.slug))} />
      </>
    ),
  })
}

function Board({ address }: { address: string }) {
  const said = useView().w.kiosk.devices
  return (
    <>
      <h2>{said.board}</h2>
      <p>{said.boardIntro}</p>
      <p class="secret">
        <a href={address}>{address}</a>
      </p>
      <Qr text={address} label={said.boardQr} />
      <p>{said.boardSound}</p>
    </>
  )
}

function List({ kiosks }: { kiosks: Kiosk[] }) {
  const { lang, w, to } = useView()
  const said = w.kiosk.devices
  return (
    <ul class="tasks">
      {kiosks.map((it) => (
        <li>
          <div>
            <b>{it.name}</b>
            <br />
            <span class="hint">
              {it.lastSeenAt ? said.seen({ at: sayInstant(lang, it.lastSeenAt) }) : said.notSeen}
            </span>
          </div>
          <form method="post" action={to(paths.deviceRemove(it.id))}>
            <button class="pick">
              {said.remove}
              <span class="unseen">: {it.name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** Only its hash is kept: this is the one time that the address can be read. */
function answerAdded(c: Context<Env>, added: { kiosk: Kiosk; token: string }) {
  const said = c.var.w.kiosk.devices
  const address = c.var.house.publicUrl + to(c, paths.kiosk(added.token))
  return answerAdmin(c, {
    title: said.added({ name: added.kiosk.name }),
    back: { href: paths.devices(), label: said.title },
    children: (
      <>
        <Notice title={said.address}>
          <p class="secret">
            <a href={address}>{address}</a>
          </p>
          <Qr text={address} label={said.addressQr} />
        </Notice>
        <p>{said.once}</p>
        <p>{said.printing}</p>
        <p>
          <a class="button quiet" href={to(c, paths.devices())}>
            {said.list}
          </a>
        </p>
      </>
    ),
  })
}
