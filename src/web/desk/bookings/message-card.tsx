import { sayMessage, type Message, type Told } from '#src/modules/notices/index.ts'
import type { Office } from '#src/modules/offices/index.ts'
import { local, sayDate, sayInstant, sayTime, today } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { sayWhy } from './say-why.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** The message that an officer is ringing somebody up about now. */
export type Shown = { messageId: string; phone: string | null; filled: Filled }

type Props = { message: Message; office: Office; shown?: Shown | undefined }

/** One person to ring up: who, until when, what to say, and how it went. */
export function MessageCard({ message, office, shown }: Props) {
  const { lang, w, to } = useView()
  const words = w.notices.page
  const { id, name, maskedPhone, tellBy, attempts, lastAttemptAt, lastReason } = message
  const told = sayMessage(lang, message, {
    date: (date) => sayDate(lang, date),
    time: (time) => sayTime(lang, time),
    office: office.name[lang],
  })
  const about = aboutPath(office.slug, message)
  const deed = (it: string) => to(`${paths.toTell()}/${id}/${it}`)
  return (
    <section class="tell" aria-labelledby={`b-${id}`}>
      <h2 id={`b-${id}`}>
        {name ? <Vietnamese text={name} /> : words.nameless}{' '}
        <Tag tone={message.kind === 'turn_near' || message.kind === 'seat_offered' ? 'sun' : 'hot'}>
          {w.notices.kinds[message.kind]}
        </Tag>
      </h2>
      <p>
        {shown?.phone ? (
          <a class="phone" href={`tel:${shown.phone}`}>
            {spaced(shown.phone)}
          </a>
        ) : (
          (maskedPhone ?? words.noPhone)
        )}
        {tellBy && <span class="hint">{words.until({ time: sayInstant(lang, tellBy) })}</span>}
        {attempts > 0 && lastAttemptAt && (
          <span class="hint">
            {words.tried({
              count: attempts,
              time: sayTime(lang, local(lastAttemptAt)),
              date: sayDate(lang, today(lastAttemptAt)),
              reason: lastReason ?? '',
            })}
          </span>
        )}
      </p>
      {message.channel && message.why && (
        <p>
          {w.consent.sending.cameBack({
            channel: w.deliveries.channels[message.channel],
            reason: sayWhy(w, message.why),
          })}
        </p>
      )}
      <blockquote>{told}</blockquote>
      <div class="pair">
        {!shown?.phone && maskedPhone && (
          <form method="post" action={deed('goi')}>
            <button class="button">{words.call}</button>
          </form>
        )}
        {(shown || !maskedPhone) && (
          <form method="post" action={deed('da-bao')}>
            <button class="button" autofocus={shown !== undefined}>
              {words.told}
            </button>
          </form>
        )}
        {message.channel && (
          <form method="post" action={deed('gui-lai')}>
            <button class="button quiet">{w.consent.sending.again}</button>
          </form>
        )}
        <a href={to(about)}>{words.about[message.kind]}</a>
      </div>
      {shown && (
        <form method="post" action={deed('khong-gap')} class="not-reached">
          <p>{words.notReached}</p>
          <p class="pair">
            {words.reasons.split('|').map((reason) => (
              <button class="button quiet" name="reason" value={reason}>
                {reason}
              </button>
            ))}
          </p>
          <Field
            name="other"
            label={words.other}
            maxlength={200}
            filled={{
              ...shown.filled,
              errors: { other: shown.filled.errors['reason'] ?? '' },
            }}
          />
          <button class="button quiet">{words.otherDo}</button>
        </form>
      )}
    </section>
  )
}

function isOfRequest(kind: Message['kind']): boolean {
  return kind === 'received' || kind === 'need_paper' || kind === 'ready'
}

/** Where the officer looks up or changes what the message is about. */
function aboutPath(slug: string, message: Told & { subjectId: string }): string {
  if (message.kind === 'turn_near') return paths.deskLine()
  if (isOfRequest(message.kind)) return paths.request(message.subjectId)
  if (message.kind === 'seat_offered') return paths.wish(slug, message.params.token)
  return paths.deskBooking(message.subjectId)
}

/** `0912 344 821`: as it is read and dialled. */
function spaced(phone: string): string {
  return phone.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3')
}
