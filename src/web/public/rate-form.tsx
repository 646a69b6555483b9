import type { Filled } from '../read-form.ts'
import { Radios, TextArea } from '../ui/field.tsx'
import { useView } from '../view.ts'

const stars = [5, 4, 3, 2, 1] as const
const times = [0, 1, 2, 3] as const

export function RateForm({ filled, action }: { filled: Filled; action: string }) {
  const { w } = useView()
  const { ratings } = w
  const { rate } = w.public
  const starOptions = stars.map((it) => ({
    value: String(it),
    label: `${it} · ${ratings.stars[it]}`,
  }))
  return (
    <form method="post" action={action}>
      {(['guidance', 'speed', 'attitude'] as const).map((name) => (
        <Radios name={name} label={ratings.questions[name]} filled={filled} options={starOptions} />
      ))}
      <Radios
        name="returns"
        label={ratings.questions.returns}
        filled={filled}
        options={times.map((it) => ({ value: String(it), label: ratings.returns[it] }))}
      />
      <Radios
        name="filedOnline"
        label={ratings.questions.filedOnline}
        filled={filled}
        options={[
          { value: 'yes', label: ratings.filedOnline.yes },
          { value: 'no', label: ratings.filedOnline.no },
        ]}
      />
      <TextArea
        name="sentence"
        label={ratings.sentence}
        hint={rate.sentenceHint}
        filled={filled}
        maxlength={1000}
        optional
      />
      <Radios
        name="anonymous"
        label={rate.anonymous}
        filled={filled}
        initial="yes"
        options={[
          { value: 'yes', label: rate.anonymousYes },
          { value: 'no', label: rate.anonymousNo },
        ]}
      />
      <button class="button">{rate.send}</button>
    </form>
  )
}
