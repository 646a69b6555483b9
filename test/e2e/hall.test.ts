import { createServer, connect, type Server, type Socket } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addKiosk } from '#src/modules/queue/index.ts'
import { useHall } from '../hall.ts'
import { findBrowser, quiet } from './demo-house.ts'

const hall = useHall()
const line = useLine()
let browser: Browser

beforeAll(async () => {
  await hall.open()
  browser = await chromium.launch({
    executablePath: findBrowser(),
    // As the browser of a hall's television is started.
    args: [...quiet, '--autoplay-policy=no-user-gesture-required'],
  })
})
afterAll(() => browser?.close())

/** The network between the browser and the server, which a test cuts and joins again. */
function useLine() {
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let cut = false
  const line = {
    url: '',
    cut: () => {
      cut = true
      for (const socket of sockets) socket.destroy()
    },
    join: () => {
      cut = false
    },
  }
  beforeAll(async () => {
    server = createServer((near) => {
      if (cut) return void near.destroy()
      const far = connect(Number(new URL(hall.url).port), '127.0.0.1')
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => {
          sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    line.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  })
  afterAll(() => {
    line.cut()
    server?.close()
  })
  return line
}

async function openPage(path: string, size = { width: 1280, height: 720 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.addInitScript(notePlayedAndPrinted)
  await page.goto(line.url + path)
  return page
}

/** Runs in the page: what was played and whether two were ever heard at once; what was printed. */
function notePlayedAndPrinted() {
  const noted = { played: [] as string[], together: 0, most: 0, printed: 0 }
  Object.assign(globalThis, { noted, print: () => noted.printed++ })
  const { play } = HTMLMediaElement.prototype
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    noted.played.push(/speech-([\w-]+?)\.[0-9a-f]+\.mp3/.exec(this.src)?.[1] ?? '')
    noted.most = Math.max(noted.most, ++noted.together)
    this.addEventListener('pause', () => noted.together--, { once: true })
    return play.call(this)
  }
}

type Noted = { played: string[]; most: number; printed: number }
const noted = (page: Page) => page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted)
const main = (page: Page) => page.locator('main').innerText()
const slowly = { timeout: 30_000 }

test('a call stands on the board without a reload, and is said aloud; two calls one after the other', async () => {
  const board = await openPage('/vu-ban/bang-so')
  expect(await main(board)).toContain('Chưa gọi ai')
  await board.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
  // The bell rings once, so that whoever set it up hears that it can be heard.
  await expect.poll(async () => (await noted(board)).played, slowly).toEqual(['chuong'])

  for (let i = 0; i < 3; i++) await hall.take()
  await hall.call(1)
  await expect.poll(() => main(board)).toContain('001')
  await hall.call(2)
  await expect.poll(() => main(board)).toContain('002')

  const call = (...said: string[]) => ['chuong', 'moi-so', 'so-0', 'so-0', ...said]
  const calls = [...call('so-1', 'den-quay', 'quay-1'), ...call('so-2', 'den-quay', 'quay-2')]
  await expect.poll(async () => (await noted(board)).played, slowly).toEqual(['chuong', ...calls])
  expect((await noted(board)).most).toBe(1)
  expect(await board.evaluate(() => 'sameDocument' in globalThis)).toBe(true)
  await board.context().close()
})

test('sound is off until somebody turns it on, and the board says so', async () => {
  const strict = await chromium.launch({
    executablePath: findBrowser(),
    args: [...quiet, '--autoplay-policy=user-gesture-required'],
  })
  const page = await strict.newPage()
  await page.addInitScript(notePlayedAndPrinted)
  await page.goto(`${line.url}/vu-ban/bang-so`)
  await expect.poll(() => page.getByText('Tiếng đang tắt').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Bật tiếng' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Tắt tiếng' }).isVisible()).toBe(true)
  expect(await page.getByText('Tiếng đang tắt').isVisible()).toBe(false)
  await strict.close()
})

