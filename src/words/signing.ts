import type {
  KeyTrouble,
  SigningTrouble,
  ReadyTrouble,
  ReadyWarning,
} from '#src/modules/signing/index.ts'
import { bilingual } from './bilingual.ts'

type Said = Record<SigningTrouble | KeyTrouble | ReadyTrouble, string>

/** Why a key, a time service or a file did not get on, and what to do about it now. */
const vi = {
  password_wrong: 'Mật khẩu của tệp khóa không đúng.',
  file_broken: 'Tệp khóa hỏng, hoặc không phải tệp .p12 có khóa và chứng thư.',
  key_unsupported: 'Khóa quá yếu hoặc thuộc loại chưa dùng được. Xin cấp khóa RSA 2048 hay P-256.',
  program_missing:
    'Máy chủ thiếu phần mềm của thiết bị ký. Nhờ người quản trị máy cài OpenSC và thư viện của thiết bị.',
  token_missing: 'Không thấy thiết bị ký. Cắm thiết bị vào máy chủ rồi thử lại.',
  token_silent:
    'Thiết bị ký không trả lời, chưa có gì được ký. Rút ra cắm lại, hoặc báo người quản trị máy.',
  key_absent: 'Thiết bị không có khóa mang số này, hoặc khóa ấy chưa kèm chứng thư.',
  pin_wrong: 'Mã PIN không đúng. Chương trình không tự thử lại, để thiết bị khỏi bị khóa.',
  pin_last_try:
    'Thiết bị chỉ còn một lần thử PIN. Hãy dùng phần mềm của nhà cung cấp để nhập đúng PIN trước.',
  pin_locked: 'Thiết bị đã khóa vì sai PIN nhiều lần. Liên hệ nơi cấp để mở khóa.',
  code_wrong:
    'Mã xác nhận không đúng, đã dùng hoặc đã hết hạn. Lấy mã mới của dịch vụ ký rồi nhập lại.',
  not_allowed:
    'Dịch vụ ký từ chối: tài khoản, mật khẩu hoặc mã khóa của đơn vị không đúng, hoặc khóa bị tạm dừng.',
  unreachable:
    'Không kết nối được dịch vụ ký. Chưa có gì được ký; thử lại sau ít phút, hoặc xem lại địa chỉ.',
  answer_wrong: 'Chữ ký nhận về không đúng với giấy này, nên không dùng.',
  time_unreachable:
    'Không kết nối được dịch vụ thời gian. Tệp đang chờ, máy tự hỏi lại; chưa có gì được phát ra.',
  time_refused: 'Dịch vụ thời gian từ chối. Tệp đang chờ, máy tự hỏi lại; kiểm tra lại địa chỉ.',
  time_answer_wrong: 'Dịch vụ thời gian trả lời sai, nên không dùng. Máy tự hỏi lại.',
  time_untrusted:
    'Dịch vụ thời gian không thuộc chứng thư gốc nào của đơn vị. Thêm chứng thư gốc của dịch vụ.',
  revocation_unknown:
    'Chưa hỏi được nơi cấp xem chứng thư còn hiệu lực không. Máy tự hỏi lại trong nửa giờ.',
  certificate_revoked: 'Chứng thư đã bị thu hồi. Không dùng khóa này nữa; xin cấp khóa mới.',
  certificate_expired: 'Chứng thư đã hết hạn. Xin gia hạn hoặc cấp khóa mới.',
  certificate_not_yet_valid: 'Chứng thư chưa đến ngày có hiệu lực.',
  certificate_unfit: 'Chứng thư này không được cấp để ký, hoặc quá yếu. Xin cấp chứng thư ký số.',
  certificate_untrusted:
    'Chứng thư không dẫn về chứng thư gốc nào của đơn vị. Thêm chứng thư gốc của nơi cấp; chọn cả chứng thư nơi cấp khi đăng ký khóa.',
  certificate_of_another: 'Chứng thư của người khác: không phải chứng thư đã đăng ký cho khóa này.',
  holder_not_yet: 'Chưa đến ngày người này được ký theo văn bản phân công.',
  holder_no_longer: 'Đã hết thời hạn được ký theo văn bản phân công.',
  refused_on_phone: 'Yêu cầu ký bị từ chối trên điện thoại. Bấm ký lại nếu vẫn cần ký.',
  expired_on_phone: 'Không ai đồng ý trên điện thoại hay trên máy trong thời hạn. Bấm ký lại.',
  code_used_up: 'Mã xác nhận vừa nhập chỉ đủ cho các tệp trước. Lấy mã mới rồi ký tiếp tệp này.',
  signed_already: 'Tệp này đã ký rồi; không ký lần nữa.',
  being_signed: 'Tệp này đang được ký. Chờ ít giây rồi xem lại.',
  other_holder: 'Tệp này chờ chữ ký của người khác.',
  not_its_turn: 'Tệp này chưa có chữ ký của người có thẩm quyền nên chưa đóng dấu được.',
  cancelled: 'Việc ký tệp này đã dừng.',
  not_found: 'Không tìm thấy tệp cần ký.',
  file_unfit: 'Tệp PDF này hỏng hoặc quá nặng nên không ký được.',
  check_failed:
    'Tệp đã ký không qua được bước kiểm tra cuối nên không phát ra. Báo người quản trị.',
} satisfies Said
const en: Record<keyof typeof vi, string> = {
  password_wrong: 'The password of the key file is wrong.',
  file_broken: 'The key file is broken, or no .p12 with a key and its certificate.',
  key_unsupported: 'The key is too weak or of a kind not used here. Ask for RSA 2048 or P-256.',
  program_missing:
    'The server lacks the software of the token. Have OpenSC and the token’s library installed.',
  token_missing: 'The token is not there. Plug it into the server and try again.',
  token_silent:
    'The token does not answer; nothing was signed. Unplug it and plug it in again, or tell the admin.',
  key_absent: 'The token has no key with this id, or none with a certificate.',
  pin_wrong: 'The PIN is wrong. It is not tried again by itself, so that the token is not locked.',
  pin_last_try: 'The token has one try left. Enter the right PIN with its maker’s program first.',
  pin_locked: 'The token is locked after too many wrong PINs. Ask its issuer to unlock it.',
  code_wrong:
    'The one-time code is wrong, used or too old. Get a new one from the signing service.',
  not_allowed:
    'The signing service refuses: account, secret or key id of the office are wrong, or the key is suspended.',
  unreachable:
    'The signing service cannot be reached. Nothing was signed; try again soon, or check its address.',
  answer_wrong: 'The signature that came back does not fit this paper and is not used.',
  time_unreachable:
    'The time service cannot be reached. The file waits and it is asked again; nothing went out.',
  time_refused:
    'The time service refuses. The file waits and it is asked again; check its address.',
  time_answer_wrong:
    'The time service answered wrongly; the answer is not used. It is asked again.',
  time_untrusted: 'The time service leads to no root of the office. Add the root of the service.',
  revocation_unknown:
    'Its issuer could not be asked whether the certificate is in force. Asked again for half an hour.',
  certificate_revoked: 'The certificate was revoked. Do not use this key; ask for a new one.',
  certificate_expired: 'The certificate has run out. Have it renewed, or ask for a new key.',
  certificate_not_yet_valid: 'The certificate is not valid yet.',
  certificate_unfit: 'The certificate is not made for signing, or too weak. Ask for one that is.',
  certificate_untrusted:
    'The certificate leads to no root of the office. Add the root of its issuer, and give the issuer’s own when registering.',
  certificate_of_another: 'Somebody else’s certificate: not the one registered for this key.',
  holder_not_yet: 'The document that lets this person sign does not hold yet.',
  holder_no_longer: 'The document that lets this person sign holds no longer.',
  refused_on_phone: 'The request was refused on the phone. Press again if it shall be signed.',
  expired_on_phone: 'Nobody approved on the phone or PC in time. Press again.',
  code_used_up: 'The code was good for the files before. Get a new one for this file.',
  signed_already: 'This file is signed already and is not signed again.',
  being_signed: 'This file is being signed. Wait a few seconds and look again.',
  other_holder: 'This file waits for another person’s signature.',
  not_its_turn: 'This file has no signature of its official yet and cannot be sealed.',
  cancelled: 'The signing of this file was stopped.',
  not_found: 'The file to sign was not found.',
  file_unfit: 'This PDF is broken or too heavy and cannot be signed.',
  check_failed: 'The signed file did not pass the last check and is not released. Tell the admin.',
}

