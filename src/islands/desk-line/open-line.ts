import type { HandedOut, LineWords, Link } from '../../web/desk/line/line-view.ts'
import type { LineState } from '../../web/desk/line/line-state.ts'
import { project } from '../../web/desk/line/project.ts'
import { placesOf } from '../../web/desk/line/share.ts'
import { paths } from '../../web/paths.ts'
import type { Begun } from './begin-line.ts'
import { doOnTheSpot } from './do-on-the-spot.ts'
import { joinKept } from './join-kept.ts'
import { startClock } from './line-clock.ts'
import { deviceOf, openStorage, otherDays } from './line-storage.ts'
import { newKey } from './new-key.ts'
import type { Pressed } from './pressed.ts'
import { codesIn, sayDid } from './say-did.ts'
import type { Shown, Told } from './shown.ts'
import { ask, send, type Answer } from './talk.ts'

type Given = Begun & {
  said: LineWords
  to: (path: string) => string
  storage: Storage
  show: (shown: Shown) => void
}

/** A second press within this is the hand, not the officer. */
const handMs = 600

/**
 * The line behind an open page. While the server answers, commands are sent and what it says is
 * shown. While it does not, they are kept in this browser and done to what was known last; when it
 * answers again all are sent, as often as it takes, and forgotten one by one as it has them.
 */
