import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildChecklist, nextQuestions } from './checklist.ts'
import type { Paper, Question } from './pack.ts'
import { readShipped, shippedFolder } from './shipped.ts'

const said = (vi: string) => ({ vi, en: vi })
const question = (id: string): Question => ({
  id,
  text: said(id),
  answers: [
    { id: 'yes', text: said('Có') },
    { id: 'no', text: said('Không') },
  ],
})
const paper = (id: string, when: Paper['when'] = {}, group: string | null = null): Paper => ({
  ...{ id, name: said(id), hint: null, originals: 1, copies: 0 },
  ...{ shownOnly: false, certifiedOnline: false, group: group === null ? null : said(group), when },
})

const divorced = {
  questions: [question('married_before'), question('divorced'), question('abroad')],
  papers: [
    paper('form'),
    paper('judgment', { married_before: ['yes'], divorced: ['yes'] }),
    paper('death', { married_before: ['yes'], divorced: ['no'] }),
  ],
  proxyWhen: [],
}

test('who was never married is asked no more about it and brings the form only', () => {
  const list = buildChecklist(divorced, { married_before: 'no' })
  expect(list.papers.map((it) => it.id)).toEqual(['form'])
  expect(list.open.map((it) => it.id)).toEqual(['abroad'])
})

test('who is divorced brings the judgment and not the death certificate', () => {
  const list = buildChecklist(divorced, { married_before: 'yes', divorced: 'yes', abroad: 'no' })
  expect(list.papers.map((it) => it.id)).toEqual(['form', 'judgment'])
  expect(list.open).toEqual([])
})

test('an answer that the procedure does not know counts as none', () => {
  const open = nextQuestions(divorced, { married_before: 'maybe', strange: 'yes' })
  expect(open.map((it) => it.id)).toEqual(['married_before', 'divorced', 'abroad'])
})

test('papers under a heading follow those without one', () => {
  const papers = [paper('a', {}, 'Xuất trình'), paper('b'), paper('c', {}, 'Xuất trình')]
  const list = buildChecklist({ questions: [], papers, proxyWhen: [] }, {})
  expect(list.papers.map((it) => it.id)).toEqual(['b', 'a', 'c'])
})

const versions = readShipped(shippedFolder).procedures.flatMap((it) => it.versions)

test('whatever is answered, what ships gives a certain list after at most a few questions', () => {
  fc.assert(
    fc.property(fc.constantFrom(...versions), fc.infiniteStream(fc.nat()), (version, picks) => {
      const answers: Record<string, string> = {}
      for (let asked = 0; ; asked++) {
        const [next] = nextQuestions(version, answers)
        if (!next) break
        expect(asked).toBeLessThan(version.questions.length)
        const pick: number = picks.next().value
        answers[next.id] = next.answers[pick % next.answers.length]!.id
      }
      const list = buildChecklist(version, answers)
      expect(list.open).toEqual([])
      for (const it of list.papers)
        for (const [id, wanted] of Object.entries(it.when)) expect(wanted).toContain(answers[id])
    }),
  )
})
