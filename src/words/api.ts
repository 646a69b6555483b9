import { bilingual } from './bilingual.ts'

/** What the public API says when it cannot answer. */
export const api = bilingual({
  vi: {
    /** What is wrong with a parameter; the key stands as the message in its schema. */
    wrong: {
      date: 'phải là một ngày có thật, viết như 2026-11-27, từ năm 1900 đến 2199.',
      limit: (it: { most: number }) => `phải là số nguyên từ 1 đến mức nhiều nhất là ${it.most}.`,
      offset: 'phải là số nguyên từ 0 đến 100000.',
      q: 'dài nhất 200 ký tự.',
      province: 'phải là mã tỉnh gồm 2 chữ số, ví dụ 37.',
      received: 'phải là thời điểm như 2026-11-20T08:30, có thể thêm +07:00, hoặc một ngày.',
      amount: 'phải là một số.',
      unit: 'phải là working_days, days, hours, months hoặc same_day.',
      sameDayRule: 'phải là true hoặc false.',
      lang: 'phải là vi hoặc en.',
      other: 'chưa đúng; xem tài liệu.',
    },
    parameter: (it: { field: string; wrong: string }) => `Tham số ${it.field} ${it.wrong}`,
    missing: (it: { field: string }) => `Thiếu tham số ${it.field}.`,
    notFound: 'Không có địa chỉ này. Danh sách các địa chỉ ở /api/v1/openapi.json.',
    readOnly: 'API này chỉ để đọc: dùng GET hoặc HEAD.',
    broken: (it: { id: string }) =>
      `Có lỗi ở phía chúng tôi. Mời thử lại sau ít phút; nếu vẫn lỗi, báo mã ${it.id}.`,
    refusals: {
      'api.procedure_replaced': (it: { code: string; successor: string; successorName: string }) =>
        `Mã ${it.code} không còn dùng. Nay dùng ${it.successor} “${it.successorName}”.`,
      'api.province_unknown': (it: { code: string }) =>
        `Không có tỉnh, thành phố nào mang mã ${it.code} vào ngày này. Danh sách ở /api/v1/places/provinces.`,
      'api.office_unknown': (it: { slug: string }) =>
        `Không có Bộ phận Một cửa nào ở địa chỉ ${it.slug}. Danh sách ở /api/v1/offices.`,
      'api.range_backwards': 'Ngày cuối (to) phải bằng hoặc sau ngày đầu (from).',
      'api.range_too_long': 'Mỗi lần xem nhiều nhất ba năm. Mời chọn khoảng ngắn hơn.',
    },
  },
  en: {
    wrong: {
      date: 'must be a real day written like 2026-11-27, from 1900 to 2199.',
      limit: (it) => `must be a whole number from 1 to ${it.most} at most.`,
      offset: 'must be a whole number from 0 to 100000.',
      q: 'has at most 200 characters.',
      province: 'must be a province’s code of 2 digits, for example 37.',
      received: 'must be a moment like 2026-11-20T08:30, perhaps with +07:00, or a day.',
      amount: 'must be a number.',
      unit: 'must be working_days, days, hours, months or same_day.',
      sameDayRule: 'must be true or false.',
      lang: 'must be vi or en.',
      other: 'is not right; see the document.',
    },
    parameter: (it) => `The parameter ${it.field} ${it.wrong}`,
    missing: (it) => `The parameter ${it.field} is missing.`,
    notFound: 'There is nothing at this address. /api/v1/openapi.json lists what there is.',
    readOnly: 'This API is read-only: use GET or HEAD.',
    broken: (it) =>
      `Something broke on our side. Please try again in a few minutes; if it stays, tell us ${it.id}.`,
    refusals: {
      'api.procedure_replaced': (it) =>
        `The code ${it.code} is no longer used. It is now ${it.successor} “${it.successorName}”.`,
      'api.province_unknown': (it) =>
        `No province bears the code ${it.code} on this day. /api/v1/places/provinces lists them.`,
      'api.office_unknown': (it) =>
        `There is no one-stop desk at ${it.slug}. /api/v1/offices lists them.`,
      'api.range_backwards': 'The last day (to) must be the first day (from) or later.',
      'api.range_too_long': 'At most three years at a time. Please choose a shorter range.',
    },
  },
})
