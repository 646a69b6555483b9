import {
  abbreviations,
  type OutreachSetting,
  type SpeakerFeed,
  type Voice,
} from '#src/modules/outreach/index.ts'
import { sayInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Radios } from '../../ui/field.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type SettingProps = { setting: OutreachSetting; filled: Filled; voices: readonly Voice[] }

export function SettingPart({ setting, filled, voices }: SettingProps) {
  const { w, to } = useView()
  const words = w.bulletins.settings
  return (
    <form method="post" action={to(paths.bulletinSettings())}>
      <Radios
        name="voice"
        label={words.voice}
        row
        filled={filled}
        initial={setting.voice}
        options={voices.map((value) => ({ value, label: w.outreach.voices[value] }))}
      />
      <div class="grid-2">
        <Field
          name="times"
          label={words.times}
          hint={w.bulletins.form.timesHint}
          filled={filled}
          initial={setting.airTimes.join(', ')}
        />
        <Field
          name="repeats"
          type="number"
          label={words.repeats}
          filled={filled}
          initial={String(setting.repeats)}
        />
        <Field
          name="wordsPerMinute"
          type="number"
          label={words.speed}
          hint={words.speedHint}
          filled={filled}
          initial={String(setting.wordsPerMinute)}
        />
        <Field
          name="publicPhones"
          label={words.phones}
          hint={words.phonesHint}
          filled={filled}
          initial={setting.publicPhones.join(', ')}
          optional
        />
      </div>
      <button class="button">{words.save}</button>
    </form>
  )
}

export function ShortForms({ own, filled }: { own: Record<string, string>; filled: Filled }) {
  const { w, to } = useView()
  const words = w.bulletins.settings
  return (
    <section>
      <h2>{words.shortForms}</h2>
      <p>{words.shortFormsHint}</p>
      {Object.keys(own).length === 0 && <p class="hint">{words.noShortForms}</p>}
      <ul class="tasks">
        {Object.entries(own).map(([written, spoken]) => (
          <li lang="vi">
            <b>{written}</b> <span>{spoken}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{words.shippedForms}</summary>
        <ul class="tasks">
          {Object.entries(abbreviations).map(([written, spoken]) => (
            <li lang="vi">
              <b>{written}</b> <span>{spoken}</span>
            </li>
          ))}
        </ul>
      </details>
      <form method="post" action={to(paths.bulletinSettingsDo('chu-tat'))}>
        <div class="grid-2">
          <Field name="written" label={words.written} filled={filled} />
          <Field name="spoken" label={words.spoken} filled={filled} />
        </div>
        <button class="button quiet">{words.teach}</button>
      </form>
    </section>
  )
}

export function FeedPart({ feeds, filled }: { feeds: SpeakerFeed[]; filled: Filled }) {
  const { lang, w, to } = useView()
  const words = w.bulletins.settings
  return (
    <section>
      <h2>{words.feeds}</h2>
      <p>{words.feedsHint}</p>
      {feeds.length === 0 && <p class="hint">{words.noFeeds}</p>}
      <ul class="tasks">
        {feeds.map((it) => (
          <li>
            <span>
              <Vietnamese text={it.name} />
              <br />
              <span class="hint">
                {it.lastAskedAt
                  ? words.lastAsked({ at: sayInstant(lang, it.lastAskedAt) })
                  : words.neverAsked}
              </span>
            </span>
            <form method="post" action={to(paths.bulletinSettingsDo('dong-nguon'))}>
              <input type="hidden" name="id" value={it.id} />
              <button class="link-button">
                {words.closeFeed}
                <span class="unseen">: {it.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={to(paths.bulletinSettingsDo('mo-nguon'))}>
        <Field name="name" label={words.feedName} filled={filled} />
        <button class="button quiet">{words.openFeed}</button>
      </form>
    </section>
  )
}

/** Shown this once: of the token only a mark is kept. */
export function NewFeed({ list, playlist }: { list: string; playlist: string }) {
  const { w } = useView()
  const words = w.bulletins.settings
  return (
    <Notice tone="sun" title={words.shownOnce}>
      <p>{words.shownOnceHint}</p>
      <p class="secret">
        <code>{list}</code>
      </p>
      <p class="secret">
        {words.playlist}: <code>{playlist}</code>
      </p>
    </Notice>
  )
}
