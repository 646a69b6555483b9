import { bilingual } from './bilingual.ts'

/** `2026-11-27` as people write it: 27/11/2026. */
const day = (iso: string | number | undefined) =>
  String(iso ?? '')
    .split('-')
    .toReversed()
    .join('/')

export const catalogue = bilingual({
  vi: {
    refusals: {
      'catalogue.procedure_unknown': (it: { code: string }) =>
        `Không có thủ tục nào mang mã ${it.code}. Kiểm tra lại mã, hoặc tìm bằng tên thường gọi.`,
      'catalogue.procedure_expired': (it: {
        name: string
        code: string
        until: string
        successor: string
        successorName: string
      }) =>
        `Thủ tục ${it.code} “${it.name}” đã hết hiệu lực${it.until ? ` từ ${day(it.until)}` : ''}. ` +
        (it.successor
          ? `Nay dùng ${it.successor} “${it.successorName}”.`
          : 'Tìm thủ tục thay thế bằng tên thường gọi.'),
      'catalogue.procedure_not_yet': (it: {
        name: string
        code: string
        from: string
        before: string
      }) =>
        `Thủ tục ${it.code} “${it.name}” chỉ có từ ${day(it.from)}. ` +
        (it.before ? `Trước đó dùng ${it.before}.` : 'Chọn ngày từ hôm đó trở đi.'),
      'catalogue.method_not_offered':
        'Thủ tục này không nhận hồ sơ theo cách đã chọn. Chọn một cách nộp có ghi trong thủ tục.',
      'catalogue.fee_wrong': 'Nhập lệ phí bằng số đồng, từ 0 đến 100.000.000.',
      'catalogue.fee_without_decision':
        'Ghi số nghị quyết của HĐND tỉnh quy định mức này, ví dụ 45/2025/NQ-HĐND.',
    },
    fee: {
      free: 'Không thu',
      province: 'Tỉnh quy định; hỏi cán bộ khi nộp',
      unknown: 'Chưa rõ; hỏi cán bộ khi nộp',
      dong: (it: { vnd: number }) => `${it.vnd.toLocaleString('vi-VN')} đồng`,
    },
    methods: { online: 'Trực tuyến', in_person: 'Trực tiếp', post: 'Qua bưu điện' },
    levels: {
      commune: 'Cấp xã',
      district: 'Cấp huyện (đến hết 30/6/2025)',
      province: 'Cấp tỉnh',
      ministry: 'Bộ, ngành',
      other: 'Cơ quan khác',
    },
    relations: {
      self: 'Chính người đó',
      father: 'Cha',
      mother: 'Mẹ',
      wife: 'Vợ',
      husband: 'Chồng',
      child: 'Con',
      sibling: 'Anh, chị, em ruột',
      grandfather: 'Ông',
      grandmother: 'Bà',
      guardian: 'Người giám hộ',
      grandchild: 'Cháu',
      relative: 'Họ hàng khác',
      other: 'Người khác',
    },
    proofs: {
      none: 'Không cần giấy ủy quyền',
      written: 'Giấy ủy quyền viết tay, không cần chứng thực',
      certified: 'Giấy ủy quyền có công chứng hoặc chứng thực',
    },
    proxyReasons: {
      for_oneself: 'Người đó tự làm cho mình.',
      parent_of_minor:
        'Cha, mẹ đại diện cho con chưa thành niên; mang giấy tờ chứng minh là cha, mẹ.',
      guardian: 'Người giám hộ là người đại diện; mang giấy tờ chứng minh việc giám hộ.',
      within_family: 'Người trong gia đình được pháp luật cho làm thay.',
      outside_family: 'Người ngoài gia đình làm thay được khi có giấy ủy quyền.',
      anyone_may: 'Ai cũng nộp thay được.',
      not_known:
        'Chưa rõ ai được làm thay thủ tục này. Hỏi cơ quan giải quyết trước khi nhận; nên có ủy quyền chứng thực.',
      in_person_only: 'Pháp luật buộc chính người đó phải đến, không ai làm thay được.',
      only_parents_of_minor:
        'Pháp luật không cho ủy quyền; chỉ cha, mẹ làm thay con chưa thành niên.',
      only_kin: 'Chỉ người trong gia đình được làm thay.',
    },
    importTroubles: {
      not_json: 'Dòng này không phải JSON.',
      code_missing: 'Thiếu mã thủ tục.',
      code_wrong: 'Mã thủ tục phải có dạng 1.004873:',
      name_missing: 'Thiếu tên thủ tục:',
      field_wrong: 'Một mục không đúng mẫu:',
      code_twice: 'Mã đã có ở dòng trước:',
    },
    imported: (it: {
      lines: number
      added: number
      changed: number
      unchanged: number
      shipped: number
      rejected: { line: number }[]
    }) =>
      `${it.lines} dòng: thêm ${it.added}, đổi ${it.changed}, giữ nguyên ${it.unchanged}, ` +
      `có sẵn trong chương trình ${it.shipped}, không nhận ${it.rejected.length}.`,
  },
  en: {
    refusals: {
      'catalogue.procedure_unknown': (it) =>
        `No procedure has the code ${it.code}. Check the code, or search by an everyday name.`,
      'catalogue.procedure_expired': (it) =>
        `Procedure ${it.code} “${it.name}” ended${it.until ? ` on ${day(it.until)}` : ''}. ` +
        (it.successor
          ? `Use ${it.successor} “${it.successorName}” now.`
          : 'Search for what replaced it by an everyday name.'),
      'catalogue.procedure_not_yet': (it) =>
        `Procedure ${it.code} “${it.name}” exists only from ${day(it.from)}. ` +
        (it.before ? `Before that it was ${it.before}.` : 'Choose that day or a later one.'),
      'catalogue.method_not_offered':
        'This procedure cannot be filed that way. Choose one of the ways that it names.',
      'catalogue.fee_wrong': 'Enter the fee in whole đồng, from 0 to 100,000,000.',
      'catalogue.fee_without_decision':
        'Enter the number of the provincial resolution that sets it, such as 45/2025/NQ-HĐND.',
    },
    fee: {
      free: 'Free',
      province: 'Set by the province; ask when filing',
      unknown: 'Not known; ask when filing',
      dong: (it) => `${it.vnd.toLocaleString('en-US')} đồng`,
    },
    methods: { online: 'Online', in_person: 'In person', post: 'By post' },
    levels: {
      commune: 'Commune',
      district: 'District (until 30 June 2025)',
      province: 'Province',
      ministry: 'Ministry',
      other: 'Another body',
    },
    relations: {
      self: 'The person themself',
      father: 'Father',
      mother: 'Mother',
      wife: 'Wife',
      husband: 'Husband',
      child: 'Child',
      sibling: 'Brother or sister',
      grandfather: 'Grandfather',
      grandmother: 'Grandmother',
      guardian: 'Guardian',
      grandchild: 'Grandchild',
      relative: 'Another relative',
      other: 'Somebody else',
    },
    proofs: {
      none: 'No authorisation needed',
      written: 'A handwritten authorisation, not certified',
      certified: 'A notarised or certified authorisation',
    },
    proxyReasons: {
      for_oneself: 'They act for themself.',
      parent_of_minor: 'Parents represent a minor; bring proof of parenthood.',
      guardian: 'A guardian represents the ward; bring proof of guardianship.',
      within_family: 'The law lets this member of the family act for them.',
      outside_family: 'Somebody outside the family may act with an authorisation.',
      anyone_may: 'Anybody may hand it in.',
      not_known:
        'It is not known who may act for another here. Ask the authority first; a certified authorisation is safest.',
      in_person_only: 'The law requires the person to come; nobody may act for them.',
      only_parents_of_minor:
        'The law allows no authorisation; only parents may act, for their minor child.',
      only_kin: 'Only members of the family may act for them.',
    },
    importTroubles: {
      not_json: 'This line is not JSON.',
      code_missing: 'The code is missing.',
      code_wrong: 'A code must look like 1.004873:',
      name_missing: 'The name is missing:',
      field_wrong: 'Something is not as it should be:',
      code_twice: 'The code stands in an earlier line:',
    },
    imported: (it) =>
      `${it.lines} lines: ${it.added} added, ${it.changed} changed, ${it.unchanged} as before, ` +
      `${it.shipped} shipped with the program, ${it.rejected.length} not taken.`,
  },
})
