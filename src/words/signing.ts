import type { SignerTroubleCode } from '#src/outside/signer/signer.ts'
import type { TimeTroubleCode } from '#src/outside/timestamp/ask-time.ts'
import { bilingual } from './bilingual.ts'

type Signer = Record<SignerTroubleCode, string>
type Time = Record<TimeTroubleCode, string>

/** Why a key or a time service could not be used, and what to do about it now. */
export const signing = bilingual({
  vi: {
    refusals: {
      'signing.busy': 'Máy đang ký và kiểm tra nhiều tệp. Thử lại sau ít phút.',
    },
    signer: {
      password_wrong: 'Mật khẩu của tệp khóa không đúng.',
      file_broken: 'Tệp khóa hỏng, hoặc không phải tệp .p12 có khóa và chứng thư.',
      key_unsupported:
        'Khóa quá yếu hoặc thuộc loại chưa dùng được. Xin cấp khóa RSA 2048 hay P-256.',
      program_missing: 'Máy chủ thiếu phần mềm của thiết bị ký. Cài theo dòng ghi bên cạnh.',
      token_missing: 'Không thấy thiết bị ký. Cắm thiết bị vào rồi thử lại.',
      pin_wrong: 'Mã PIN không đúng. Chương trình không tự thử lại, để thiết bị khỏi bị khóa.',
      pin_last_try:
        'Thiết bị chỉ còn một lần thử PIN. Hãy dùng phần mềm của nhà cung cấp để nhập đúng PIN trước.',
      pin_locked: 'Thiết bị đã khóa vì sai PIN nhiều lần. Liên hệ nơi cấp để mở khóa.',
      code_wrong: 'Mã xác nhận không đúng, đã dùng hoặc đã hết hạn. Xin gửi mã mới.',
      not_allowed: 'Dịch vụ ký từ chối: khóa bị tạm dừng, hoặc đơn vị chưa được phép dùng.',
      unreachable: 'Không kết nối được dịch vụ ký. Chưa có gì được ký; thử lại sau ít phút.',
      answer_wrong: 'Chữ ký nhận về không đúng với giấy này, nên không dùng.',
    } satisfies Signer,
    time: {
      unreachable: 'Không kết nối được dịch vụ thời gian. Chưa có gì được ký; thử lại sau ít phút.',
      refused: 'Dịch vụ thời gian từ chối.',
      answer_wrong: 'Dịch vụ thời gian trả lời sai, nên không dùng.',
    } satisfies Time,
  },
  en: {
    refusals: {
      'signing.busy':
        'Many files are being signed and examined just now. Try again in a few minutes.',
    },
    signer: {
      password_wrong: 'The password of the key file is wrong.',
      file_broken: 'The key file is broken, or no .p12 with a key and its certificate.',
      key_unsupported: 'The key is too weak or of a kind not used here. Ask for RSA 2048 or P-256.',
      program_missing: 'The server lacks the software of the token. Install it as named beside.',
      token_missing: 'The token is not there. Plug it in and try again.',
      pin_wrong:
        'The PIN is wrong. It is not tried again by itself, so that the token is not locked.',
      pin_last_try:
        'The token has one try left. Enter the right PIN with its maker’s program first.',
      pin_locked: 'The token is locked after too many wrong PINs. Ask its issuer to unlock it.',
      code_wrong: 'The one-time code is wrong, used or too old. Have a new one sent.',
      not_allowed:
        'The signing service refuses: the key is suspended, or the office may not use it.',
      unreachable: 'The signing service cannot be reached. Nothing was signed; try again soon.',
      answer_wrong: 'The signature that came back does not fit this paper and is not used.',
    } satisfies Signer,
    time: {
      unreachable: 'The time service cannot be reached. Nothing was signed; try again soon.',
      refused: 'The time service refuses.',
      answer_wrong: 'The time service answered wrongly; the answer is not used.',
    } satisfies Time,
  },
})
