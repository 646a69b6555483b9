import { median, rounded } from './setting/figures.ts'
import { makeDataFolder, office, openHouse, statusOf } from './setting/house.ts'
import { machine } from './setting/machine.ts'
import { readMemory } from './setting/memory.ts'
import { signIn } from './setting/sign-in.ts'

const starts = 5
const pages = 1000
/** What citizens open on a busy Friday, in both languages, what programs ask, and the desk. */
const kinds = [
  `/${office}`,
  `/${office}/lich`,
  `/${office}/thu-tuc`,
  `/${office}/thu-tuc?trang=1`,
  `/${office}/thu-tuc?q=${encodeURIComponent('làm giấy khai sinh cho con')}`,
  `/${office}/thu-tuc?q=${encodeURIComponent('doi bang lai xe')}`,
  `/${office}/thu-tuc/1.004873`,
  `/${office}/thu-tuc/1.004873/can-mang-gi`,
  `/${office}/tra-cuu`,
  `/${office}/so-lieu`,
  `/${office}/quyen-rieng-tu`,
  `/en/${office}`,
  `/en/${office}/thu-tuc?q=passport`,
  '/api/v1/procedures?q=ho+chieu&limit=5',
  '/api/v1/places/communes?q=goi%2C+vu+ban',
  '/ban',
  '/ban/tiep-nhan',
  '/ban/yeu-cau',
  '/ban/ngay',
  '/ban/thu-tuc',
  '/ban/bao-cao',
]

/**
 * How long the house takes to open on data that is there already, from the start of the process until
 * the office's first page is read to the end; and what memory it holds, with its PostgreSQL, after a
 * thousand pages of mixed kinds asked for eight at a time, some by an officer who has signed in.
 */
export default async function start(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const milliseconds: number[] = []
    for (let i = 0; i < starts; i++) {
      const house = await openHouse(folder.dataDir)
      milliseconds.push(house.millisecondsToFirstPage)
      await house.stop()
    }
    const house = await openHouse(folder.dataDir)
    try {
      const before = readMemory(house.pid)
      const from = performance.now()
      await askForAll(house.url, await signIn(house.url))
      return {
        ...machine(),
        nationalList: folder.nationalList,
        starts: milliseconds.map((it) => rounded(it)),
        millisecondsToFirstPage: rounded(median(milliseconds)),
        memory: { afterStart: before, afterPages: readMemory(house.pid) },
        pages,
        pagesPerSecond: rounded((pages * 1000) / (performance.now() - from)),
      }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

async function askForAll(url: string, cookie: string): Promise<void> {
  let asked = 0
  const askOn = async () => {
    while (asked < pages) {
      const path = kinds[asked++ % kinds.length]!
      const status = await statusOf(url + path, { cookie })
      if (status !== 200) throw new Error(`${path}: ${status}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, askOn))
}
