/**
 * Every address of the site, in one list. Addresses that citizens see are Vietnamese without marks.
 * They are written without the language: `useView().to(…)` puts `/en` before them in English.
 */
export const paths = {
  /** The offices on this server; with one office, its home. */
  root: () => '/',

  // Citizens: all below the office's slug.
  home: (office: string) => `/${office}`,
  procedures: (office: string, q?: string) =>
    `/${office}/thu-tuc${q ? `?q=${encodeURIComponent(q)}` : ''}`,
  procedure: (office: string, code: string) => `/${office}/thu-tuc/${code}`,
  checklist: (office: string, code: string) => `/${office}/thu-tuc/${code}/can-mang-gi`,
  days: (office: string) => `/${office}/lich`,
  day: (office: string, id: string) => `/${office}/lich/${id}`,
  track: (office: string, code?: string) => `/${office}/tra-cuu${code ? `?ma=${code}` : ''}`,
  rate: (office: string, token: string) => `/${office}/danh-gia/${token}`,
  figures: (office: string) => `/${office}/so-lieu`,
  privacy: (office: string) => `/${office}/quyen-rieng-tu`,

  // Officers.
  signIn: () => '/dang-nhap',
  signOut: () => '/dang-xuat',
  newPassword: () => '/tai-khoan/mat-khau',
  account: () => '/tai-khoan',
  accountTotp: () => '/tai-khoan/xac-thuc-hai-buoc',
  endSession: (id: string) => `/tai-khoan/phien/${id}/ket-thuc`,
  desk: () => '/ban',
  requestNew: () => '/ban/tiep-nhan',
  requestNewFor: (personId: string) => `/ban/tiep-nhan?nguoi=${personId}`,
  openToday: (id: string) => `/ban/mo-ngay/${id}`,
  requests: () => '/ban/yeu-cau',
  request: (id: string) => `/ban/yeu-cau/${id}`,
  requestDo: (id: string, deed: string) => `/ban/yeu-cau/${id}/${deed}`,
  requestRate: (id: string) => `/ban/yeu-cau/${id}/danh-gia`,
  slip: (id: string, roll = false) => `/ban/yeu-cau/${id}/phieu${roll ? '?kho=80' : ''}`,
  deskDays: () => '/ban/ngay',
  deskDaysPlan: () => '/ban/ngay/lap-lich',
  deskDayExtra: () => '/ban/ngay/them-ngay',
  deskDay: (id: string) => `/ban/ngay/${id}`,
  deskDayDo: (id: string, deed: string) => `/ban/ngay/${id}/${deed}`,
  programme: (id: string) => `/ban/chuong-trinh/${id}`,
  programmeNew: () => '/ban/chuong-trinh/moi',
  programmeEnd: (id: string) => `/ban/chuong-trinh/${id}/ket-thuc`,
  deskProcedures: () => '/ban/thu-tuc',
  deskProcedure: (code: string) => `/ban/thu-tuc/${code}`,
  reports: () => '/ban/bao-cao',
  reportCsv: () => '/ban/bao-cao.csv',
  reportXlsx: () => '/ban/bao-cao.xlsx',
  chief: () => '/lanh-dao',
  chiefAnswer: (id: string) => `/lanh-dao/danh-gia/${id}`,
  admin: () => '/quan-tri',
  adminOffice: () => '/quan-tri/don-vi',
  adminVenues: () => '/quan-tri/dia-diem',
  adminVenue: (id: string) => `/quan-tri/dia-diem/${id}`,
  adminHamlets: () => '/quan-tri/thon',
  adminHamlet: (id: string) => `/quan-tri/thon/${id}`,
  adminHamletRemove: (id: string) => `/quan-tri/thon/${id}/bo`,
  adminNeighbours: () => '/quan-tri/lan-can',
  adminDistances: () => '/quan-tri/khoang-cach',
  adminOfficers: () => '/quan-tri/can-bo',
  adminOfficer: (id: string) => `/quan-tri/can-bo/${id}`,
  adminOfficerDo: (id: string, deed: string) => `/quan-tri/can-bo/${id}/${deed}`,
  adminCalendar: (year?: number) => `/quan-tri/lich${year === undefined ? '' : `?nam=${year}`}`,
  adminCalendarClear: () => '/quan-tri/lich/bo',
  adminHours: () => '/quan-tri/gio',
  adminAudit: () => '/quan-tri/nhat-ky',

  api: () => '/api/v1',
  openapi: () => '/api/v1/openapi.json',
} as const

/** First words of an address that no office may have as its slug. */
export const reservedSlugs: readonly string[] = [
  'en',
  'api',
  'assets',
  'ban',
  'dang-nhap',
  'dang-xuat',
  'tai-khoan',
  'lanh-dao',
  'quan-tri',
  'healthz',
  'readyz',
  'metrics',
  'favicon.ico',
]
