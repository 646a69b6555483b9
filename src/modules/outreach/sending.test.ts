import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import {
  connectAccount,
  deliverDue,
  listMessages,
  noteFollower,
  readProgress,
} from '#src/modules/deliveries/index.ts'
import type { Driver, Outgoing } from '#src/outside/messages/driver.ts'
import { useDesk } from '#test/desk.ts'
import { asOfficer, at, hiredAs } from '#test/office.ts'
import {
  addSpeakerSystem,
  approveBulletin,
  askSubscription,
  chooseChannel,
  confirmSubscription,
  countSubscribers,
  endSubscription,
  findPublished,
  forgetUnconfirmed,
  getBulletin,
  latestOf,
  listDuePushes,
  listPublications,
  listSendings,
  listSpeakerPushes,
  listSpeakerSystems,
  notePush,
  pageSubjectOf,
  readSendingPlan,
  retryPush,
  rewriteBulletin,
  setChannelText,
  settleSendings,
  subjectOf,
  submitBulletin,
  subscribeAtDesk,
  withdrawBulletin,
  writeBulletin,
  type Addresses,
  type SendingChannel,
} from './index.ts'
import { noteSending } from './send-version.ts'

const desk = useDesk()
const date = (iso: string) => Temporal.PlainDate.from(iso)
const air = { from: date('2026-11-20'), to: date('2026-11-27'), times: ['17:00'], repeats: 1 }
const text = { titleVi: 'Tiêm phòng', bodyVi: 'Sáng mai.', titleEn: '', bodyEn: '', script: null }
const addresses: Addresses = {
  link: (channel) => `https://xa.example/tin?tu=${channel}`,
  cover: 'https://xa.example/bia.jpg',
  picture: (id) => `https://xa.example/hinh/${id}.jpg`,
  leave: 'https://xa.example/thoi',
}
let writer: Ctx
let chairman: Ctx
let admin: Ctx
let system: Ctx

/** What each service was given, in order. */
const given: (Outgoing & { kind: string })[] = []
const service = (kind: Driver['kind']): Driver => ({
  kind,
  repeats: true,
  send: async (_account, message) => {
    given.push({ ...message, kind })
    const { edit, remove } = message.content
    return { outcome: 'accepted', ref: edit ?? remove ?? `${kind}-${given.length}` }
  },
})
const drivers = {
  zalo: service('zalo'),
  facebook: service('facebook'),
  esms: service('sms'),
  smtp: service('email'),
}

const deliver = (now = desk.office.now) =>
  deliverDue(
    { database: desk.office.database, sealer: desk.office.sealer, now: () => now, drivers },
    { once: true },
  )

beforeAll(async () => {
  writer = await hiredAs(desk.office, 'announcer')
  chairman = await hiredAs(desk.office, 'chairman')
  admin = await hiredAs(desk.office, 'office_admin')
  system = { ...desk.office, actor: { kind: 'system', job: 'test' } }
  const providers = { zalo: 'zalo', facebook: 'facebook', sms: 'esms', email: 'smtp' } as const
  for (const [channel, provider] of Object.entries(providers) as [SendingChannel, string][]) {
    await connectAccount(admin, {
      ...{ channel, provider, name: `Tài khoản ${channel}`, keptBy: 'Anh Ba, 0228 3820 123' },
      ...{ settings: {}, secrets: {}, costPerPart: channel === 'sms' ? 400 : null },
    })
    await chooseChannel(admin, { channel, byItself: channel !== 'email', plain: true })
  }
  for (const userId of ['1001', '1002'])
    await noteFollower(system, { channel: 'zalo', userId, what: 'followed', at: system.now })
  await subscribeAtDesk(writer, { address: '0912 345 678' })
  await subscribeAtDesk(writer, { address: 'ba.tu@vidu.vn' })
})

async function draft(): Promise<string> {
  const input = { clientKey: randomUUID(), text, priority: 'normal' as const, air }
  const { id } = await writeBulletin(writer, input)
  return id
}

