import type { MessageKind } from './message.ts'

/** What the house says over channels, until an office words it otherwise. Short: each 160 letters cost. */
export const defaultTexts: Record<MessageKind, string> = {
  turn_near:
    '{don_vi}: số {so} sắp đến lượt, còn {so_truoc} người trước. Mời bà con về hội trường.',
  day_moved:
    '{don_vi}: buổi {ngay_cu} dời sang {ngay}, tại {dia_diem}. Giờ hẹn của bà con vẫn là {gio}.',
  day_cancelled:
    '{don_vi} xin lỗi: buổi {ngay} không tổ chức, giờ hẹn {gio} không còn. Lý do: {ly_do}.',
  seat_offered: '{don_vi}: {ngay} vừa có chỗ lúc {gio}, giữ cho bà con đến {den}.',
  booked: '{don_vi}: đã giữ chỗ lúc {gio}, {ngay}. Mã hẹn {ma}.',
  appointment_displaced: '{don_vi} xin lỗi: {ngay} đổi giờ làm việc, giờ hẹn {gio} không còn.',
  received: '{don_vi}: đã nhận hồ sơ, mã {ma}. Hẹn trả {hen_tra}.',
  need_paper: '{don_vi}: hồ sơ {ma} cần bổ sung: {can}.',
  ready: '{don_vi}: hồ sơ {ma} đã có kết quả. Mời bà con đến nhận, mang theo căn cước.',
}
