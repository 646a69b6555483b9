import type { Role } from '#src/modules/identity/index.ts'

/** The same for everyone, printed at the start and on the sign-in page of the demo office. */
const password = 'thu-tai-cho-2026'

type DemoOfficer = { login: string; fullName: string; title: string; role: Role }

/** Who works at the demo office. All invented, and plainly so. */
export const demoOfficers: DemoOfficer[] = [
  {
    login: 'vanphong',
    fullName: 'Phạm Thị Mẫu',
    title: 'Công chức Văn phòng – Thống kê',
    role: 'officer',
  },
  {
    login: 'tuphap',
    fullName: 'Lê Văn Mẫu',
    title: 'Công chức Tư pháp – Hộ tịch',
    role: 'officer',
  },
  { login: 'chutich', fullName: 'Đặng Văn Mẫu', title: 'Chủ tịch UBND xã', role: 'chairman' },
  {
    login: 'truyenthanh',
    fullName: 'Bùi Thị Mẫu',
    title: 'Phụ trách truyền thanh',
    role: 'announcer',
  },
  { login: 'quantri', fullName: 'Ngô Văn Mẫu', title: 'Quản trị', role: 'office_admin' },
  {
    login: 'tinh',
    fullName: 'Hồ Thị Mẫu',
    title: 'Văn phòng UBND tỉnh (xem số liệu)',
    role: 'province_viewer',
  },
]

export type DemoSignIn = { login: string; password: string; title: string }

export const demoSignIns: DemoSignIn[] = demoOfficers.map(({ login, title }) => ({
  login,
  password,
  title,
}))

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ', 'Hoàng', 'Đỗ', 'Bùi', 'Ngô', 'Đặng']
const letters = 'ABCDĐEGHIKLMNOPQRSTUVXY'

export type DemoPerson = {
  fullName: string
  sex: 'female' | 'male'
  birthYear: number
  idNumber: string
  phone: string
}

/**
 * The `n`th invented person: "Nguyễn Thị A" and so on, a phone and an ID number to match. Nobody
 * has such a name, and no number here is given out to anyone that we know of.
 */
export function demoPerson(n: number, bornAround = 1985): DemoPerson {
  const sex = n % 2 === 0 ? 'female' : 'male'
  const round = Math.floor(n / letters.length)
  const family = families[(n + round * 3) % families.length]!
  const given = `${letters[n % letters.length]}${round === 0 ? '' : letters[round - 1]}`
  const birthYear = bornAround - 12 + ((n * 7) % 25)
  const century = birthYear < 2000 ? 0 : 2
  const digit = century + (sex === 'female' ? 1 : 0)
  const serial = String(100 + n).padStart(6, '0')
  return {
    fullName: `${family} ${sex === 'female' ? 'Thị' : 'Văn'} ${given}`,
    sex,
    birthYear,
    idNumber: `036${digit}${String(birthYear % 100).padStart(2, '0')}${serial}`,
    phone: `0900000${100 + n}`,
  }
}