async function approve(
  bulletinId: string,
  version = 1,
  channels?: readonly SendingChannel[],
): Promise<void> {
  await submitBulletin(writer, { bulletinId, version })
  await approveBulletin(chairman, { bulletinId, version, addresses, channels })
}

async function reword(bulletinId: string, after: number, bodyVi: string) {
  await rewriteBulletin(writer, {
    ...{ bulletinId, after, priority: 'normal', air },
    text: { ...text, bodyVi },
  })
}

const sentOf = async (work: () => Promise<unknown>) => {
  given.length = 0
  await work()
  await deliver()
  return given.map((it) => [it.kind, it.to, it.content] as const)
}

describe('an approved bulletin', () => {
  test('goes to every channel that the office ticked, each in its own form', async () => {
    const bulletinId = await draft()
    await setChannelText(writer, { bulletinId, version: 1, channel: 'sms', text: 'Tiêm sáng mai' })

    const sent = await sentOf(() => approve(bulletinId))

    expect(sent.map(([kind]) => kind).sort()).toEqual(['facebook', 'sms', 'zalo'])
    const of = (kind: string) => sent.find((it) => it[0] === kind)!
    expect(of('facebook')[1]).toEqual({ page: true })
    expect(of('facebook')[2]).toMatchObject({
      ...{ title: 'Tiêm phòng', text: 'Tiêm phòng\n\nSáng mai.' },
      link: 'https://xa.example/tin?tu=facebook',
    })
    expect(of('zalo')[1]).toEqual({ page: true })
    expect(of('zalo')[2]).toMatchObject({
      link: 'https://xa.example/tin?tu=zalo',
      pictures: [{ url: 'https://xa.example/bia.jpg' }],
    })
    expect(of('sms')[1]).toEqual({ phone: '84912345678' })
    expect(of('sms')[2]).toEqual({ text: 'Tiem sang mai. https://xa.example/tin?tu=sms' })
  })

  test('is written down as published where a channel took it, once, with the link of the post', async () => {
    const bulletinId = await draft()
    await sentOf(() => approve(bulletinId))

    await settleSendings(system)
    await settleSendings(system)

    const all = await listPublications(writer, { bulletinId })
    expect(all.map((it) => it.channel).sort()).toEqual(['facebook', 'sms', 'zalo'])
    const post = all.find((it) => it.channel === 'facebook')!
    expect(post).toMatchObject({ by: null, version: 1 })
    expect(post.link).toMatch(/^https:\/\/www\.facebook\.com\/facebook-\d+$/)
  })

  test('goes only where the chairman left it ticked', async () => {
    const bulletinId = await draft()

    const sent = await sentOf(() => approve(bulletinId, 1, ['email']))

    expect(sent.map(([kind]) => kind)).toEqual(['email'])
    expect(sent[0]![2].text).toContain('Không muốn nhận nữa: https://xa.example/thoi')
  })

  test('is approved and sent, or neither', async () => {
    const bulletinId = await draft()
    await submitBulletin(writer, { bulletinId, version: 1 })

    await expect(
      inTransaction(chairman, async (ctx) => {
        await approveBulletin(ctx, { bulletinId, version: 1, addresses })
        throw new Error('the power went off')
      }),
    ).rejects.toThrow('the power went off')

    expect(latestOf(await getBulletin(writer, { bulletinId })).state).toBe('waiting')
    expect((await readProgress(system, { subject: subjectOf(bulletinId) })).total).toBe(0)
  })

  test('approved by twenty presses at once is handed to each channel once', async () => {
    const bulletinId = await draft()
    await submitBulletin(writer, { bulletinId, version: 1 })
    const press = () => approveBulletin(chairman, { bulletinId, version: 1, addresses })

    const sent = await sentOf(() => Promise.allSettled(Array.from({ length: 20 }, press)))

    expect(sent).toHaveLength(3)
  })

  test('approved early waits for the morning of its first day', async () => {
    const later = { ...air, from: date('2026-11-26') }
    const input = { clientKey: randomUUID(), text, priority: 'normal' as const, air: later }
    const { id } = await writeBulletin(writer, input)

    expect(await sentOf(() => approve(id))).toEqual([])
    await deliver(new Date('2026-11-26T00:01:00Z'))

    expect(given).toHaveLength(3)
  })
})