/** Each of them also said as a refusal, `signing.…`. */
function asRefusals<const T extends Record<string, string>>(said: T) {
  return Object.fromEntries(
    Object.entries(said).map(([code, words]) => [`signing.${code}`, words]),
  ) as { [K in keyof T & string as `signing.${K}`]: string }
}

export const signing = bilingual({
  vi: {
    refusals: {
      ...asRefusals(vi),
      'signing.library_not_allowed':
        'Máy chủ không cho nạp thư viện này. Nhờ người quản trị máy thêm vào PKCS11_LIBRARIES.',
      'signing.busy': 'Máy đang ký và kiểm tra nhiều tệp. Thử lại sau ít phút.',
      'signing.key_missing': 'Người này chưa có khóa ký. Người quản trị đăng ký ở mục “Ký số”.',
      'signing.seal_missing': 'Đơn vị chưa có khóa con dấu. Người quản trị đăng ký ở mục “Ký số”.',
      'signing.key_not_found': 'Không tìm thấy khóa này, hoặc khóa đã gỡ.',
      'signing.key_added_meanwhile': 'Vừa có người đăng ký khóa khác cho người này. Xem lại.',
      'signing.key_is_no_agent': 'Khóa này không ký bằng phần mềm trên máy của người ký.',
      'signing.agent_only': 'Khóa này chỉ ký được bằng phần mềm trên máy của người ký.',
      'signing.holder_unknown': 'Không tìm thấy cán bộ này.',
      'signing.holder_nameless': 'Ghi họ tên và chức danh như trong văn bản phân công.',
      'signing.valid_backwards': 'Ngày hết hạn phải sau ngày bắt đầu.',
      'signing.certificate_broken':
        'Không đọc được chứng thư. Chọn tệp .pem, .crt hoặc .cer có chứng thư.',
      'signing.certificate_missing':
        'Chưa có chứng thư của người ký. Chọn tệp .pem, .crt hoặc .cer có chứng thư ấy.',
      'signing.roots_broken':
        'Không đọc được chứng thư gốc. Chọn tệp .pem, .crt hoặc .cer, đến 50 chứng thư.',
      'signing.root_is_no_authority':
        'Trong tệp có chứng thư của người hoặc máy, không phải của nơi cấp chứng thư.',
      'signing.root_not_found': 'Không tìm thấy chứng thư gốc này.',
      'signing.time_address_malformed':
        'Địa chỉ dịch vụ thời gian bắt đầu bằng http:// hoặc https://.',
      'signing.evidence_needs_time': 'Muốn kèm bằng chứng thì phải có dịch vụ thời gian.',
      'signing.warn_days_impossible': 'Số ngày báo trước từ 1 đến 365.',
      'signing.not_sealed': 'Tệp chưa ký và đóng dấu xong nên chưa phát ra được.',
      'signing.sealed_already': 'Tệp đã ký và đóng dấu xong, hoặc đã dừng trước đó.',
      'signing.reason_missing': 'Ghi lý do dừng.',
      'signing.errand_over': 'Địa chỉ này đã dùng hoặc đã hết hạn. Bấm ký lại từ đầu.',
      'signing.not_the_file_sent': 'Tệp gửi về không bắt đầu bằng đúng tệp đã tải đi.',
      'signing.signed_file_broken': 'Tệp gửi về có chữ ký hỏng, hoặc bị sửa thêm ngoài chữ ký.',
      'signing.not_signed_once':
        'Tệp gửi về phải thêm đúng một chữ ký. Ký bằng chương trình xong, gửi đúng tệp đã ký.',
    },
    troubles: vi,
    ready: {
      troubles: {
        ...vi,
        time_unreachable:
          'Không kết nối được dịch vụ thời gian. Vẫn ký được, nhưng tệp phải chờ; xem lại địa chỉ và đường mạng.',
        time_refused:
          'Dịch vụ thời gian từ chối. Vẫn ký được, nhưng tệp phải chờ; xem lại địa chỉ.',
        time_answer_wrong:
          'Dịch vụ thời gian trả lời sai. Vẫn ký được, nhưng tệp phải chờ; xem lại địa chỉ.',
      },
      warnings: {
        expires_soon: 'Chứng thư sắp hết hạn. Xin gia hạn ngay từ bây giờ.',
        holder_ends_soon: 'Sắp hết thời hạn được ký theo văn bản phân công.',
        name_differs:
          'Tên trong chứng thư khác họ tên đã ghi. Xem lại có đúng khóa của người này không.',
        pin_low: 'Đã có lần nhập sai PIN; sai vài lần nữa thiết bị sẽ khóa.',
        revocation_unknown: 'Chưa hỏi được nơi cấp xem chứng thư còn hiệu lực không.',
        no_roots:
          'Chưa có chứng thư gốc nào: không kiểm tra được chứng thư thuộc nơi cấp nào. Thêm chứng thư gốc.',
        no_time:
          'Chưa có dịch vụ thời gian: tệp ký ra ở mức B-B, không tự chứng minh được giờ ký khi chứng thư hết hạn.',
        no_evidence:
          'Chưa kèm bằng chứng hiệu lực: tệp ký ra ở mức B-T, nhiều năm sau khó kiểm tra hơn.',
        no_official: 'Chưa có khóa của người ký nào.',
        no_seal: 'Chưa có khóa con dấu của đơn vị.',
      } satisfies Record<ReadyWarning, string>,
    },
  },
  en: {
    refusals: {
      ...asRefusals(en),
      'signing.library_not_allowed':
        'This library may not be loaded here. Have whoever runs the machine add it to PKCS11_LIBRARIES.',
      'signing.busy':
        'Many files are being signed and examined just now. Try again in a few minutes.',
      'signing.key_missing': 'This person has no key yet. The admin registers it under “Signing”.',
      'signing.seal_missing':
        'The office has no key for its seal yet. The admin registers it under “Signing”.',
      'signing.key_not_found': 'This key was not found, or was removed.',
      'signing.key_added_meanwhile': 'Somebody has just registered another key for this person.',
      'signing.key_is_no_agent': 'This key does not sign by a program on the signer’s PC.',
      'signing.agent_only': 'This key signs only by a program on the signer’s PC.',
      'signing.holder_unknown': 'This officer was not found.',
      'signing.holder_nameless': 'Give name and title as in the document of delegation.',
      'signing.valid_backwards': 'The last day must come after the first.',
      'signing.certificate_broken':
        'The certificate cannot be read. Choose a .pem, .crt or .cer file with it.',
      'signing.certificate_missing':
        'The signer’s certificate is not there. Choose a .pem, .crt or .cer file with it.',
      'signing.roots_broken':
        'The roots cannot be read. Choose a .pem, .crt or .cer file with up to 50 certificates.',
      'signing.root_is_no_authority':
        'A certificate in the file is of a person or machine, not of an authority.',
      'signing.root_not_found': 'This root was not found.',
      'signing.time_address_malformed':
        'The address of the time service begins with http:// or https://.',
      'signing.evidence_needs_time': 'Evidence needs a time service.',
      'signing.warn_days_impossible': 'Warn 1 to 365 days before.',
      'signing.not_sealed': 'The file is not signed and sealed yet, so it is not given out.',
      'signing.sealed_already': 'The file is signed and sealed, or was stopped before.',
      'signing.reason_missing': 'Say why it is stopped.',
      'signing.errand_over': 'This address was used or is over. Begin signing anew.',
      'signing.not_the_file_sent':
        'The file sent back does not begin with exactly the file that was fetched.',
      'signing.signed_file_broken':
        'The file sent back has a broken signature, or was changed beyond its signature.',
      'signing.not_signed_once':
        'The file sent back must have exactly one more signature. Sign it, then send the signed file.',
    },
    troubles: en,
    ready: {
      troubles: {
        ...en,
        time_unreachable:
          'The time service cannot be reached. Signing works, but files wait; check address and network.',
        time_refused: 'The time service refuses. Signing works, but files wait; check its address.',
        time_answer_wrong:
          'The time service answers wrongly. Signing works, but files wait; check its address.',
      },
      warnings: {
        expires_soon: 'The certificate runs out soon. Have it renewed now.',
        holder_ends_soon: 'The document that lets this person sign ends soon.',
        name_differs:
          'The name in the certificate is not the name given. See whether this is that person’s key.',
        pin_low: 'A wrong PIN was typed; a few more and the token locks itself.',
        revocation_unknown: 'Its issuer could not be asked whether the certificate is in force.',
        no_roots: 'No roots: nobody can tell whose certificates these are. Add the roots.',
        no_time:
          'No time service: files are B-B and cannot prove when they were signed once the certificate ends.',
        no_evidence: 'No evidence is put in: files are B-T and harder to check in years.',
        no_official: 'No official has a key yet.',
        no_seal: 'The office has no key for its seal yet.',
      },
    },
  },
})