export function openLine({ said, to, storage, show, ...given }: Given) {
  let known = given.state
  let link: Link = given.cut ? 'off' : 'joined'
  let offSince = given.offSince
  let handedOut: HandedOut | null = null
  let notice: Shown['notice'] = null
  let lastPress = { what: '', at: -handMs }
  let joining = false
  const clock = startClock(given.now)
  const kept = openStorage(storage, known.dayId)
  const deviceId = deviceOf(storage, newKey)

  /** What is shown: what the server said last, and on it what only this machine knows. */
  function now(): LineState {
    const from = link === 'joined' ? known : { ...known, placesWhenCut: placesOf(known) }
    return kept.commands().reduce((state, command) => {
      const next = project(state, command)
      return typeof next === 'string' ? state : next
    }, from)
  }

  function tell() {
    const hasSeries = kept.letter() !== null
    const state = now()
    const codes = codesIn(state)
    const pending = kept
      .commands()
      .map((it) => ({ key: it.key, at: it.at, text: sayDid(said, it, codes) }))
    const joined = kept.joined()
    const shown = { state, link, offSince, now: clock.now(), hasSeries, pending, joined }
    show({ ...shown, handedOut, notice })
  }

  function keep() {
    kept.keep({ state: known, wall: Date.now() - (clock.now() - known.asOf), offSince })
  }

  function learn(state: LineState) {
    if (state.dayId !== known.dayId) return location.reload()
    clock.set(state.asOf)
    if (state.version < known.version) return
    known = state
    keep()
  }

  function lose(kind: 'cut' | 'signed_out') {
    if (link === 'joined' || offSince === null) offSince = clock.now()
    link = kind === 'cut' ? 'off' : 'signed_out'
    keep()
  }

  /** True when the server said something of use. */
  function heard<T>(answer: Answer<T>): answer is { kind: 'said'; said: T } {
    if (answer.kind === 'said') return true
    if (answer.kind === 'refused') notice = { tone: 'hot', text: answer.error || said.failed }
    else lose(answer.kind)
    return false
  }

  /** False when it was refused: then what was typed stays. */
  async function press(pressed: Pressed): Promise<boolean> {
    // Two people given a number one after the other are two presses.
    const what = JSON.stringify([pressed.deed, { ...pressed.fields, clientKey: '' }])
    if (what === lastPress.what && performance.now() - lastPress.at < handMs) return false
    lastPress = { what, at: performance.now() }
    notice = null
    if (pressed.deed !== 'again') handedOut = null
    const key = newKey()
    if (link === 'joined') await sendPressed(pressed, key)
    else if (link === 'signed_out') notice = { tone: 'hot', text: said.local.only_joined }
    else goOn(pressed, key)
    tell()
    return notice?.tone !== 'hot'
  }

  async function sendPressed(pressed: Pressed, key: string) {
    const slow = setTimeout(() => {
      notice = { tone: 'leaf', text: said.sending }
      tell()
    }, handMs)
    const answer = await send<Told>(pressed.action, { ...pressed.fields, clientKey: key })
    clearTimeout(slow)
    notice = null
    if (heard(answer)) {
      handedOut = answer.said.handedOut ?? null
      if (answer.said.notice) notice = { tone: 'leaf', text: answer.said.notice }
      learn(answer.said.state)
      if (pressed.deed === 'sit') await lease()
    } else if (answer.kind === 'cut') {
      // It may have been done there already; what was chosen there is not what is chosen here.
      const { deed } = pressed
      const chosenThere = deed === 'next' || deed === 'ticket'
      const { counterId } = known
      if (chosenThere && counterId !== null) kept.addUnsure({ key, kind: deed, counterId })
      goOn(pressed, chosenThere ? newKey() : key)
    }
  }

  /** Does it here, to what was known last. */
  function goOn(pressed: Pressed, key: string) {
    if (pressed.deed === 'undo') return takeBack()
    const state = now()
    const command = doOnTheSpot(state, pressed, {
      key,
      at: clock.now(),
      takeNumber: () => {
        const letter = kept.letter()
        if (letter === null) return null
        const number = kept.takeNumber()
        return { number, code: letter + String(number).padStart(2, '0') }
      },
    })
    const next = typeof command === 'string' ? command : project(state, command)
    if (typeof command === 'string' || typeof next === 'string') {
      notice = { tone: 'hot', text: said.local[next as keyof LineWords['local']] }
      return
    }
    kept.addCommand(command)
    if (command.kind === 'ticket') {
      const ahead = next.waiting.findIndex((it) => it.id === command.visit)
      handedOut = { code: command.visit, ahead, visitId: null }
    }
  }

  /** The last thing done here is forgotten; a number that was handed out stays handed out. */
  function takeBack() {
    const [last] = kept
      .commands()
      .filter((it) => it.kind !== 'ticket')
      .slice(-1)
    if (!last) notice = { tone: 'hot', text: said.local.nothing_to_undo }
    else kept.dropCommand(last.key)
  }

  async function pull() {
    const answer = await ask<Told>(to(paths.deskLineState()))
    if (heard(answer)) learn(answer.said.state)
    tell()
  }

  /** Whether the server is there; when it is there again, everything kept is joined. */
  async function beat() {
    if (joining) return
    const answer = await ask<{ now: number }>(to(paths.deskLinePulse()))
    if (!heard(answer)) return tell()
    clock.set(answer.said.now)
    if (link !== 'joined' || kept.commands().length > 0) await joinAll()
    else await lease()
    tell()
  }

  async function joinAll() {
    joining = true
    link = 'joining'
    tell()
    await lease()
    for (const day of otherDays(storage, known.dayId)) await join(day)
    while (kept.commands().length + kept.unsure().length > 0) if (!(await join(known.dayId))) break
    joining = false
    if (link === 'joining') {
      link = 'joined'
      offSince = null
      await lease()
      await pull()
    }
    tell()
  }

  /** False when it came to nothing: then it is tried again later. */
  async function join(day: string): Promise<boolean> {
    const of = day === known.dayId ? kept : openStorage(storage, day)
    const codes = codesIn(now())
    const sent = await joinKept({
      ...{ path: to(paths.deskLineJoin()), of, day, deviceId, now: clock.now() },
      word: (it) => sayDid(said, it, codes),
    })
    if (sent === null) return true
    if (sent.answer.kind === 'refused' && of === kept) lose('cut')
    if (!heard(sent.answer)) return false
    if (sent.answer.said.state && day === known.dayId) learn(sent.answer.said.state)
    kept.setJoined([...kept.joined(), ...sent.joined])
    return sent.joined.length > 0
  }

  /** While there is a connection: the letter for numbers that will be given when there is none. */
  async function lease() {
    if (kept.letter() !== null || known.counterId === null) return
    const fields = { day: known.dayId, deviceId }
    const answer = await send<{ letter: string }>(to(paths.deskLineSeries()), fields)
    if (answer.kind === 'said') kept.setLetter(answer.said.letter)
  }

  if (!given.cut) keep()
  tell()
  return {
    press,
    pull,
    beat,
    tell,
    start: async () => {
      if (given.cut || kept.commands().length > 0 || kept.unsure().length > 0) await beat()
      if (link === 'joined') await lease()
      tell()
    },
    cut: () => {
      if (link === 'joined') lose('cut')
      tell()
    },
    seen: () => {
      kept.setJoined([])
      tell()
    },
    /** Names do not stay in the browser of whoever signs out; what is not joined does. */
    forget: () => kept.forget(),
  }
}

export type OpenLine = ReturnType<typeof openLine>