describe('what was not approved', () => {
  test('reaches no channel, whatever is pressed', async () => {
    const bulletinId = await draft()
    await expect(
      approveBulletin(chairman, { bulletinId, version: 1, addresses }),
    ).rejects.toMatchObject({ code: 'outreach.is_draft' })
    await submitBulletin(writer, { bulletinId, version: 1 })
    await expect(
      approveBulletin(writer, { bulletinId, version: 1, addresses }),
    ).rejects.toMatchObject({ code: 'identity.not_allowed' })

    await deliver()

    expect((await listSendings(writer, { bulletinId })).sendings).toEqual([])
  })

  test('is refused by the database itself', async () => {
    const bulletinId = await draft()
    const other = await draft()
    await approve(other, 1, ['email'])
    const { rows } = await desk.office.owner.query<{ broadcast_id: string }>(
      'select broadcast_id from outreach.sending where bulletin_id = $1',
      [other],
    )

    await expect(
      noteSending(
        chairman,
        { bulletinId, version: { number: 1 } },
        {
          ...{ channel: 'email', kind: 'post', broadcast_id: rows[0]!.broadcast_id },
        },
      ),
    ).rejects.toMatchObject({ code: 'outreach.not_approved' })
    await expect(
      desk.office.owner.query(
        `insert into outreach.publication
           (office_id, bulletin_id, version, channel, note, published_by, published_at)
         select office_id, bulletin_id, 1, 'facebook', 'x', written_by, now()
           from outreach.version where bulletin_id = $1`,
        [bulletinId],
      ),
    ).rejects.toMatchObject({ constraint: 'publication_is_of_an_approved_version' })
  })
})

describe('a correction', () => {
  test('changes the post where it stands, and is a new message for who got the old one', async () => {
    const bulletinId = await draft()
    await sentOf(() => approve(bulletinId))
    const posts = await listMessages(system, { subject: pageSubjectOf(bulletinId) })
    const post = posts.find((it) => it.channel === 'facebook')
    await reword(bulletinId, 1, 'Chiều mai.')

    const sent = await sentOf(() => approve(bulletinId, 2))

    const page = sent.filter(([kind]) => kind === 'facebook').map(([, , content]) => content)
    expect(page).toMatchObject([{ edit: post!.ref, text: 'Tiêm phòng\n\nChiều mai.' }])
    const articles = sent.filter(([kind]) => kind === 'zalo').map(([, , content]) => content)
    expect(articles).toHaveLength(2)
    expect(articles.filter((it) => it.remove)).toHaveLength(1)
    await settleSendings(system)
    const [newest] = await listPublications(writer, { bulletinId })
    expect(newest?.version).toBe(2)
  })

  test('what of the old words has not gone out stays here', async () => {
    const bulletinId = await draft()
    await approve(bulletinId)
    await reword(bulletinId, 1, 'Chiều mai.')

    const sent = await sentOf(() => approve(bulletinId, 2))

    expect(sent).toHaveLength(3)
    for (const [, , content] of sent) expect(content.text).not.toMatch(/[Ss]áng mai|Sang mai/)
    expect(sent.find(([kind]) => kind === 'facebook')![2].edit).toBeUndefined()
  })
})

