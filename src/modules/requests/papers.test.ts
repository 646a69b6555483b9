import { describe, expect, test } from 'vitest'
import { need, newPhone, useDesk } from '#test/desk.ts'
import { procedures } from '#test/nation.ts'
import { changeAnswers, getRequest, markItem, receiveRequest, type NewRequest } from './index.ts'

const desk = useDesk()
const mother = () => ({ fullName: 'Trần Thị Mẹ', birthYear: 1965, phone: newPhone() })

async function whole(differs: Partial<NewRequest> = {}, ctx = desk.officer) {
  const { id } = await receiveRequest(ctx, need(differs))
  return getRequest(ctx, { requestId: id })
}

describe('papers', () => {
  test('follow the answers; one that stays keeps what was written of it', async () => {
    const { id } = await whole()
    const paper = { requestId: id, paperId: 'form' }
    await markItem(desk.officer, { ...paper, state: 'have', note: 'Bản giấy' })
    expect(await getRequest(desk.officer, { requestId: id })).toMatchObject({ stage: 'ready' })
    await changeAnswers(desk.officer, { requestId: id, answers: { purpose: 'again' } })
    expect(await getRequest(desk.officer, { requestId: id })).toMatchObject({
      stage: 'preparing',
      answers: { purpose: 'again' },
      items: [
        { paperId: 'form', state: 'have', note: 'Bản giấy' },
        { paperId: 'old', state: 'missing' },
      ],
    })
    await markItem(desk.officer, { requestId: id, paperId: 'old', state: 'not_needed' })
    await markItem(desk.officer, { ...paper, state: 'have', note: '' })
    const after = await getRequest(desk.officer, { requestId: id })
    expect(after).toMatchObject({ stage: 'ready', waitingFor: 'desk' })
    expect(after.items[0]!.note).toBeNull()
    await expect(
      markItem(desk.officer, { requestId: id, paperId: 'none', state: 'have' }),
    ).rejects.toMatchObject({ code: 'requests.paper_not_listed' })
  })

  test('answers under which the proxy may not come are refused', async () => {
    const { id } = await whole({
      procedureCode: procedures.record,
      relation: 'child',
      requester: mother(),
      answers: { kind: 'one' },
    })
    await expect(
      changeAnswers(desk.officer, { requestId: id, answers: { kind: 'two' } }),
    ).rejects.toMatchObject({ code: 'requests.proxy_not_allowed' })
  })
})
