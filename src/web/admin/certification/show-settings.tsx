import type { Context } from 'hono'
import {
  listStatementTemplates,
  listTariffs,
  listNeedRules,
  readSetting,
  type Medium,
} from '#src/modules/certification/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { mediumOf } from '../../desk/certification/medium-slug.ts'
import type { Env } from '../../env.ts'
import { blank, type Filled } from '../../read-form.ts'
import { answerAdmin } from '../admin-page.tsx'
import { NeedRules } from './need-rules.tsx'
import { SymbolForm } from './symbol-form.tsx'
import { TariffForm } from './tariff-form.tsx'
import { TemplateForm } from './template-form.tsx'

/** How the office certifies: its statement, books, fees, and what needs no certified copy. */
export async function showSettings(c: Context<Env>) {
  return answerSettings(c, blank)
}

/** Which of the two statements the page shows: `?loai=giay`, else the electronic one. */
export function mediumAsked(c: Context<Env>): Medium {
  return mediumOf(c.req.query('loai')) ?? 'electronic'
}

export async function answerSettings(c: Context<Env>, filled: Filled) {
  const { ctx, w } = c.var
  const medium = mediumAsked(c)
  const [templates, setting, tariffs, rules] = await Promise.all([
    listStatementTemplates(ctx, { medium }),
    readSetting(ctx),
    listTariffs(ctx),
    listNeedRules(ctx),
  ])
  const writers = templates.flatMap((it) => it.writtenBy ?? [])
  const names = await readOfficerNames(ctx, [...new Set(writers)])
  return answerAdmin(c, {
    title: w.deskCertification.admin.title,
    filled,
    children: (
      <>
        <TemplateForm
          medium={medium}
          templates={templates}
          names={new Map([...names].map(([id, it]) => [id, it.fullName]))}
          filled={filled}
        />
        <SymbolForm setting={setting} filled={filled} />
        <TariffForm tariffs={tariffs} filled={filled} />
        <NeedRules rules={rules} filled={filled} />
      </>
    ),
  })
}
