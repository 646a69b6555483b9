import { bilingual } from './bilingual.ts'

/** Signing in, and what an officer keeps of their own account. */
export const account = bilingual({
  vi: {
    signIn: {
      title: 'Cán bộ đăng nhập',
      login: 'Tên đăng nhập',
      password: 'Mật khẩu',
      submit: 'Đăng nhập',
      loginMissing: 'Nhập tên đăng nhập.',
      passwordMissing: 'Nhập mật khẩu.',
      forgotten: 'Quên mật khẩu: nhờ người quản trị của đơn vị cấp mật khẩu mới.',
      gone: 'Đã đăng xuất. Máy này không còn giữ phiên làm việc nào.',
      codeTitle: 'Nhập mã xác thực',
      code: 'Mã 6 chữ số trong ứng dụng xác thực',
      codeHint: 'Không có điện thoại bên cạnh: nhập một mã dự phòng, ví dụ abcde-fghjk.',
      codeMissing: 'Nhập mã 6 chữ số, hoặc một mã dự phòng.',
      stepOver: 'Đã quá 3 phút từ khi nhập mật khẩu. Mời đăng nhập lại từ đầu.',
      otherName: 'Đăng nhập bằng tên khác',
      demo: 'Xem thử với đơn vị mẫu',
      demoWho: 'Vai',
    },
    signedOut: {
      title: 'Phiên làm việc đã hết',
      kept: 'Việc vừa gửi chưa được ghi. Nội dung đã nhập vẫn còn ở trang trước; làm theo thứ tự này để không mất:',
      signIn: 'Mở trang đăng nhập trong thẻ mới rồi đăng nhập.',
      goBack: 'Về lại thẻ này, bấm nút quay lại của trình duyệt và gửi lần nữa.',
    },
  },
  en: {
    signIn: {
      title: 'Officer sign-in',
      login: 'Login name',
      password: 'Password',
      submit: 'Sign in',
      loginMissing: 'Enter your login name.',
      passwordMissing: 'Enter your password.',
      forgotten: 'Forgot the password? The administrator of your office gives you a new one.',
      gone: 'You have signed out. Nothing of your session is left on this machine.',
      codeTitle: 'Enter your code',
      code: 'The 6 digits in your authenticator app',
      codeHint: 'Without your phone, enter a recovery code such as abcde-fghjk.',
      codeMissing: 'Enter the 6 digits, or a recovery code.',
      stepOver: 'More than 3 minutes passed since the password. Please sign in again.',
      otherName: 'Sign in with another name',
      demo: 'Try the demo office',
      demoWho: 'Who',
    },
    signedOut: {
      title: 'Your session has ended',
      kept: 'What you just sent was not saved. What you typed is still on the page before; keep it this way:',
      signIn: 'Open the sign-in page in a new tab and sign in.',
      goBack: 'Come back to this tab, press the browser’s back button and send again.',
    },
  },
})
