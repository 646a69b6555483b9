import { bilingual } from './bilingual.ts'

/** Settings, calendar, accounts and the trail. */
export const admin = bilingual({
  vi: {
    home: {
      title: 'Quản trị',
      office: 'Đơn vị',
      officeHint: 'Tên, điện thoại, giờ mở cửa, địa điểm, thôn, xã lân cận, khoảng cách.',
      officers: 'Cán bộ',
      officersHint: 'Ai làm việc ở đây, vai trò, cấp lại mật khẩu.',
      calendar: 'Lịch làm việc',
      calendarHint: 'Ngày nghỉ, ngày làm bù, giờ làm việc. Hạn trả kết quả tính theo lịch này.',
      audit: 'Nhật ký',
      auditHint: 'Ai làm gì, lúc nào. Không ai sửa được mà không lộ.',
    },
  },
  en: {
    home: {
      title: 'Administration',
      office: 'Office',
      officeHint: 'Name, phone, opening hours, venues, hamlets, neighbours, distances.',
      officers: 'Officers',
      officersHint: 'Who works here, in which role; new passwords.',
      calendar: 'Working calendar',
      calendarHint: 'Days off, days made up, hours. Due dates are counted by this calendar.',
      audit: 'Audit trail',
      auditHint: 'Who did what and when. Nobody can change it without being seen.',
    },
  },
})
