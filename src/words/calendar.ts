import type { RefusalParams } from '#src/base/refusal.ts'
import { bilingual } from './bilingual.ts'

type Said = Record<string, string>

export const calendar = bilingual({
  vi: {
    kinds: {
      working: 'Ngày làm việc',
      weekend: 'Nghỉ cuối tuần',
      holiday: 'Nghỉ lễ',
      in_lieu: 'Nghỉ bù',
      swapped: 'Nghỉ hoán đổi',
      make_up: 'Làm bù',
      office_off: 'Đơn vị nghỉ',
      office_working: 'Đơn vị làm việc',
      office_half: 'Làm việc nửa ngày',
    },
    open: {
      all_day: 'Cả ngày',
      morning: 'Buổi sáng',
      afternoon: 'Buổi chiều',
      closed: 'Nghỉ',
    },
    estimated: 'dự kiến, chưa có thông báo',
    terms: {
      working_days: (n: number) => `${n} ngày làm việc`,
      days: (n: number) => `${n} ngày`,
      hours: (n: number) => `${n} giờ làm việc`,
      months: (n: number) => `${n} tháng`,
      same_day: () => 'Trong ngày',
    },
    steps: {
      received: (it: Said) => `Nhận hồ sơ lúc ${it.at}.`,
      working_days: (it: Said) => `Thời hạn ${it.term}, không tính ngày nhận.`,
      days: (it: Said) =>
        `Thời hạn ${it.term}, không tính ngày nhận; hết hạn vào ngày nghỉ thì lùi sang ngày làm việc tiếp theo.`,
      hours: (it: Said) => `Thời hạn ${it.term}, chỉ tính trong giờ mở cửa.`,
      months: (it: Said) =>
        `Thời hạn ${it.term}, đến ngày tương ứng; hết hạn vào ngày nghỉ thì lùi sang ngày làm việc tiếp theo.`,
      same_day: 'Trả trong ngày; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo.',
      next_working_day: (it: Said) =>
        `Nhận sau 15 giờ hoặc ngoài giờ làm việc, nên tính sang ${it.date}.`,
      day_off: (it: Said) => `${it.date} nghỉ: ${it.name}.`,
      days_off: (it: Said) => `Từ ${it.date} đến ${it.until} nghỉ: ${it.name}.`,
      make_up: (it: Said) => `${it.date} đi làm: ${it.name}.`,
      paused: (it: Said) => `Tạm dừng từ ${it.from} đến ${it.to} để chờ giấy tờ hoặc chờ nộp tiền.`,
      extended: (it: Said) => `Đã gửi thư xin lỗi lúc ${it.sentAt}, hẹn lại ${it.date}.`,
      stopped: (it: Said) =>
        `Đang dừng từ ${it.since}, chờ giấy tờ hoặc chờ nộp tiền; đủ rồi mới có ngày hẹn.`,
      due: (it: Said) => `Hẹn trả: ${it.at}.`,
    },
    placements: {
      skipped: (it: Said) => `${it.date} nghỉ (${it.name}), không mở.`,
      held_before: (it: Said) => `${it.date} nghỉ (${it.name}), mở sớm ${it.to}.`,
      held_on_make_up_day: (it: Said) => `${it.date} nghỉ, làm bù ${it.to}.`,
      no_day_before: (it: Said) =>
        `${it.date} nghỉ (${it.name}), mấy ngày trước cũng nghỉ nên không mở.`,
      no_make_up_day: (it: Said) =>
        `${it.date} nghỉ (${it.name}), không có ngày làm bù nên không mở.`,
    },
    refusals: {
      'calendar.year_out_of_range': (it: RefusalParams) =>
        `Lịch ở đây chỉ có từ năm ${it.first} đến năm ${it.last}. Mời xem lại ngày.`,
      'calendar.range_ends_before_it_begins': 'Ngày cuối phải sau ngày đầu.',
      'calendar.range_too_long': 'Mỗi lần xem nhiều nhất ba năm. Mời chọn khoảng ngắn hơn.',
      'calendar.amount_out_of_range':
        'Thời hạn phải là số nguyên ngày, tháng, hoặc số giờ lớn hơn 0. Nửa ngày làm việc thì ghi 4 giờ.',
      'calendar.not_a_same_day_term':
        'Quy tắc 15 giờ chỉ dùng cho thủ tục trả trong ngày. Thời hạn dài hơn một ngày thì bỏ quy tắc này.',
      'calendar.extended_while_stopped':
        'Thời hạn đang tạm dừng nên chưa có ngày hẹn để lùi. Nhận đủ giấy tờ hoặc tiền rồi mới hẹn lại.',
      'calendar.extended_too_late': (it: RefusalParams) =>
        `Thư xin lỗi phải gửi trước hạn cũ (${it.due}). Hạn đó đã qua nên không hẹn lại được nữa.`,
      'calendar.extension_not_later': (it: RefusalParams) =>
        `Ngày hẹn mới phải sau ngày hẹn cũ (${it.due}).`,
      'calendar.extension_on_day_off': (it: RefusalParams) =>
        `${it.date} là ngày nghỉ. Ngày làm việc gần nhất sau đó là ${it.next}.`,
      'calendar.name_missing': 'Ghi tên ngày này để bà con biết, ví dụ: Nghỉ bão.',
      'calendar.reason_missing': 'Ghi lý do, ví dụ: số thông báo của tỉnh.',
      'calendar.makes_up_for_itself': 'Ngày làm bù phải khác ngày được nghỉ.',
      'calendar.day_not_set': 'Ngày này đơn vị chưa sửa gì nên không có gì để bỏ.',
      'calendar.weekday_closed':
        'Từ Thứ Hai đến Thứ Sáu phải mở ít nhất một buổi. Nghỉ riêng một ngày thì ghi vào lịch nghỉ.',
      'calendar.closes_before_it_opens': 'Giờ đóng cửa phải sau giờ mở cửa.',
      'calendar.afternoon_before_morning_ends': 'Buổi chiều phải bắt đầu sau khi hết buổi sáng.',
    },
  },
  en: {
    kinds: {
      working: 'Working day',
      weekend: 'Weekend',
      holiday: 'Public holiday',
      in_lieu: 'Day off in lieu',
      swapped: 'Day off by exchange',
      make_up: 'Make-up working day',
      office_off: 'Office closed',
      office_working: 'Office open',
      office_half: 'Open half the day',
    },
    open: {
      all_day: 'All day',
      morning: 'Morning',
      afternoon: 'Afternoon',
      closed: 'Closed',
    },
    estimated: 'expected, not announced yet',
    terms: {
      working_days: (n) => (n === 1 ? '1 working day' : `${n} working days`),
      days: (n) => (n === 1 ? '1 day' : `${n} days`),
      hours: (n) => (n === 1 ? '1 working hour' : `${n} working hours`),
      months: (n) => (n === 1 ? '1 month' : `${n} months`),
      same_day: () => 'Same day',
    },
    steps: {
      received: (it) => `Received at ${it.at}.`,
      working_days: (it) => `Term of ${it.term}, not counting the day of receipt.`,
      days: (it) =>
        `Term of ${it.term}, not counting the day of receipt; an end on a day off moves to the next working day.`,
      hours: (it) => `Term of ${it.term}, counted only while the desk is open.`,
      months: (it) =>
        `Term of ${it.term}, to the day of the same number; an end on a day off moves to the next working day.`,
      same_day: 'Done on the same day; received after 3 pm, on the next working day.',
      next_working_day: (it) =>
        `Received after 3 pm or outside office hours, so counted for ${it.date}.`,
      day_off: (it) => `${it.date} is off: ${it.name}.`,
      days_off: (it) => `${it.date} to ${it.until} are off: ${it.name}.`,
      make_up: (it) => `${it.date} is worked: ${it.name}.`,
      paused: (it) => `Paused from ${it.from} to ${it.to}, waiting for papers or payment.`,
      extended: (it) => `An apology was sent at ${it.sentAt}; the new date is ${it.date}.`,
      stopped: (it) =>
        `Stopped since ${it.since}, waiting for papers or payment; a date follows when they are here.`,
      due: (it) => `Due: ${it.at}.`,
    },
    placements: {
      skipped: (it) => `${it.date} is off (${it.name}): not held.`,
      held_before: (it) => `${it.date} is off (${it.name}): held earlier, on ${it.to}.`,
      held_on_make_up_day: (it) => `${it.date} is off: held on the make-up day, ${it.to}.`,
      no_day_before: (it) =>
        `${it.date} is off (${it.name}), and so are the days before: not held.`,
      no_make_up_day: (it) => `${it.date} is off (${it.name}) and has no make-up day: not held.`,
    },
    refusals: {
      'calendar.year_out_of_range': (it) =>
        `The calendar here covers ${it.first} to ${it.last}. Please check the date.`,
      'calendar.range_ends_before_it_begins': 'The last day must come after the first.',
      'calendar.range_too_long': 'At most three years at a time. Please choose a shorter range.',
      'calendar.amount_out_of_range':
        'A term is a whole number of days or months, or hours above 0. Write half a working day as 4 hours.',
      'calendar.not_a_same_day_term':
        'The 3 pm rule is only for same-day procedures. Leave it out for a term longer than one day.',
      'calendar.extended_while_stopped':
        'The clock stands still, so there is no date to move. Set a new one once papers or payment are here.',
      'calendar.extended_too_late': (it) =>
        `An apology must go out before the old date (${it.due}). That has passed; it can no longer be moved.`,
      'calendar.extension_not_later': (it) =>
        `The new date must come after the old one (${it.due}).`,
      'calendar.extension_on_day_off': (it) =>
        `${it.date} is a day off. The next working day is ${it.next}.`,
      'calendar.name_missing':
        'Name this day so that people know, for example: Closed for the storm.',
      'calendar.reason_missing':
        'Give the reason, for example the number of the province’s notice.',
      'calendar.makes_up_for_itself': 'A make-up day must differ from the day off.',
      'calendar.day_not_set':
        'The office has not changed this day, so there is nothing to take back.',
      'calendar.weekday_closed':
        'Monday to Friday must be open for part of the day. Enter a single day off in the calendar instead.',
      'calendar.closes_before_it_opens': 'Closing must come after opening.',
      'calendar.afternoon_before_morning_ends': 'The afternoon must begin after the morning ends.',
    },
  },
})
