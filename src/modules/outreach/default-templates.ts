import type { BulletinKind } from './bulletin.ts'

/** News of the office's own is written from nothing. */
export type TemplateKind = Exclude<BulletinKind, 'own'>

export type TemplateText = { titleVi: string; bodyVi: string; titleEn: string; bodyEn: string }

/**
 * The variables that a template may name, in braces. A line that names one which has nothing to say on
 * that day is left out whole.
 */
export const templateVariables = [
  'chuong_trinh',
  'ngay',
  'gio',
  'noi',
  'viec',
  'cung_ngoi',
  'don_vi',
  'dien_thoai',
  'cau_chuyen',
  'ngay_cu',
  'noi_cu',
  'gio_cu',
  'ly_do',
  'ngay_toi',
] as const

export type TemplateVariable = (typeof templateVariables)[number]

/** What ships; an office words its own. */
export const defaultTemplates: Record<TemplateKind, TemplateText> = {
  weekly: {
    titleVi: '{chuong_trinh}: {ngay}',
    bodyVi: [
      '{don_vi} mời bà con đến {chuong_trinh}, {ngay}, {gio}.',
      'Nơi làm việc: {noi}.',
      'Việc làm được tại chỗ: {viec}.',
      'Cùng ngồi với cán bộ xã: {cung_ngoi}.',
      'Bà con mang theo căn cước, điện thoại đang dùng và giấy tờ cũ nếu có.',
      '{cau_chuyen}',
      'Giữ chỗ trước trên trang của xã thì khỏi phải chờ.',
      'Cần hỏi, bà con gọi {dien_thoai}.',
    ].join('\n'),
    titleEn: '{chuong_trinh}: {ngay}',
    bodyEn: [
      '{don_vi} invites you to {chuong_trinh}, {ngay}, {gio}.',
      'Where: {noi}.',
      'Done on the spot: {viec}.',
      'Sitting with us: {cung_ngoi}.',
      'Bring your identity card, the telephone that you use, and any former papers.',
      '{cau_chuyen}',
      'Book a time on our page and you will not have to wait.',
      'Questions? Call {dien_thoai}.',
    ].join('\n'),
  },
  moved: {
    titleVi: '{chuong_trinh} dời sang {ngay}',
    bodyVi: [
      '{chuong_trinh} đã báo vào {ngay_cu} nay dời sang {ngay}, {gio}.',
      'Lý do: {ly_do}.',
      'Nơi làm việc: {noi}.',
      'Bà con đã giữ chỗ mà không đến được vào ngày mới thì báo lại để nhường chỗ cho người khác.',
      'Cần hỏi, bà con gọi {dien_thoai}.',
    ].join('\n'),
    titleEn: '{chuong_trinh} moves to {ngay}',
    bodyEn: [
      '{chuong_trinh}, announced for {ngay_cu}, now takes place on {ngay}, {gio}.',
      'Why (in Vietnamese): {ly_do}.',
      'Where: {noi}.',
      'If you have booked and cannot come on the new day, please tell us, so that somebody else can.',
      'Questions? Call {dien_thoai}.',
    ].join('\n'),
  },
  changed: {
    titleVi: '{chuong_trinh} {ngay} có thay đổi',
    bodyVi: [
      '{chuong_trinh} {ngay} vẫn tổ chức, nhưng có thay đổi so với tin đã báo.',
      'Nơi làm việc nay là {noi}, không phải {noi_cu}.',
      'Giờ làm việc nay là {gio}, không phải {gio_cu}.',
      'Mời bà con đến {noi}, {gio}.',
      'Cần hỏi, bà con gọi {dien_thoai}.',
    ].join('\n'),
    titleEn: '{chuong_trinh} on {ngay} has changed',
    bodyEn: [
      '{chuong_trinh} on {ngay} is held, but not as it was announced.',
      'The place is now {noi}, not {noi_cu}.',
      'The hours are now {gio}, not {gio_cu}.',
      'Please come to {noi}, {gio}.',
      'Questions? Call {dien_thoai}.',
    ].join('\n'),
  },
  cancelled: {
    titleVi: '{chuong_trinh} {ngay} không tổ chức',
    bodyVi: [
      '{chuong_trinh} {ngay} không tổ chức, mời bà con không đến ngày hôm đó.',
      'Lý do: {ly_do}.',
      'Buổi tới: {ngay_toi}.',
      'Việc gấp, bà con đến {don_vi} trong giờ làm việc.',
      'Cần hỏi, bà con gọi {dien_thoai}.',
    ].join('\n'),
    titleEn: '{chuong_trinh} on {ngay} is not held',
    bodyEn: [
      '{chuong_trinh} on {ngay} is not held. Please do not come on that day.',
      'Why (in Vietnamese): {ly_do}.',
      'Next time: {ngay_toi}.',
      'What cannot wait is done at {don_vi} in office hours.',
      'Questions? Call {dien_thoai}.',
    ].join('\n'),
  },
}
