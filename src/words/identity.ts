import { bilingual } from './bilingual.ts'

export const identity = bilingual({
  vi: {
    roles: {
      officer: 'Cán bộ tiếp nhận',
      chairman: 'Lãnh đạo',
      announcer: 'Cán bộ truyền thanh',
      office_admin: 'Quản trị',
      province_viewer: 'Cấp tỉnh theo dõi',
    },
    roleDoes: {
      officer:
        'Tiếp dân, theo dõi hồ sơ, chứng thực bản sao, soạn tin, lên lịch ngày tại chỗ, đọc báo cáo.',
      chairman:
        'Xem mọi việc, ký bản sao, duyệt tin, trả lời đánh giá thấp, lên lịch, đọc báo cáo và nhật ký.',
      announcer: 'Soạn và phát tin thông báo. Không xem hồ sơ.',
      office_admin: 'Sửa cài đặt, lịch nghỉ, thủ tục và tài khoản. Không xem hồ sơ.',
      province_viewer: 'Chỉ xem số liệu tổng hợp.',
    },
    refusals: {
      'identity.not_allowed': 'Việc này dành cho cán bộ được giao.',
      'identity.wrong_login_or_password':
        'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.',
      'identity.locked_for_a_while': ({ minutes }) =>
        `Nhập sai nhiều lần nên tài khoản tạm dừng. Đợi ${minutes} phút rồi thử lại, hoặc nhờ quản trị cấp mật khẩu mới.`,
      'identity.inactive': 'Tài khoản này đã ngừng dùng. Liên hệ quản trị của đơn vị.',
      'identity.wrong_code':
        'Mã chưa đúng hoặc đã dùng rồi. Đợi ứng dụng hiện mã mới rồi nhập lại; mất điện thoại thì nhập một mã dự phòng.',
      'identity.wrong_password': 'Mật khẩu đang dùng chưa đúng. Nhập lại.',
      'identity.password_too_short': ({ length }) =>
        `Mật khẩu cần ít nhất ${length} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
      'identity.password_is_login': 'Mật khẩu không được trùng tên đăng nhập. Chọn một câu khác.',
      'identity.password_too_common':
        'Mật khẩu này nhiều người dùng nên dễ bị đoán. Chọn một câu ngắn của riêng mình.',
      'identity.password_unchanged': 'Mật khẩu mới trùng mật khẩu đang dùng. Chọn mật khẩu khác.',
      'identity.login_taken': 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
      'identity.login_malformed':
        'Tên đăng nhập dài từ 3 đến 64, gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối hoặc @, ví dụ: hang.vp.',
      'identity.name_missing': 'Nhập họ và tên.',
      'identity.officer_not_found': 'Không tìm thấy cán bộ này. Mở lại danh sách tài khoản.',
      'identity.last_admin':
        'Đơn vị cần ít nhất một người quản trị. Giao quyền quản trị cho người khác trước.',
      'identity.session_not_found': 'Phiên đăng nhập này đã kết thúc rồi.',
      'identity.totp_already_on':
        'Xác thực hai bước đang bật. Muốn đổi điện thoại thì tắt trước rồi bật lại.',
      'identity.totp_not_started':
        'Chưa có mã QR để xác nhận. Bấm bật xác thực hai bước lại từ đầu.',
    },
  },
  en: {
    roles: {
      officer: 'Desk officer',
      chairman: 'Chairman',
      announcer: 'Announcer',
      office_admin: 'Administrator',
      province_viewer: 'Province viewer',
    },
    roleDoes: {
      officer:
        'Receives people, follows requests, certifies copies, writes bulletins, plans service days, reads reports.',
      chairman:
        'Sees all that goes on, signs copies, approves bulletins, answers low ratings, plans, reads reports and the trail.',
      announcer: 'Writes and airs announcements. Sees no request.',
      office_admin: 'Keeps settings, holidays, procedures and accounts. Sees no request.',
      province_viewer: 'Sees figures only.',
    },
    refusals: {
      'identity.not_allowed': 'Only an officer in charge may do this.',
      'identity.wrong_login_or_password':
        'The name or password is wrong. Check the Vietnamese keyboard and Caps Lock, then enter them again.',
      'identity.locked_for_a_while': ({ minutes }) =>
        `Too many wrong tries, so the account pauses. Wait ${minutes} min and try again, or ask an administrator for a new password.`,
      'identity.inactive': 'This account is no longer used. Ask the administrator of your office.',
      'identity.wrong_code':
        'The code is wrong or was used already. Wait for the next one and enter that; without your phone, enter a recovery code.',
      'identity.wrong_password': 'The current password is wrong. Enter it again.',
      'identity.password_too_short': ({ length }) =>
        `A password needs at least ${length} characters. A short sentence that you remember is best.`,
      'identity.password_is_login': 'The password must not be the login name. Choose another.',
      'identity.password_too_common':
        'Many people use this password, so it is soon guessed. Choose a short sentence of your own.',
      'identity.password_unchanged': 'This is the password you have. Choose another one.',
      'identity.login_taken': 'Somebody has this login name already. Choose another one.',
      'identity.login_malformed':
        'A login name has 3 to 64 small letters without marks, digits, dots, hyphens or @, such as hang.vp.',
      'identity.name_missing': 'Enter the full name.',
      'identity.officer_not_found': 'This officer was not found. Open the list of accounts again.',
      'identity.last_admin':
        'The office needs at least one administrator. Make somebody else one first.',
      'identity.session_not_found': 'This session has ended already.',
      'identity.totp_already_on':
        'Two-step sign-in is on. To change phones, turn it off first and on again.',
      'identity.totp_not_started':
        'There is no QR code to confirm yet. Start two-step sign-in again.',
    },
  },
})
