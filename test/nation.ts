import type pg from 'pg'

const reform = '2025-07-01'
const before = '2008-08-01'

/** A few communes around Gôi, of today and of before, with what each became on 1 July 2025. */
export const communes = {
  vuBan: { code: '13741', validFrom: Temporal.PlainDate.from(reform) },
  hienKhanh: { code: '13753', validFrom: Temporal.PlainDate.from(reform) },
  hoaLu: { code: '14329', validFrom: Temporal.PlainDate.from(reform) },
  saiGon: { code: '26740', validFrom: Temporal.PlainDate.from(reform) },
  goi: { code: '13741', validFrom: Temporal.PlainDate.from(before) },
  tamThanh: { code: '13789', validFrom: Temporal.PlainDate.from(before) },
  hopHung: { code: '13753', validFrom: Temporal.PlainDate.from(before) },
}

/**
 * Procedures of no law, made so that a test can say by hand what must come of them; codes that begin
 * with 9 are nobody's.
 */
export const procedures = {
  /** By the commune, 3 working days; asks one question; kin need a plain letter, others a certified one. */
  certificate: '9.000001',
  /** By the province's police, 10 days; kind two allows nobody but the parents of a minor. */
  record: '9.000002',
  /** By the commune's police, the same day. */
  copy: '9.000003',
  /** By a department of the province until 1 March 2025. */
  formerRecord: '9.000004',
  /** From the national list: no time, no authority of ours, no rule for proxies. */
  imported: '9.000005',
}

const said = (vi: string, en = vi) => ({ vi, en })
const channel = (method: string, amount: number, unit: string) => ({
  method,
  time: { amount, unit },
  feeVnd: null,
  feeSetByProvince: false,
  feeNote: null,
})
const paper = (id: string, name: string, when: Record<string, string[]> = {}) => ({
  id,
  name: said(name),
  hint: null,
  originals: 1,
  copies: 0,
  shownOnly: false,
  certifiedOnline: false,
  group: null,
  when,
})

const family = {
  allowed: 'anyone',
  kin: 'family',
  kinProof: 'written',
  otherProof: 'certified',
  note: null,
}

const versions = [
  {
    procedure_code: procedures.certificate,
    authority_key: 'test_commune',
    name: said('Xác nhận thử', 'Test certificate'),
    channels: [channel('online', 3, 'working_days'), channel('in_person', 3, 'working_days')],
    papers: [paper('form', 'Tờ khai'), paper('old', 'Giấy cũ', { purpose: ['again'] })],
    questions: [
      {
        id: 'purpose',
        text: said('Làm lần đầu?'),
        answers: [
          { id: 'first', text: said('Lần đầu') },
          { id: 'again', text: said('Làm lại') },
        ],
      },
    ],
    proxy: family,
  },
  {
    procedure_code: procedures.record,
    valid_from: '2025-03-01',
    authority_key: 'test_police_province',
    name: said('Phiếu thử', 'Test record'),
    channels: [channel('online', 10, 'days')],
    papers: [paper('id_card', 'Căn cước')],
    proxy: { ...family, kin: 'close_family', kinProof: 'none' },
    proxy_when: [
      {
        when: { kind: ['two'] },
        proxy: { ...family, allowed: 'parents_of_minor', otherProof: 'not_allowed' },
      },
    ],
    questions: [
      {
        id: 'kind',
        text: said('Phiếu số mấy?'),
        answers: [
          { id: 'one', text: said('Số 1') },
          { id: 'two', text: said('Số 2') },
        ],
      },
    ],
  },
  {
    procedure_code: procedures.copy,
    authority_key: 'test_police_commune',
    name: said('Bản sao thử', 'Test copy'),
    channels: [channel('online', 1, 'same_day')],
    papers: [],
    proxy: family,
  },
  {
    procedure_code: procedures.formerRecord,
    valid_to: '2025-03-01',
    authority_key: 'test_department',
    name: said('Phiếu thử cũ', 'Former test record'),
    channels: [channel('online', 10, 'working_days')],
    papers: [],
    proxy: family,
  },
  {
    procedure_code: procedures.imported,
    authority_text: 'Sở Thử nghiệm',
    name: said('Thủ tục nhập về'),
    channels: [{ ...channel('online', 1, 'days'), time: null }],
    papers: [],
    proxy: null,
  },
]

const authorities = [
  ['test_commune', 'Ủy ban nhân dân xã', 'commune', 'commune'],
  ['test_police_commune', 'Công an xã', 'commune', 'commune_police'],
  ['test_police_province', 'Công an tỉnh', 'province', 'province'],
  ['test_department', 'Sở Tư pháp', 'province', 'province'],
]

/** Writes them as the owner of the database, beside whatever national data is there already. */
export async function writeNation(owner: pg.Pool): Promise<void> {
  await owner.query(`
    insert into places.province (code, valid_from, valid_to, kind, name) values
      ('36', '${before}', '${reform}', 'tinh', 'Nam Định'),
      ('79', '${before}', '${reform}', 'thanh_pho', 'Hồ Chí Minh'),
      ('79', '${reform}', null, 'thanh_pho', 'Hồ Chí Minh'),
      ('37', '${reform}', null, 'tinh', 'Ninh Bình') on conflict do nothing;
    insert into places.commune (code, valid_from, valid_to, kind, name, province_code, district) values
      ('13741', '${before}', '${reform}', 'thi_tran', 'Gôi', '36', 'Huyện Vụ Bản'),
      ('13789', '${before}', '${reform}', 'xa', 'Tam Thanh', '36', 'Huyện Vụ Bản'),
      ('13753', '${before}', '${reform}', 'xa', 'Hợp Hưng', '36', 'Huyện Vụ Bản'),
      ('13741', '${reform}', null, 'xa', 'Vụ Bản', '37', null),
      ('13753', '${reform}', null, 'xa', 'Hiển Khánh', '37', null),
      ('14329', '${reform}', null, 'phuong', 'Hoa Lư', '37', null),
      ('26740', '${reform}', null, 'phuong', 'Sài Gòn', '79', null) on conflict do nothing;
    insert into places.succession values
      ('13741', '${before}', '13741', '${reform}', true),
      ('13789', '${before}', '13741', '${reform}', true),
      ('13753', '${before}', '13753', '${reform}', true) on conflict do nothing`)
  for (const [key, name, level, seat] of authorities)
    await owner.query(
      `insert into catalogue.authority (key, valid_from, name, level, seat, source)
         values ($1, '2020-01-01', $2, $3, $4, 'test')`,
      [key, said(name!), level, seat],
    )
  for (const version of versions) {
    await owner.query('insert into catalogue.procedure (code, plain_name) values ($1, $2)', [
      version.procedure_code,
      version.name,
    ])
    const row = {
      valid_from: '2020-01-01',
      origin: 'shipped',
      field: 'Thử nghiệm',
      source: 'test',
      checked_on: '2026-01-01',
      content_hash: version.procedure_code,
      ...version,
    }
    const columns = Object.keys(row).join(', ')
    await owner.query(
      `insert into catalogue.procedure_version (${columns})
         select ${columns} from json_populate_record(null::catalogue.procedure_version, $1)`,
      [JSON.stringify(row)],
    )
  }
}
