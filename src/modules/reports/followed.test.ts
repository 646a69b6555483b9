import { expect, test } from 'vitest'
import { rateRequest } from '#src/modules/ratings/index.ts'
import { nothingHeard, tellHeard } from '#src/modules/reach/index.ts'
import {
  changeStatus,
  fileWithAuthority,
  handOverResult,
  receiveRequest,
} from '#src/modules/requests/index.ts'
import { need, useDesk } from '#test/desk.ts'
import { communes, procedures } from '#test/nation.ts'
import { at, hiredAs } from '#test/office.ts'
import { readReport } from './index.ts'

const desk = useDesk()

test('a request followed from the desk to the rating is one line of the report', async () => {
  const { officer } = desk
  const daughter = { ...need().subject, fullName: 'Trần Thị B', commune: communes.saiGon }
  const { id: requestId } = await receiveRequest(
    at(officer, '2026-11-06T01:30:00Z'),
    need({
      subject: daughter,
      requester: need().subject,
      relation: 'mother',
      came: 'by_relative',
      procedureCode: procedures.certificate,
      answers: { purpose: 'first' },
    }),
  )
  await tellHeard(at(officer, '2026-11-06T01:31:00Z'), {
    of: { kind: 'request', id: requestId },
    heard: { ...nothingHeard, channel: 'loudspeaker' },
  })
  await fileWithAuthority(at(officer, '2026-11-06T02:00:00Z'), {
    requestId,
    externalCode: 'G15.20-20261106-0000001',
    portal: 'national',
    filingHelp: 'self_with_help',
    channel: 'online',
    resultDelivery: 'desk',
  })
  for (const to of [2, 4, 9] as const) {
    await changeStatus(at(officer, `2026-11-10T0${to}:00:00Z`), { requestId, to })
  }
  await handOverResult(at(officer, '2026-11-11T01:30:00Z'), {
    requestId,
    toName: 'Nguyễn Thị A',
    toRelation: 'mother',
  })
  await rateRequest(at(officer, '2026-11-11T01:40:00Z'), {
    key: { requestId },
    guidance: 5,
    speed: 4,
    attitude: 5,
    returns: 0,
    filedOnline: true,
    sentence: null,
    anonymous: true,
  })

  const report = await readReport(await hiredAs(desk.office, 'chairman'), {
    from: Temporal.PlainDate.from('2026-11-01'),
    to: Temporal.PlainDate.from('2026-11-30'),
  })
  expect(report.rows).toHaveLength(1)
  expect(report.rows[0]).toMatchObject({
    procedure: { label: { vi: 'Xác nhận thử', en: 'Test certificate' } },
    authority: { label: { vi: 'Ủy ban nhân dân xã' } },
    homeKind: { key: 'other_province', label: { vi: 'Tỉnh khác' } },
    came: { key: 'by_relative', label: { vi: 'Người thân đến thay' } },
    outcome: { key: 'handed_over' },
    requests: 1,
    byProxy: 1,
    onTime: { count: 1, of: 1, share: 1 },
    firstTimeRight: { count: 1, of: 1, share: 1 },
    online: { count: 1, of: 1, share: 1 },
  })
  expect(report.heard.find((it) => it.key === 'loudspeaker')).toMatchObject({ requests: 1 })
  expect(report.provinces[0]!.label.vi).toContain('Hồ Chí Minh')
  expect(report.turnaround).toEqual({ results: 1, medianDays: 4, ninetiethDays: 4 })
  expect(report.ratings).toMatchObject({ count: 1, satisfied: { share: 1 }, low: 0 })
  expect(report.rated.share).toBe(1)
  expect(report.summary.total.finished).toEqual({ total: 1, early: 1, onTime: 0, late: 0 })
})