describe('a bulletin that is withdrawn', () => {
  test('is taken down where that is possible, and goes to nobody further', async () => {
    const bulletinId = await draft()
    await sentOf(() => approve(bulletinId, 1, ['facebook']))
    const [post] = await listMessages(system, { subject: pageSubjectOf(bulletinId) })

    const sent = await sentOf(() => withdrawBulletin(chairman, { bulletinId, reason: 'Nhầm' }))

    expect(sent).toEqual([['facebook', { page: true }, { remove: post!.ref }]])
    expect(await findPublished(desk.office, { bulletinId })).toBeNull()
  })

  test('before it went out, nobody gets it', async () => {
    const bulletinId = await draft()
    await approve(bulletinId)

    const sent = await sentOf(() => withdrawBulletin(chairman, { bulletinId, reason: 'Nhầm' }))

    expect(sent).toEqual([])
    const { channels } = await listSendings(chairman, { bulletinId })
    expect(channels.every((it) => it.withdrawn === it.total)).toBe(true)
  })
})

test('before approving, the chairman sees to whom it goes, in which words, and what it costs', async () => {
  const bulletinId = await draft()

  const plan = await readSendingPlan(chairman, { bulletinId, addresses })

  expect(plan.map((it) => [it.channel, it.byItself, it.recipients])).toEqual([
    ['zalo', true, null],
    ['facebook', true, null],
    ['sms', true, 1],
    ['email', false, 1],
  ])
  expect(plan[2]).toMatchObject({ parts: 1, cost: 400 })
})

describe('who wants the bulletins', () => {
  const write = (token: string) => ({ title: 'Xác nhận', text: `https://xa.example/${token}` })

  test('confirms by the link that was sent to that very phone', async () => {
    const sent = await sentOf(() =>
      askSubscription(desk.office, { address: '0987 654 321', write }),
    )
    expect(sent.map(([kind, to]) => [kind, to])).toEqual([['sms', { phone: '84987654321' }]])
    const token = sent[0]![2].text!.split('/').at(-1)!
    const before = (await countSubscribers(writer)).sms

    await confirmSubscription(desk.office, { token })

    expect((await countSubscribers(writer)).sms).toBe(before + 1)
    await expect(confirmSubscription(desk.office, { token })).rejects.toMatchObject({
      code: 'outreach.subscription_unknown',
    })
  })

  test('gets the link without marks where the office sends so', async () => {
    await chooseChannel(admin, { channel: 'sms', byItself: true, plain: true })
    const worded = (token: string) => ({ title: '', text: `Bấm /vu-ban/${token} để nhận tin.` })

    const sent = await sentOf(() =>
      askSubscription(desk.office, { address: '0977 000 222', write: worded }),
    )

    expect(sent[0]![2].text).toMatch(/^Bam \/vu-ban\/\S+ de nhan tin\.$/)
  })

  test('is sent one link a day, however often somebody asks for them', async () => {
    const ask = () => askSubscription(desk.office, { address: '0977 000 111', write })

    const sent = await sentOf(() => Promise.all(Array.from({ length: 20 }, ask)))

    expect(sent).toHaveLength(1)
  })

  test('who gets them already hears nothing new, and nobody learns of it', async () => {
    const ask = (address: string) => askSubscription(desk.office, { address, write })

    const sent = await sentOf(async () => {
      expect(await ask('0912 345 678')).toEqual({ channel: 'sms', how: 'link' })
    })

    expect(sent).toEqual([])
  })

  test('has had enough, and is forgotten', async () => {
    await subscribeAtDesk(writer, { address: 'thoi@vidu.vn' })
    const { email } = await countSubscribers(writer)

    await endSubscription(desk.office, { address: ' Thoi@vidu.vn' })
    await endSubscription(desk.office, { address: 'chua.tung@vidu.vn' })

    expect((await countSubscribers(writer)).email).toBe(email - 1)
  })

  test('an address that nobody confirmed is forgotten after a week', async () => {
    await askSubscription(desk.office, { address: 'quen@vidu.vn', write })

    const weekLater = at(system, new Date(system.now.getTime() + 9 * 86_400_000).toISOString())

    expect(await forgetUnconfirmed(weekLater)).toBeGreaterThan(0)
  })

  test.each([
    ['khong phai thu@', 'outreach.mailbox_wrong'],
    ['0228 3820 123', 'outreach.phone_not_mobile'],
    ['12345', 'outreach.address_wrong'],
    ['', 'outreach.address_wrong'],
    ['bà con', 'outreach.address_wrong'],
  ])('is told what to write instead of “%s”', async (address, code) => {
    await expect(askSubscription(desk.office, { address, write })).rejects.toMatchObject({ code })
  })

  test('a hundred in a day are enough', async () => {
    for (let i = 0; i < 100; i++)
      await askSubscription(at(desk.office, '2026-12-20T01:00:00Z'), {
        ...{ address: `nguoi${i}@vidu.vn`, write },
      })

    await expect(
      askSubscription(at(desk.office, '2026-12-20T01:00:00Z'), {
        ...{ address: 'nua@vidu.vn', write },
      }),
    ).rejects.toMatchObject({ code: 'outreach.too_many_asked' })
  })
})

