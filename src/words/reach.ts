import { bilingual } from './bilingual.ts'

/** What the reach module says: channels, what a register lacks, suggestions, and every way it refuses. */
export const reach = bilingual({
  vi: {
    channels: {
      loudspeaker: 'Loa truyền thanh',
      zalo: 'Zalo',
      facebook: 'Facebook',
      website: 'Trang thông tin',
      hamlet_head: 'Trưởng thôn',
      poster: 'Giấy dán, bảng tin',
      leaflet: 'Tờ rơi',
      sms: 'Tin nhắn điện thoại',
      email: 'Thư điện tử',
      business: 'Nơi làm việc',
      neighbour: 'Hàng xóm, người quen',
      other: 'Nguồn khác',
    },
    /** What one of it is, where it is counted and paid for. */
    units: {
      loudspeaker: 'lượt phát',
      zalo: 'tin',
      facebook: 'bài',
      website: 'bài',
      hamlet_head: 'lần báo',
      poster: 'tờ dán',
      leaflet: 'tờ rơi',
      sms: 'tin nhắn',
      email: 'thư',
      business: 'lần đến',
      neighbour: 'lần',
      other: 'lần',
    },
    targets: {
      book: 'Đặt lịch hẹn',
      procedures: 'Thủ tục, giấy cần mang',
      news: 'Tin của xã',
      home: 'Trang chủ',
    },
    /** The columns of a register, as its first row writes them. */
    columns: {
      hamlets: {
        name: 'Thôn',
        households: 'Số hộ',
        loudspeaker: 'Có cụm loa',
        headName: 'Trưởng thôn',
        headPhone: 'Điện thoại trưởng thôn',
      },
      businesses: {
        name: 'Doanh nghiệp',
        workers: 'Số lao động',
        contactName: 'Người liên hệ',
        contactPhone: 'Điện thoại liên hệ',
        address: 'Địa chỉ',
        hamlet: 'Thôn',
      },
    },
    yes: 'có',
    no: 'không',
    /** What is wrong with a row of an import, beside it. */
    troubles: {
      name_missing: 'Thiếu tên.',
      name_twice: 'Tên này đã có ở dòng trên.',
      name_too_long: 'Tên dài quá 200 chữ.',
      households_impossible: 'Số hộ là số từ 0 đến 20.000.',
      workers_impossible: 'Số lao động là số từ 0 đến 200.000.',
      loudspeaker_unclear: 'Cột “Có cụm loa” ghi “có” hoặc “không”.',
      phone_wrong: 'Số điện thoại không đúng.',
      hamlet_unknown: 'Chưa có thôn này trong danh sách của xã.',
      text_too_long: 'Chữ dài quá 300 ký tự.',
    },
    suggestions: {
      airNeverHeard: (it: { hamlet: string; households: string }) =>
        `Phát loa ở ${it.hamlet}: ${it.households} hộ, có cụm loa, chưa ai ở đây đến trong kỳ.`,
      airRarely: (it: { hamlet: string; rate: string; usual: string }) =>
        `Phát thêm ở cụm loa ${it.hamlet}: mới ${it.rate} người đến trên 100 hộ, cả xã là ${it.usual}.`,
      notAired: 'Trong kỳ chưa phát lượt nào ở đây.',
      airedInVain: (it: { airings: number }) =>
        `Đã phát ${it.airings} lượt trong kỳ: nên đổi giờ phát, hoặc xem lại cụm loa.`,
      tellHead: (it: { hamlet: string; head: string }) =>
        it.head
          ? `Nhờ trưởng thôn ${it.head} báo tin ở ${it.hamlet}: nơi này không có cụm loa.`
          : `Gặp trưởng thôn ${it.hamlet}: nơi này không có cụm loa.`,
      visitBusiness: (it: { business: string; workers: string }) =>
        `Đến ${it.business}: ${it.workers} lao động, chưa ai ở đây đến trong kỳ.`,
      neverVisited: 'Xã chưa ghi lần đến nào.',
      lastVisited: (it: { date: string }) => `Lần đến gần nhất: ${it.date}.`,
      countHouseholds: (it: { hamlet: string }) =>
        `Ghi số hộ của ${it.hamlet}: chưa có thì không tính được tỷ lệ.`,
      askMore: (it: { share: string }) =>
        `Hỏi bà con ở thôn nào: ${it.share} người đến trong kỳ chưa rõ từ đâu.`,
    },
    refusals: {
      'reach.business_name_missing': 'Nhập tên doanh nghiệp.',
      'reach.business_name_taken': 'Đã có doanh nghiệp mang tên này.',
      'reach.workers_impossible': 'Số lao động là số từ 0 đến 200.000.',
      'reach.business_not_found': 'Không tìm thấy doanh nghiệp này. Mở lại danh sách.',
      'reach.hamlet_not_found': 'Không tìm thấy thôn này. Mở lại danh sách.',
      'reach.text_too_long': 'Chữ dài quá. Viết ngắn lại.',
      'reach.file_unreadable':
        'Không đọc được tệp này. Lưu lại thành Excel (.xlsx) rồi chọn lại, hoặc dán từ bảng vào ô.',
      'reach.file_empty': 'Tệp chưa có dòng nào. Tải mẫu về, điền rồi chọn lại.',
      'reach.file_too_long': (it: { most: number }) =>
        `Mỗi lần nhập nhiều nhất ${it.most} dòng. Chia tệp ra rồi nhập từng phần.`,
      'reach.columns_missing': (it: { columns: string }) =>
        `Dòng đầu của bảng thiếu cột: ${it.columns}. Tải mẫu về để xem tên cột.`,
      'reach.rows_wrong': (it: { count: number }) =>
        `Còn ${it.count} dòng chưa đúng, nên chưa nhập dòng nào. Sửa trong bảng rồi chọn lại.`,
      'reach.cost_impossible': 'Chi phí là số tiền từ 0 đến 100.000.000 đồng.',
      'reach.quantity_impossible': 'Số lượng là số từ 1 đến 1.000.000.',
      'reach.effort_not_found': 'Dòng này không còn trong sổ.',
      'reach.one_place': 'Chọn một thôn hoặc một doanh nghiệp, không chọn cả hai.',
      'reach.coming_not_found': 'Không tìm thấy lượt đến này.',
      'reach.period_backwards': 'Ngày cuối phải từ ngày đầu trở đi.',
    },
  },
  en: {
    channels: {
      loudspeaker: 'Loudspeaker',
      zalo: 'Zalo',
      facebook: 'Facebook',
      website: 'Website',
      hamlet_head: 'Head of the hamlet',
      poster: 'Poster, notice board',
      leaflet: 'Leaflet',
      sms: 'Text message',
      email: 'E-mail',
      business: 'At work',
      neighbour: 'Neighbours, friends',
      other: 'Elsewhere',
    },
    units: {
      loudspeaker: 'airings',
      zalo: 'messages',
      facebook: 'posts',
      website: 'posts',
      hamlet_head: 'times told',
      poster: 'posters',
      leaflet: 'leaflets',
      sms: 'text messages',
      email: 'e-mails',
      business: 'visits',
      neighbour: 'times',
      other: 'times',
    },
    targets: {
      book: 'Book a time',
      procedures: 'Procedures, what to bring',
      news: 'News of the commune',
      home: 'Home page',
    },
    columns: {
      hamlets: {
        name: 'Hamlet',
        households: 'Households',
        loudspeaker: 'Loudspeaker',
        headName: 'Hamlet head',
        headPhone: 'Phone of the head',
      },
      businesses: {
        name: 'Business',
        workers: 'Workers',
        contactName: 'Contact',
        contactPhone: 'Phone of the contact',
        address: 'Address',
        hamlet: 'Hamlet',
      },
    },
    yes: 'yes',
    no: 'no',
    troubles: {
      name_missing: 'No name.',
      name_twice: 'This name stands in a row above.',
      name_too_long: 'The name is longer than 200 letters.',
      households_impossible: 'Households are a number from 0 to 20,000.',
      workers_impossible: 'Workers are a number from 0 to 200,000.',
      loudspeaker_unclear: 'The column “Loudspeaker” says “yes” or “no”.',
      phone_wrong: 'This is no phone number.',
      hamlet_unknown: 'This hamlet is not on the commune’s list.',
      text_too_long: 'The text is longer than 300 letters.',
    },
    suggestions: {
      airNeverHeard: (it) =>
        `Air in ${it.hamlet}: ${it.households} households, a loudspeaker, and nobody came from here in the period.`,
      airRarely: (it) =>
        `Air more over the loudspeaker of ${it.hamlet}: only ${it.rate} people came for 100 households, ${it.usual} in the whole commune.`,
      notAired: 'Nothing was aired here in the period.',
      airedInVain: (it) =>
        `Aired ${it.airings} times in the period: try another time of day, or look at the loudspeaker.`,
      tellHead: (it) =>
        it.head
          ? `Ask the head ${it.head} to tell people in ${it.hamlet}: there is no loudspeaker.`
          : `Meet the head of ${it.hamlet}: there is no loudspeaker.`,
      visitBusiness: (it) =>
        `Visit ${it.business}: ${it.workers} workers, and nobody came from here in the period.`,
      neverVisited: 'No visit is on record.',
      lastVisited: (it) => `Last visit: ${it.date}.`,
      countHouseholds: (it) =>
        `Write down the households of ${it.hamlet}: without them there is no rate.`,
      askMore: (it) =>
        `Ask people which hamlet they come from: of ${it.share} who came in the period it is not known.`,
    },
    refusals: {
      'reach.business_name_missing': 'Enter the name of the business.',
      'reach.business_name_taken': 'There is a business of this name already.',
      'reach.workers_impossible': 'Workers are a number from 0 to 200,000.',
      'reach.business_not_found': 'This business was not found. Open the list again.',
      'reach.hamlet_not_found': 'This hamlet was not found. Open the list again.',
      'reach.text_too_long': 'The text is too long. Write less.',
      'reach.file_unreadable':
        'This file could not be read. Save it as Excel (.xlsx) and choose it again, or paste the table.',
      'reach.file_empty':
        'The file has no rows. Download the template, fill it in, choose it again.',
      'reach.file_too_long': (it) =>
        `At most ${it.most} rows at a time. Divide the file and import the parts.`,
      'reach.columns_missing': (it) =>
        `The first row of the table lacks: ${it.columns}. The template shows the names of the columns.`,
      'reach.rows_wrong': (it) =>
        `${it.count} rows are not right yet, so nothing was imported. Correct the table and choose it again.`,
      'reach.cost_impossible': 'A cost is from 0 to 100,000,000 đồng.',
      'reach.quantity_impossible': 'A quantity is a number from 1 to 1,000,000.',
      'reach.effort_not_found': 'This line is no longer in the book.',
      'reach.one_place': 'Choose a hamlet or a business, not both.',
      'reach.coming_not_found': 'This visit was not found.',
      'reach.period_backwards': 'The last day must not be before the first.',
    },
  },
})
