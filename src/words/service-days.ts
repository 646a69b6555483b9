import { bilingual } from './bilingual.ts'

export const serviceDays = bilingual({
  vi: {
    states: {
      planned: 'Sắp tới',
      open: 'Đang mở',
      closed: 'Đã xong',
      cancelled: 'Không tổ chức',
    },
    holidayPolicies: {
      skip: 'Nghỉ buổi đó',
      day_before: 'Làm sớm vào ngày làm việc ngay trước',
      make_up_saturday: 'Làm vào ngày làm bù; không có thì nghỉ',
    },
    partnerKinds: {
      police: 'Công an',
      youth_union: 'Đoàn Thanh niên',
      women_union: 'Hội Phụ nữ',
      post: 'Bưu điện',
      health: 'Y tế',
      other: 'Đơn vị khác',
    },
    weekdays: {
      1: 'Thứ Hai',
      2: 'Thứ Ba',
      3: 'Thứ Tư',
      4: 'Thứ Năm',
      5: 'Thứ Sáu',
      6: 'Thứ Bảy',
      7: 'Chủ Nhật',
    },
    sameDay: 'Có kết quả trong ngày',
    refusals: {
      'service_days.programme_not_found':
        'Không tìm thấy chương trình này. Mở lại danh sách chương trình.',
      'service_days.programme_twice':
        'Chương trình này đã có: cùng tên, cùng thứ, cùng nơi, cùng ngày bắt đầu. Mở chương trình đó để sửa.',
      'service_days.name_missing': 'Đặt tên cho chương trình, ví dụ: Ngày thứ 6 tại chỗ.',
      'service_days.hours_missing': 'Nhập giờ làm buổi sáng, buổi chiều, hoặc cả hai.',
      'service_days.hours_not_a_time': 'Nhập giờ theo dạng 07:30.',
      'service_days.hours_backwards':
        'Giờ bắt đầu phải trước giờ kết thúc, buổi sáng phải trước buổi chiều.',
      'service_days.capacity_impossible':
        'Nhập số người tiếp được từ 1 đến 10.000, hoặc để trống nếu không giới hạn.',
      'service_days.weekday_unknown': 'Chọn một thứ trong tuần.',
      'service_days.ends_before_it_begins': 'Ngày kết thúc phải sau ngày bắt đầu.',
      'service_days.venue_unknown': 'Không có địa điểm này. Chọn trong danh sách địa điểm.',
      'service_days.officer_unknown': 'Có cán bộ không thuộc đơn vị. Chọn lại trong danh sách.',
      'service_days.procedure_unknown': 'Có thủ tục không có trong danh mục. Chọn lại thủ tục.',
      'service_days.plan_too_far': 'Chỉ lập lịch trước nhiều nhất 400 ngày. Chọn ngày gần hơn.',
      'service_days.not_found': 'Không tìm thấy ngày phục vụ này. Mở lại lịch.',
      'service_days.is_planned': 'Ngày này chưa mở, nên chưa làm được việc đó.',
      'service_days.is_open': 'Ngày này đang mở. Đóng ngày trước đã.',
      'service_days.is_closed': 'Ngày này đã đóng, không sửa được nữa.',
      'service_days.is_cancelled':
        'Ngày này đã báo không tổ chức. Cần làm lại thì thêm một ngày đột xuất.',
      'service_days.reason_missing': 'Ghi lý do để bà con biết.',
      'service_days.reason_too_long': 'Lý do dài quá 300 chữ. Viết ngắn lại.',
      'service_days.date_in_past': 'Ngày này đã qua. Chọn ngày từ hôm nay trở đi.',
      'service_days.same_date': 'Đang là đúng ngày đó. Chọn ngày khác.',
      'service_days.day_off': (it: { name: string; nameEn: string }) =>
        `Hôm đó là ngày nghỉ${it.name ? ` (${it.name})` : ''}. Chọn một ngày làm việc.`,
      'service_days.date_taken': 'Hôm đó chương trình này đã có buổi. Chọn ngày khác.',
      'service_days.not_today': 'Chỉ mở được ngày của hôm nay.',
      'service_days.not_open':
        'Ngày phục vụ này hiện không mở. Mở ngày trước, hoặc ghi là ngày thường.',
    },
  },
  en: {
    states: {
      planned: 'Coming',
      open: 'Open now',
      closed: 'Over',
      cancelled: 'Not held',
    },
    holidayPolicies: {
      skip: 'Leave it out',
      day_before: 'Hold it on the working day before',
      make_up_saturday: 'Hold it on the make-up day, if there is one',
    },
    partnerKinds: {
      police: 'Police',
      youth_union: 'Youth Union',
      women_union: 'Women’s Union',
      post: 'Post office',
      health: 'Health station',
      other: 'Others',
    },
    weekdays: {
      1: 'Monday',
      2: 'Tuesday',
      3: 'Wednesday',
      4: 'Thursday',
      5: 'Friday',
      6: 'Saturday',
      7: 'Sunday',
    },
    sameDay: 'Result on the same day',
    refusals: {
      'service_days.programme_not_found':
        'This programme was not found. Open the list of programmes again.',
      'service_days.programme_twice':
        'This programme exists already: same name, weekday, place and first day. Open it to change it.',
      'service_days.name_missing': 'Give the programme a name, such as Friday on the spot.',
      'service_days.hours_missing': 'Enter the hours of the morning, the afternoon, or both.',
      'service_days.hours_not_a_time': 'Enter times as 07:30.',
      'service_days.hours_backwards':
        'The beginning must come before the end, and the morning before the afternoon.',
      'service_days.capacity_impossible':
        'Enter room for 1 to 10,000 people, or leave it empty for no limit.',
      'service_days.weekday_unknown': 'Choose a day of the week.',
      'service_days.ends_before_it_begins': 'The last day must come after the first.',
      'service_days.venue_unknown': 'There is no such place. Choose one from the list.',
      'service_days.officer_unknown':
        'One of the officers is not of this office. Choose from the list.',
      'service_days.procedure_unknown':
        'One of the procedures is not in the catalogue. Choose it again.',
      'service_days.plan_too_far': 'Days are planned at most 400 days ahead. Choose a nearer date.',
      'service_days.not_found': 'This service day was not found. Open the calendar again.',
      'service_days.is_planned': 'This day has not been opened, so this cannot be done yet.',
      'service_days.is_open': 'This day is open. Close it first.',
      'service_days.is_closed': 'This day is closed and cannot be changed any more.',
      'service_days.is_cancelled':
        'This day was called off. To hold it after all, add an extra day.',
      'service_days.reason_missing': 'Write the reason, so that people know.',
      'service_days.reason_too_long': 'The reason is longer than 300 letters. Shorten it.',
      'service_days.date_in_past': 'This date has passed. Choose today or a later one.',
      'service_days.same_date': 'It is on that date already. Choose another.',
      'service_days.day_off': (it: { name: string; nameEn: string }) =>
        `That is a day off${it.nameEn ? ` (${it.nameEn})` : ''}. Choose a working day.`,
      'service_days.date_taken': 'The programme sits on that date already. Choose another.',
      'service_days.not_today': 'Only today’s service day can be opened.',
      'service_days.not_open':
        'This service day is not open. Open it first, or record an ordinary day.',
    },
  },
})
