import { channels, type ReachPicture } from '#src/modules/reach/index.ts'
import type { Column, Sheet } from '#src/modules/reports/index.ts'
import type { Words } from '#src/words/index.ts'

/** The picture as tables for a spreadsheet; what is not known is empty. */
export function pictureSheets(picture: ReachPicture, w: Words): Sheet[] {
  const words = w.deskReach.picture
  const { register } = w.deskReach
  const text = (header: string): Column => ({ header, kind: 'text', width: 28 })
  const count = (header: string): Column => ({ header, kind: 'count', width: 14 })
  const tenths = (header: string): Column => ({ header, kind: 'decimal', width: 14 })
  return [
    {
      name: words.byHamlet.slice(0, 31),
      columns: [
        ...[text(words.hamlet), count(w.admin.hamlets.households), text(register.loudspeaker)],
        ...[count(words.came), tenths(words.perHundred)],
        ...channels.map((key) => count(w.reach.channels[key])),
        ...[count(words.unsaid), count(words.airings)],
      ],
      rows: picture.hamlets.map((it) => [
        ...[it.name, it.households, it.hasLoudspeaker ? w.reach.yes : w.reach.no],
        ...[it.people, it.perHundred],
        ...channels.map((key) => it.byChannel[key] ?? 0),
        ...[it.byChannel.unsaid ?? 0, it.airings],
      ]),
    },
    {
      name: words.byChannel.slice(0, 31),
      columns: [
        ...[text(words.channel), count(words.heardSo), count(words.done)],
        ...[count(words.opened), count(words.cost), count(words.costPerPerson)],
      ],
      rows: [
        ...picture.channels.map((it) => [
          ...[w.reach.channels[it.channel], it.people, it.times, it.opened],
          ...[it.cost, it.costPerPerson],
        ]),
        [words.notAsked, picture.people - picture.answered, null, null, null, null],
      ],
    },
    {
      name: words.notices.slice(0, 31),
      columns: [text(words.channel), count(words.messages), count(words.cost)],
      rows: picture.notices.map((it) => [
        w.deliveries.channels[it.channel],
        ...[it.messages, it.cost],
      ]),
    },
    {
      name: register.businesses.slice(0, 31),
      columns: [
        ...[text(words.business), count(register.workers), count(words.came)],
        { header: words.visited, kind: 'date', width: 14 },
      ],
      rows: picture.businesses.map((it) => [it.name, it.workers, it.people, it.visitedOn]),
    },
  ]
}
