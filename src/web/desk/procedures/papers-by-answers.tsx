import {
  buildChecklist,
  judgeProxy,
  relations,
  type ProcedureVersion,
} from '#src/modules/catalogue/index.ts'
import { paths } from '../../paths.ts'
import { Papers } from '../../public/papers.tsx'
import { WhoMayGo } from '../../public/who-may-go.tsx'
import { blank } from '../../read-form.ts'
import { Radios, Select } from '../../ui/field.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import type { Asked } from './read-answers.ts'

type Props = { version: ProcedureVersion; asked: Asked; day: string | undefined }

/** The questions, who comes, and at once the papers and the proxy rule that follow from the answers. */
export function PapersByAnswers({ version, asked, day }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskReports.procedures
  const { papers, open } = buildChecklist(version, asked.answers)
  return (
    <>
      <h2>{words.papers}</h2>
      <form action={to(paths.deskProcedure(version.code))}>
        {day && <input type="hidden" name="ngay" value={day} />}
        {version.questions.map((question) => (
          <Radios
            name={question.id}
            label={question.text[lang]}
            row
            filled={blank}
            initial={asked.answers[question.id]}
            options={question.answers.map((it) => ({ value: it.id, label: it.text[lang] }))}
          />
        ))}
        <Select
          name="quan-he"
          label={words.whoAsks}
          optional
          filled={blank}
          initial={asked.relation ?? undefined}
          options={relations.map((it) => ({ value: it, label: w.catalogue.relations[it] }))}
        />
        <div class="choice field">
          <input
            id="o-chua-du-18"
            type="checkbox"
            name="chua-du-18"
            value="1"
            checked={asked.subjectIsMinor}
          />
          <label for="o-chua-du-18">{words.minor}</label>
        </div>
        <p>
          <button class="button">{words.answer}</button>
        </p>
      </form>
      {open.length > 0 && version.papers.length > 0 && (
        <p class="quiet-text">{words.stillOpen({ count: open.length })}</p>
      )}
      {version.papers.length === 0 && (
        <p>{version.origin === 'shipped' ? words.nothing : words.unknownPapers}</p>
      )}
      {version.papers.length > 0 && papers.length === 0 && open.length === 0 && (
        <p>{words.nothing}</p>
      )}
      <Papers papers={papers} tick />
      <h2>{words.who}</h2>
      <Judged version={version} asked={asked} />
      <WhoMayGo version={version} />
    </>
  )
}

/** Whether this visitor may act for the person, and what must be shown. */
function Judged({ version, asked }: Omit<Props, 'day'>) {
  const { w } = useView()
  const words = w.deskReports.procedures
  if (!asked.relation) return null
  const { relation, answers, subjectIsMinor } = asked
  const judged = judgeProxy(version, { relation, answers, subjectIsMinor })
  return (
    <div class={judged.allowed ? 'notice' : 'notice hot'}>
      <p>
        <Tag tone={judged.allowed ? 'leaf' : 'hot'}>
          {judged.allowed ? words.allowed : words.notAllowed}
        </Tag>{' '}
        <b>{w.catalogue.relations[relation]}.</b> {w.catalogue.proxyReasons[judged.why]}
        {judged.allowed && ` ${w.catalogue.proofs[judged.proof]}.`}
      </p>
    </div>
  )
}