test('cut off, the board says since when; joined again, it shows what it missed', async () => {
  const board = await openPage('/vu-ban/bang-so')
  await expect.poll(() => main(board)).toContain('002')
  hall.now = new Date('2026-11-20T08:47+07:00')
  await hall.take()
  await expect.poll(() => board.locator('[data-clock]').innerText()).toBe('08:47')

  line.cut()
  await expect
    .poll(() => board.locator('[data-live-cut]').innerText())
    .toContain('Mất kết nối từ 8 giờ 47 – đang nối lại')
  expect(await main(board)).toContain('002')
  hall.now = new Date('2026-11-20T08:55+07:00')
  await hall.call(1)
  line.join()

  await expect.poll(() => main(board), slowly).toContain('003')
  expect(await board.locator('[data-live-cut]').innerText()).toBe('')
  expect(await board.locator('[data-clock]').innerText()).toBe('08:55')
  await board.context().close()
})

test('a hundred calls leave no more in the page than the first did', async () => {
  const board = await openPage('/vu-ban/bang-so')
  const client = await board.context().newCDPSession(board)
  const count = async () => {
    await client.send('HeapProfiler.collectGarbage')
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters')
    return { nodes, jsEventListeners }
  }
  await hall.take()
  await expect.poll(() => main(board)).not.toBe('')
  const before = await count()
  for (let i = 0; i < 100; i++) await hall.take()
  await expect
    .poll(() => board.locator('footer').innerText(), slowly)
    .toContain('102 người đang chờ')
  const after = await count()
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners)
  expect(after.nodes).toBeLessThan(before.nodes + 200)
  await board.context().close()
})

const upright = { width: 1080, height: 1920 }

test('at the machine two touches print a ticket; it goes back to the start for the next person', async () => {
  const { token } = await addKiosk(hall.system(), { name: 'Máy ở cửa' })
  const machine = await openPage(`/may-lay-so/${token}`, upright)
  const rows = await machine
    .locator('.kiosk-tools > *')
    .evaluateAll((all) => new Set(all.map((it) => it.getBoundingClientRect().top)).size)
  expect(rows, 'voice and language stand side by side').toBe(1)
  await machine.getByText('Chạm vào đây').click()
  await machine.getByRole('button', { name: /Chưa rõ/ }).dblclick()
  await expect.poll(async () => (await noted(machine)).printed).toBe(1)
  expect(await main(machine)).toMatch(/Số của bà con\s+106/)
  const given = await hall.office.owner.query('select max(number) from queue.visit')
  expect(given.rows).toEqual([{ max: 106 }])
  await machine.getByText('Xong, về trang đầu').click()
  await expect.poll(() => main(machine)).toContain('Mời bà con lấy số')

  // A scanner types wherever the machine stands.
  await machine.keyboard.type('000000')
  await machine.keyboard.press('Enter')
  await expect.poll(() => main(machine)).toContain('Không tìm thấy')
  // The pad takes digits away and puts them there without a page.
  await machine.getByRole('button', { name: 'Xóa' }).click()
  await machine.getByRole('button', { name: '7', exact: true }).click()
  expect(await machine.getByLabel('Mã hẹn').inputValue()).toBe('000007')
  await machine.context().close()
})

test('with the server gone the machine sends people to the counter, and comes back by itself', async () => {
  const { token } = await addKiosk(hall.system(), { name: 'Máy bên hông' })
  const machine = await openPage(`/may-lay-so/${token}`, upright)
  await machine.getByText('Chạm vào đây').click()
  await machine.getByRole('button', { name: /Chưa rõ/ }).waitFor()
  line.cut()
  await machine.getByRole('button', { name: /Chưa rõ/ }).click()
  const said = machine.getByText('Mời bà con đến quầy, cán bộ phát số.')
  await expect.poll(() => said.isVisible(), slowly).toBe(true)
  line.join()
  await expect.poll(() => said.isVisible(), slowly).toBe(false)
  expect(await main(machine)).toContain('Mời bà con lấy số')
  await machine.context().close()
})
