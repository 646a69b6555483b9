import { bilingual } from './bilingual.ts'

type When = { office: string; date: string; time: string }

/** Messages to one person about their own matter, and the list of whom to ring up. */
export const notices = bilingual({
  vi: {
    kinds: {
      turn_near: 'Sắp đến lượt',
      day_moved: 'Dời ngày',
      day_cancelled: 'Ngày đã hẹn không tổ chức',
      seat_offered: 'Có chỗ trống',
      booked: 'Đã đặt lịch',
      appointment_displaced: 'Giờ hẹn không còn',
      received: 'Đã nhận hồ sơ',
      need_paper: 'Cần bổ sung',
      ready: 'Có kết quả',
    },
    /** Read out on the phone. */
    aloud: {
      turn_near: (it: { office: string; code: string; ahead: number }) =>
        `${it.office} xin báo: số ${it.code} sắp đến lượt, ${it.ahead === 0 ? 'mời bà con vào ngay.' : `trước bà con còn ${it.ahead} người. Mời bà con về hội trường.`}`,
      day_moved: (it: {
        office: string
        from: string
        to: string
        time: string
        venue: string
        reason: string
      }) =>
        `${it.office} xin báo: ${it.from === it.to ? `buổi ${it.to} chuyển đến ${it.venue}.` : `buổi ${it.from} dời sang ${it.to}, tại ${it.venue}. Lý do: ${it.reason}.`} Chỗ của bà con vẫn giữ lúc ${it.time}. Hôm đó bà con đến được không, hay xin đổi giờ khác?`,
      day_cancelled: (it: When & { reason: string }) =>
        `${it.office} xin lỗi bà con: buổi ${it.date} không tổ chức, nên giờ hẹn ${it.time} không còn. Lý do: ${it.reason}. Bà con muốn chọn ngày khác không?`,
      seat_offered: (it: When & { until: string }) =>
        `${it.office} xin báo: ${it.date} vừa có chỗ trống lúc ${it.time}. Bà con có lấy không? Chỗ này giữ cho bà con đến ${it.until}.`,
      booked: (it: When & { code: string }) =>
        `${it.office} xin báo: đã giữ chỗ cho bà con lúc ${it.time}, ${it.date}. Mã hẹn là ${it.code}.`,
      appointment_displaced: (it: When) =>
        `${it.office} xin lỗi bà con: ${it.date} đổi giờ làm việc, giờ hẹn ${it.time} không còn. Bà con muốn chọn giờ nào khác?`,
      received: (it: { office: string; code: string; procedure: string; due: string }) =>
        `${it.office} xin báo: đã nhận hồ sơ ${it.procedure}, mã ${it.code}.${it.due === '' ? '' : ` Hẹn trả ${it.due}.`}`,
      need_paper: (it: { office: string; code: string; procedure: string; asked: string }) =>
        `${it.office} xin báo: hồ sơ ${it.procedure}, mã ${it.code}, cần bổ sung: ${it.asked}. Bà con cần hỏi gì thêm không?`,
      ready: (it: { office: string; code: string; procedure: string }) =>
        `${it.office} xin báo: hồ sơ ${it.procedure}, mã ${it.code}, đã có kết quả. Mời bà con đến nhận, mang theo căn cước.`,
    },
    page: {
      title: 'Cần báo cho bà con',
      lead: 'Ngày dời, chỗ trống, sắp đến lượt, hồ sơ cần bổ sung hoặc có kết quả: gọi từng người và đọc câu dưới tên.',
      none: 'Không còn ai phải gọi.',
      more: (it: { count: number }) =>
        `Còn ${it.count} người nữa, hiện ra khi những người trên đã xong.`,
      nameless: 'Chưa rõ tên',
      noPhone: 'Không để lại số điện thoại. Nhắn qua trưởng thôn hoặc người nhà.',
      until: (it: { time: string }) => `Báo trước ${it.time}`,
      tried: (it: { count: number; time: string; date: string; reason: string }) =>
        `Đã gọi ${it.count} lần, lần cuối ${it.time}, ${it.date}: ${it.reason}`,
      call: 'Hiện số để gọi',
      told: 'Đã báo',
      notReached: 'Không gặp được thì bấm vì sao. Người này ở lại danh sách, gọi ba lần mới thôi.',
      reasons: 'Không nghe máy|Máy tắt|Sai số',
      other: 'Hoặc ghi lý do khác',
      otherDo: 'Ghi lý do này',
      about: {
        turn_near: 'Xem hàng chờ',
        day_moved: 'Xem, đổi hoặc hủy lịch hẹn',
        day_cancelled: 'Xem hoặc đặt lại lịch hẹn',
        seat_offered: 'Nhận chỗ hoặc bỏ qua giúp bà con',
        booked: 'Xem lịch hẹn',
        appointment_displaced: 'Xem hoặc đặt lại lịch hẹn',
        received: 'Xem hồ sơ',
        need_paper: 'Xem hồ sơ',
        ready: 'Xem hồ sơ',
      },
      toldToday: (it: { count: number }) => `Hôm nay đã báo xong ${it.count} người`,
      wasTold: 'Đã báo',
      wasNotReached: 'Không gặp được',
      takeBack: 'Bấm nhầm, chưa báo',
      done: {
        told: 'Đã ghi là báo xong.',
        notReached: 'Đã ghi. Lát nữa gọi lại.',
        takenBack: 'Đã đưa lại vào danh sách cần báo.',
      },
    },
    refusals: {
      'notices.not_found': 'Không tìm thấy lời báo này. Mở lại danh sách.',
      'notices.reason_missing': 'Ghi vì sao chưa báo được.',
      'notices.reason_too_long': 'Viết dài quá 200 chữ. Rút ngắn lại.',
      'notices.told_already': 'Lời báo này đã xong, không còn phải gọi.',
      'notices.keep_days_impossible': 'Số ngày giữ phải từ 7 đến 3.650.',
    },
  },
  en: {
    kinds: {
      turn_near: 'Turn is near',
      day_moved: 'Day moved',
      day_cancelled: 'Day called off',
      seat_offered: 'A seat is free',
      booked: 'Booked',
      appointment_displaced: 'Time no longer served',
      received: 'Request received',
      need_paper: 'Something is missing',
      ready: 'Result is ready',
    },
    aloud: {
      turn_near: (it) =>
        `${it.office}: number ${it.code} is nearly due, ${it.ahead === 0 ? 'please come in now.' : `${it.ahead} before you. Please come to the hall.`}`,
      day_moved: (it) =>
        `${it.office}: ${it.from === it.to ? `${it.to} takes place at ${it.venue}.` : `${it.from} is moved to ${it.to}, at ${it.venue}. Reason: ${it.reason}.`} Your place is kept at ${it.time}. Can you come then, or would you like another time?`,
      day_cancelled: (it) =>
        `${it.office}: we are sorry, ${it.date} is called off, so your ${it.time} appointment cannot be kept. Reason: ${it.reason}. Would you like another day?`,
      seat_offered: (it) =>
        `${it.office}: on ${it.date} a seat has become free at ${it.time}. Would you like it? It is kept for you until ${it.until}.`,
      booked: (it) =>
        `${it.office}: your place is kept at ${it.time} on ${it.date}. The code is ${it.code}.`,
      appointment_displaced: (it) =>
        `${it.office}: we are sorry, the hours of ${it.date} have changed and ${it.time} is no longer served. Which other time would suit you?`,
      received: (it) =>
        `${it.office}: your request for ${it.procedure} is received, code ${it.code}.${it.due === '' ? '' : ` Due on ${it.due}.`}`,
      need_paper: (it) =>
        `${it.office}: for your request ${it.code}, ${it.procedure}, this is needed: ${it.asked}. Is there anything you would like to ask?`,
      ready: (it) =>
        `${it.office}: the result of your request ${it.code}, ${it.procedure}, is here. Please come for it with your ID card.`,
    },
    page: {
      title: 'People to tell',
      lead: 'Days moved or called off, free seats, turns that are near, requests that lack something or are done: ring each person up and read the sentence below the name.',
      none: 'Nobody needs to be rung up.',
      more: (it) => `${it.count} more appear here when those above are done.`,
      nameless: 'Name not known',
      noPhone: 'No phone was left. Send word through the hamlet head or the family.',
      until: (it) => `Tell before ${it.time}`,
      tried: (it) =>
        `Rung up ${it.count === 1 ? 'once' : `${it.count} times`}, last at ${it.time}, ${it.date}: ${it.reason}`,
      call: 'Show the number to call',
      told: 'Told',
      notReached:
        'If nobody was reached, press why. The person stays on the list until the third time.',
      reasons: 'No answer|Switched off|Wrong number',
      other: 'Or another reason',
      otherDo: 'Note this reason',
      about: {
        turn_near: 'See the line',
        day_moved: 'See, change or cancel the appointment',
        day_cancelled: 'See the appointment or book again',
        seat_offered: 'Take the seat or pass it on for them',
        booked: 'See the appointment',
        appointment_displaced: 'See the appointment or book again',
        received: 'See the request',
        need_paper: 'See the request',
        ready: 'See the request',
      },
      toldToday: (it) =>
        it.count === 1 ? '1 person settled today' : `${it.count} people settled today`,
      wasTold: 'Told',
      wasNotReached: 'Not reached',
      takeBack: 'Pressed by mistake, not told',
      done: {
        told: 'Noted as told.',
        notReached: 'Noted. Try again later.',
        takenBack: 'They are on the list of people to tell again.',
      },
    },
    refusals: {
      'notices.not_found': 'This message is not here. Open the list again.',
      'notices.reason_missing': 'Say why nobody could be told.',
      'notices.reason_too_long': 'Longer than 200 letters. Please shorten it.',
      'notices.told_already': 'This message is settled; nobody needs to be rung up.',
      'notices.keep_days_impossible': 'Keep for 7 to 3,650 days.',
    },
  },
})
