import { bilingual } from './bilingual.ts'

type Near = { nearest?: string; date?: string }
type Wait = { waitMinutes: number }
type Many = { most: number }

export const queueBooking = bilingual({
  vi: {
    appointmentStates: {
      held: 'Đang giữ chỗ',
      booked: 'Đã đặt',
      cancelled: 'Đã hủy',
      displaced: 'Cần chọn chỗ khác',
    },
    parts: { any: 'Cả ngày', morning: 'Buổi sáng', afternoon: 'Buổi chiều' },
    wishStates: {
      waiting: 'Đang chờ chỗ',
      offered: 'Có chỗ, chờ bà con nhận',
      taken: 'Đã nhận chỗ',
      lapsed: 'Đã hết hạn',
      withdrawn: 'Đã thôi chờ',
    },
    refusals: {
      'queue.day_unknown': 'Không tìm thấy ngày này. Mở lại lịch và chọn ngày khác.',
      'queue.day_closed': (it: Near) =>
        `Ngày này không nhận đặt lịch.${nearVi(it)} Bà con chọn ngày khác giúp.`,
      'queue.day_full': (it: Near) =>
        `Ngày này hết chỗ đặt trước.${nearVi(it)} Bà con vẫn đến lấy số trực tiếp được.`,
      'queue.time_unknown': 'Ngày này không có giờ đó. Chọn một giờ trong danh sách.',
      'queue.too_late': (it: Near) =>
        `Giờ này gần quá, không đặt kịp nữa.${nearVi(it)} Hoặc bà con đến lấy số trực tiếp.`,
      'queue.too_far': 'Ngày này còn xa, chưa nhận đặt. Chọn ngày gần hơn.',
      'queue.seat_taken': (it: Near) =>
        `Chỗ này vừa có người đặt.${nearVi(it)} Bà con chọn giờ khác giúp.`,
      'queue.hold_ended': (it: Near) =>
        `Thời gian giữ chỗ đã hết và chỗ này đã có người khác.${nearVi(it)} Bà con chọn lại giờ.`,
      'queue.offer_ended': (it: Near) =>
        `Chỗ này đã nhường cho người chờ tiếp theo.${nearVi(it)} Bà con chọn giờ khác giúp.`,
      'queue.too_many_holds': (it: Wait) =>
        `Số điện thoại này đang giữ chỗ khác. Đặt xong hoặc bỏ chỗ đó, hay chờ ${it.waitMinutes} phút rồi thử lại.`,
      'queue.too_many_bookings':
        'Số điện thoại này đã đặt đủ số lịch hẹn. Hủy bớt một lịch, hoặc gọi cho bộ phận Một cửa.',
      'queue.office_busy':
        'Đang có rất nhiều người đặt cùng lúc. Bà con thử lại sau vài phút, hoặc gọi cho bộ phận Một cửa.',
      'queue.procedure_unknown': 'Có thủ tục không có trong danh mục. Chọn lại thủ tục.',
      'queue.name_missing': 'Nhập họ tên, nhiều nhất 120 chữ.',
      'queue.note_too_long': 'Lời nhắn dài quá 500 chữ. Viết ngắn lại.',
      'queue.client_key_malformed': 'Biểu mẫu bị hỏng. Mở lại trang và làm lại từ đầu.',
      'queue.appointment_not_found':
        'Không tìm thấy lịch hẹn này. Kiểm tra lại đường dẫn, hoặc gọi cho bộ phận Một cửa.',
      'queue.appointment_ended': 'Lịch hẹn này đã hủy. Muốn đến, bà con đặt lịch mới.',
      'queue.appointment_over': 'Giờ hẹn đã qua nên không đổi, không hủy được nữa.',
      'queue.appointment_came': 'Lịch hẹn này đã lấy số. Có gì cần đổi, bà con nói với cán bộ.',
      'queue.organisation_missing': 'Nhập tên đơn vị hoặc thôn của đoàn, nhiều nhất 120 chữ.',
      'queue.party_impossible': 'Nhập số người của đoàn, từ 2 đến 2.000.',
      'queue.lanes_impossible': (it: Many) =>
        `Nhập số người làm cùng lúc, từ 1 đến ${it.most} (số quầy của ngày đó).`,
      'queue.span_impossible': 'Giờ kết thúc phải sau giờ bắt đầu.',
      'queue.not_a_group': 'Lịch hẹn này cho một người, không phải cho đoàn.',
      'queue.people_too_many': (it: Many) =>
        `Đoàn này đặt cho ${it.most} người. Bớt tên, hoặc gọi cho bộ phận Một cửa để đặt thêm.`,
      'queue.wish_already': 'Số điện thoại này đã có trong danh sách chờ của ngày đó.',
      'queue.wish_not_found': 'Không tìm thấy yêu cầu chờ chỗ này. Kiểm tra lại đường dẫn.',
      'queue.wish_ended': 'Yêu cầu chờ chỗ này đã kết thúc. Muốn chờ tiếp, bà con đăng ký lại.',
      'queue.no_offer': 'Chưa có chỗ nào trống. Có chỗ chúng tôi báo ngay.',
      'queue.slot_impossible': 'Chọn 5, 10, 15, 20, 30 hoặc 60 phút.',
      'queue.minutes_impossible': 'Nhập từ 5 đến 240 phút.',
      'queue.share_impossible': 'Nhập từ 0 đến 100 phần trăm.',
      'queue.rules_impossible': 'Có số không dùng được. Xem lại giới hạn ghi bên cạnh từng ô.',
    },
  },
  en: {
    appointmentStates: {
      held: 'Kept for a moment',
      booked: 'Booked',
      cancelled: 'Cancelled',
      displaced: 'Needs another time',
    },
    parts: { any: 'Any time', morning: 'Morning', afternoon: 'Afternoon' },
    wishStates: {
      waiting: 'Waiting for a seat',
      offered: 'A seat is kept for you',
      taken: 'Taken',
      lapsed: 'Ended',
      withdrawn: 'Withdrawn',
    },
    refusals: {
      'queue.day_unknown': 'This day was not found. Open the calendar and choose another.',
      'queue.day_closed': (it: Near) =>
        `No appointments are taken for this day.${nearEn(it)} Please choose another day.`,
      'queue.day_full': (it: Near) =>
        `All seats to be booked on this day are taken.${nearEn(it)} You can still come and take a number.`,
      'queue.time_unknown': 'The day does not have this time. Choose one from the list.',
      'queue.too_late': (it: Near) =>
        `This time is too near to be booked.${nearEn(it)} Or come and take a number.`,
      'queue.too_far': 'This day is too far ahead to be booked yet. Choose a nearer one.',
      'queue.seat_taken': (it: Near) =>
        `Somebody has just booked this seat.${nearEn(it)} Please choose another time.`,
      'queue.hold_ended': (it: Near) =>
        `The seat was kept no longer and somebody else has it.${nearEn(it)} Please choose a time again.`,
      'queue.offer_ended': (it: Near) =>
        `This seat went to the next person waiting.${nearEn(it)} Please choose another time.`,
      'queue.too_many_holds': (it: Wait) =>
        `This phone is keeping another seat. Book it or give it up, or try again in ${it.waitMinutes} minutes.`,
      'queue.too_many_bookings':
        'This phone has as many appointments as it can. Cancel one, or call the desk.',
      'queue.office_busy':
        'Very many people are booking right now. Try again in a few minutes, or call the desk.',
      'queue.procedure_unknown': 'One of the procedures is not in the catalogue. Choose it again.',
      'queue.name_missing': 'Enter the full name, 120 letters at most.',
      'queue.note_too_long': 'The note is longer than 500 letters. Shorten it.',
      'queue.client_key_malformed': 'The form is broken. Open the page again and start over.',
      'queue.appointment_not_found':
        'This appointment was not found. Check the link, or call the desk.',
      'queue.appointment_ended': 'This appointment was cancelled. To come, book a new one.',
      'queue.appointment_over': 'Its time has passed, so it cannot be changed or cancelled.',
      'queue.appointment_came':
        'A number was given for this appointment. To change anything, speak to an officer.',
      'queue.organisation_missing': 'Enter the name of the company or hamlet, 120 letters at most.',
      'queue.party_impossible': 'Enter how many people come, from 2 to 2,000.',
      'queue.lanes_impossible': (it: Many) =>
        `Enter how many are served at once, from 1 to ${it.most} (the counters of that day).`,
      'queue.span_impossible': 'The end must come after the beginning.',
      'queue.not_a_group': 'This appointment is for one person, not for a group.',
      'queue.people_too_many': (it: Many) =>
        `This group was booked for ${it.most} people. Name fewer, or call the desk to book more.`,
      'queue.wish_already': 'This phone is on the waiting list of that day already.',
      'queue.wish_not_found': 'This place on the waiting list was not found. Check the link.',
      'queue.wish_ended': 'This place on the waiting list has ended. To wait again, ask anew.',
      'queue.no_offer': 'No seat is free yet. We will tell you as soon as one is.',
      'queue.slot_impossible': 'Choose 5, 10, 15, 20, 30 or 60 minutes.',
      'queue.minutes_impossible': 'Enter 5 to 240 minutes.',
      'queue.share_impossible': 'Enter 0 to 100 percent.',
      'queue.rules_impossible': 'One of the numbers cannot be. See the limits beside each field.',
    },
  },
})

/** The nearest free times of a refusal: "… 8 giờ 45, 9 giờ; thứ Sáu 27/11: 7 giờ 30". */
function nearVi(it: Near): string {
  const near = readNear(it)
  if (near.length === 0) return ''
  const said = near.map(({ date, hour, minute }) => {
    const time = minute === 0 ? `${hour} giờ` : `${hour} giờ ${minute}`
    return date === it.date ? time : `${time} ngày ${dayMonth(date)}`
  })
  return ` Còn trống gần nhất: ${said.join(', ')}.`
}

function nearEn(it: Near): string {
  const near = readNear(it)
  if (near.length === 0) return ''
  const said = near.map(({ date, hour, minute }) => {
    const time = `${hour}:${String(minute).padStart(2, '0')}`
    return date === it.date ? time : `${time} on ${dayMonth(date)}`
  })
  return ` Nearest free: ${said.join(', ')}.`
}

function readNear({ nearest }: Near) {
  return [...(nearest ?? '').matchAll(/@(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/g)].map(
    ([, date = '', hour, minute]) => ({ date, hour: Number(hour), minute: Number(minute) }),
  )
}

function dayMonth(date: string): string {
  const [, month, day] = date.split('-')
  return `${Number(day)}/${Number(month)}`
}