describe('a loudspeaker system that takes bulletins from us', () => {
  test('is told of an approved one, again after a while, and at last a person is asked', async () => {
    await addSpeakerSystem(admin, { name: 'Loa IP', address: 'http://10.0.0.5/', key: 'k' })
    const bulletinId = await draft()
    await approve(bulletinId, 1, [])
    const [push] = await listDuePushes(system)
    expect(push).toMatchObject({ bulletinId, address: 'http://10.0.0.5', key: 'k', kind: 'post' })

    await notePush(system, { push: push!, outcome: 'unreachable' })
    expect(await listDuePushes(system)).toEqual([])
    const later = at(system, new Date(system.now.getTime() + 61_000).toISOString())
    const [again] = await listDuePushes(later)
    await notePush(later, { push: again!, outcome: 'key_wrong' })

    const { speakers } = await listSendings(writer, { bulletinId })
    expect(speakers).toMatchObject([{ name: 'Loa IP', state: 'held', why: 'key_wrong' }])
    await retryPush(writer, { pushId: again!.id })
    expect(await listDuePushes(system)).toHaveLength(1)
  })

  test('that is connected anew with the right key takes what the wrong one kept back', async () => {
    const loa = { name: 'Loa thôn', address: 'http://10.0.0.9', key: 'wrong' }
    const due = async () => (await listDuePushes(system)).filter((it) => it.address === loa.address)
    const held = async () =>
      (await listSpeakerPushes(writer, { state: 'held' })).filter((it) => it.name === loa.name)
    await addSpeakerSystem(admin, loa)
    const bulletinId = await draft()
    await approve(bulletinId, 1, [])
    const [push] = await due()
    await notePush(system, { push: push!, outcome: 'key_wrong' })
    expect(await held()).toMatchObject([{ bulletinId }])

    await addSpeakerSystem(admin, { ...loa, key: 'right' })

    const open = (await listSpeakerSystems(admin)).filter((it) => it.name === loa.name)
    expect(open).toHaveLength(1)
    expect(await due()).toMatchObject([{ bulletinId, key: 'right' }])
    expect(await held()).toEqual([])
  })

  test('has an address and a name', async () => {
    const loa = { name: 'Loa', address: 'http://10.0.0.6', key: '' }
    await expect(addSpeakerSystem(admin, { ...loa, address: 'loa' })).rejects.toMatchObject({
      code: 'outreach.link_malformed',
    })
    await expect(addSpeakerSystem(admin, { ...loa, name: ' ' })).rejects.toMatchObject({
      code: 'outreach.feed_name_missing',
    })
  })
})

test('only an administrator connects channels', async () => {
  const officer = asOfficer(desk.office, ['outreach.write'])
  await expect(
    chooseChannel(officer, { channel: 'sms', byItself: true, plain: true }),
  ).rejects.toMatchObject({ code: 'identity.not_allowed' })
})
