import { bilingual } from './bilingual.ts'

type Named = { name: string; nameEn: string }
type Trip = { authority: string; km: string; minutes: string }

export const requests = bilingual({
  vi: {
    statuses: {
      1: 'Mới đăng ký',
      2: 'Được tiếp nhận',
      3: 'Không được tiếp nhận',
      4: 'Đang xử lý',
      5: 'Yêu cầu bổ sung giấy tờ',
      6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
      7: 'Công dân yêu cầu rút hồ sơ',
      8: 'Dừng xử lý',
      9: 'Đã xử lý xong',
      10: 'Đã trả kết quả',
    },
    stages: {
      preparing: 'Đang chuẩn bị giấy tờ',
      ready: 'Đủ giấy tờ, chờ nộp',
      filed: 'Đã nộp, cơ quan đang giải quyết',
      supplement: 'Chờ bà con bổ sung giấy tờ',
      payment: 'Chờ bà con nộp tiền',
      result_waiting: 'Có kết quả, chờ trao',
      handed_over: 'Đã trao kết quả',
      refused: 'Không được tiếp nhận',
      withdrawn: 'Đã rút',
      stopped: 'Đã dừng',
    },
    waitingFor: {
      citizen: 'Chờ bà con',
      desk: 'Chờ bàn một cửa',
      authority: 'Chờ cơ quan giải quyết',
      nobody: 'Không còn việc',
    },
    events: {
      received: 'Tiếp nhận yêu cầu',
      answers_changed: 'Sửa câu trả lời, danh mục giấy tờ đổi theo',
      vneid_blocked: 'Vướng ở bước dùng VNeID',
      note: 'Ghi chú',
      filed: 'Nộp cho cơ quan giải quyết',
      status_changed: 'Đổi trạng thái',
      extended: 'Cơ quan xin lỗi và hẹn lại',
      handed_over: 'Trao kết quả',
      withdrawn: 'Người dân rút yêu cầu',
      reopened: 'Mở lại vì đánh giá thấp',
      settled: 'Đã trả lời đánh giá',
    },
    dayList: {
      reopened: 'Mở lại vì đánh giá thấp',
      overdue: 'Quá hạn',
      dueSoon: 'Sắp đến hạn',
      awaitingCitizen: 'Chờ bà con bổ sung hoặc nộp tiền',
      resultWaiting: 'Có kết quả, chưa trao',
      notFiled: 'Để lâu chưa nộp',
      unrated: 'Chưa được đánh giá',
    },
    states: {
      open: 'Chưa xong',
      unfiled: 'Chưa nộp',
      filed: 'Đã nộp',
      awaiting_citizen: 'Chờ bà con',
      overdue: 'Quá hạn',
      result_waiting: 'Có kết quả, chưa trao',
      ended: 'Đã xong',
    },
    homes: {
      this_commune: 'Trong xã',
      neighbour: 'Xã lân cận',
      same_province: 'Nơi khác trong tỉnh',
      other_province: 'Tỉnh khác',
    },
    coming: {
      in_person: 'Tự đến',
      by_relative: 'Người thân đến thay',
      remote: 'Nhờ từ xa',
      appointment: 'Đến theo hẹn',
    },
    sexes: { female: 'Nữ', male: 'Nam' },
    proofs: {
      none: 'Không cần giấy ủy quyền',
      written: 'Cần giấy ủy quyền, không phải chứng thực',
      certified: 'Cần giấy ủy quyền có công chứng, chứng thực',
    },
    proxyPapers: {
      none: 'Không cần giấy ủy quyền',
      written: 'Giấy ủy quyền (không phải chứng thực)',
      certified: 'Giấy ủy quyền có công chứng hoặc chứng thực',
    },
    channels: { online: 'Trực tuyến', in_person: 'Trực tiếp', post: 'Bưu chính' },
    portals: {
      national: 'Cổng Dịch vụ công quốc gia',
      vneid: 'Ứng dụng VNeID',
      ministry: 'Cổng của bộ, ngành',
      province: 'Cổng của tỉnh',
      none: 'Không qua cổng',
    },
    filingHelps: {
      self_with_help: 'Bà con tự nộp tại bàn, cán bộ ngồi cùng',
      guided_only: 'Cán bộ hướng dẫn, bà con tự nộp sau',
    },
    deliveries: {
      desk: 'Nhận tại bàn một cửa',
      authority: 'Đến cơ quan giải quyết nhận',
      post: 'Nhận qua bưu điện',
      electronic: 'Nhận bản điện tử',
    },
    itemStates: { missing: 'Còn thiếu', have: 'Đã có', not_needed: 'Không cần' },
    vneidSteps: {
      account_level_2: 'Có tài khoản định danh mức 2',
      app_installed: 'Cài ứng dụng VNeID',
      own_sim: 'SIM chính chủ, nhận được OTP',
      password: 'Nhớ mật khẩu',
      passcode: 'Nhớ passcode',
      portal_login: 'Đăng nhập được Cổng',
    },
    vneidBlocks: {
      no_account: {
        name: 'Chưa có tài khoản định danh',
        help: 'Đến công an xã làm tài khoản mức 2, mang thẻ căn cước và SIM chính chủ.',
      },
      level_1_only: {
        name: 'Mới có mức 1',
        help: 'Đến công an xã nâng lên mức 2 (thủ tục 3.000228).',
      },
      not_activated: {
        name: 'Có tài khoản mà chưa kích hoạt',
        help: 'Kích hoạt trên ứng dụng bằng số định danh và số điện thoại; bà con tự gõ.',
      },
      child: {
        name: 'Trẻ em dùng SIM của người giám hộ',
        help: 'Dùng tài khoản của cha, mẹ hoặc người giám hộ, nộp thay cho con.',
      },
      data_differs: {
        name: 'Tên, ngày sinh hoặc nơi ở sai lệch',
        help: 'Làm thủ tục điều chỉnh thông tin cư trú (1.010039) tại công an xã.',
      },
      no_smartphone: {
        name: 'Không có điện thoại thông minh',
        help: 'Người thân làm thay theo quy định, hoặc nộp trực tiếp. Không giữ mật khẩu của ai.',
      },
      phone_too_old: {
        name: 'Điện thoại cũ, không cài được',
        help: 'Dùng điện thoại khác của chính bà con, hoặc nộp trực tiếp.',
      },
      app_outdated: {
        name: 'Ứng dụng chưa cập nhật',
        help: 'Cập nhật VNeID trong cửa hàng ứng dụng rồi mở lại.',
      },
      new_phone: {
        name: 'Đổi điện thoại',
        help: 'Xác nhận trên máy cũ, quét chip căn cước bằng NFC, hoặc đến công an xã.',
      },
      no_nfc: {
        name: 'Máy không quét được chip (NFC)',
        help: 'Quét nhờ máy của người thân ngồi cùng, hoặc đến công an xã.',
      },
      sim_not_own: {
        name: 'SIM không chính chủ',
        help: 'Nhắn TTTB gửi 1414 để xem; chuẩn hóa với nhà mạng, báo công an xã số mới.',
      },
      otp_not_arriving: {
        name: 'Không nhận được mã OTP',
        help: 'Xem sóng và số đang đăng ký; đổi số điện thoại tại công an xã.',
      },
      password_forgotten: {
        name: 'Quên mật khẩu',
        help: 'Bấm “Quên mật khẩu”, bà con tự nhập số định danh, số điện thoại, OTP và khuôn mặt.',
      },
      account_locked: {
        name: 'Tài khoản bị khóa',
        help: 'Chờ hết giờ khóa rồi lấy lại mật khẩu, hoặc đến công an xã.',
      },
      passcode_forgotten: {
        name: 'Quên passcode',
        help: 'Bấm “Quên passcode” và đặt lại bằng OTP; bà con tự gõ.',
      },
      portal_down: {
        name: 'Cổng bị lỗi hoặc quá tải',
        help: 'Giữ giấy tờ ở yêu cầu này, thử lại sau và gọi bà con khi nộp được.',
      },
      network: {
        name: 'Mạng chập chờn',
        help: 'Dùng Wi-Fi của bàn, hoặc thử lại sau.',
      },
    },
    savings: {
      legs: { file: 'Đi nộp', collect: 'Đi lấy kết quả' },
      spared: (it: Trip) => `${it.authority}: bớt ${it.km} km đi về, khoảng ${it.minutes} phút.`,
      sparedNoDistance: (it: Trip) =>
        `${it.authority}: bớt một chuyến, khoảng ${it.minutes} phút; đơn vị chưa đặt khoảng cách.`,
      why: {
        filed_online: 'đã nộp trực tuyến',
        filed_by_post: 'đã gửi bưu điện',
        result_at_desk: 'kết quả nhận ngay tại xã',
        result_by_post: 'kết quả về qua bưu điện',
        result_electronic: 'kết quả là bản điện tử',
        went_anyway: 'bà con vẫn phải đi',
        same_place: 'cơ quan ở ngay tại xã, không tính',
        not_yet: 'chưa đến bước này',
      },
    },
    refusals: {
      'requests.not_found': 'Không tìm thấy yêu cầu này. Mở lại danh sách.',
      'requests.person_not_found': 'Không tìm thấy người này. Nhập lại họ tên.',
      'requests.client_key_malformed': 'Biểu mẫu đã hỏng. Mở lại trang tiếp nhận và làm lại.',
      'requests.name_missing': 'Nhập họ tên, không quá 120 chữ.',
      'requests.birth_in_future': 'Ngày sinh không thể ở sau hôm nay.',
      'requests.birth_too_early': 'Năm sinh phải từ 1900 trở đi.',
      'requests.id_number_of_another':
        'Số định danh này đã ghi cho người khác tên. Xem lại số, hoặc chọn người đó trong danh sách.',
      'requests.commune_unknown': 'Không có xã này. Chọn xã trong danh sách gợi ý.',
      'requests.home_missing': 'Chọn xã người đó ở; không rõ xã thì chọn ở trong xã hay nơi khác.',
      'requests.requester_missing': 'Nhập họ tên người đến làm thay.',
      'requests.requester_is_subject':
        'Người đến và người cần giấy là một. Chọn “làm cho chính mình”.',
      'requests.proxy_not_allowed': (it: Named) =>
        `${it.name}: pháp luật không cho người này làm thay. Mời chính người cần giấy đến hoặc tự nộp trực tuyến.`,
      'requests.date_in_future': 'Thời điểm này chưa đến. Nhập lúc đã xảy ra.',
      'requests.date_before_programme':
        'Ngày này có trước khi đơn vị mở chương trình. Kiểm tra lại ngày nhận.',
      'requests.service_day_of_another_date': 'Ngày phục vụ đã chọn không phải ngày nhận.',
      'requests.visit_of_another_day':
        'Lượt này là của ngày khác, không ghi vào ngày nhận này được.',
      'requests.text_too_long': 'Viết dài quá 1.000 chữ. Rút ngắn lại.',
      'requests.note_missing': 'Viết nội dung ghi chú.',
      'requests.reason_missing': 'Ghi rõ lý do hoặc điều cần làm, bằng lời dễ hiểu.',
      'requests.paper_not_listed': 'Giấy tờ này không có trong danh mục của yêu cầu.',
      'requests.vneid_block_unknown': 'Lý do này không thuộc bước đã chọn. Chọn lại.',
      'requests.has_ended': 'Yêu cầu này đã kết thúc, không sửa được nữa.',
      'requests.filed_already': 'Hồ sơ đã nộp rồi, không sửa được phần này.',
      'requests.not_filed': 'Hồ sơ chưa nộp. Ghi việc nộp trước.',
      'requests.external_code_malformed':
        'Mã hồ sơ có 6 đến 40 ký tự gồm chữ không dấu, số, dấu chấm, gạch nối, gạch chéo. Chép đúng mã Cổng cấp.',
      'requests.external_code_taken': 'Mã hồ sơ này đã ghi cho một yêu cầu khác. Kiểm tra lại mã.',
      'requests.filed_before_received': 'Ngày nộp không thể trước ngày nhận yêu cầu.',
      'requests.status_may_not_follow': (it: { from: number; to: number; possible: string }) =>
        `Không chuyển được từ trạng thái ${it.from} sang ${it.to}. Chỉ có thể chuyển sang: ${it.possible.replaceAll(',', ', ')}.`,
      'requests.date_before_status': 'Thời điểm này có trước lần đổi trạng thái gần nhất.',
      'requests.hand_over_says_to_whom': 'Ghi trao kết quả cho ai để kết thúc hồ sơ.',
      'requests.no_due_date': 'Chưa biết hạn của hồ sơ này nên chưa ghi hẹn lại được.',
      'requests.track_not_found':
        'Mã hoặc bốn số cuối điện thoại chưa đúng. Xem lại trên phiếu hẹn rồi nhập lại.',
      'requests.track_wait': (it: { minutes: number }) =>
        `Đã nhập sai nhiều lần. Mời thử lại sau ${it.minutes} phút, hoặc quét mã trên phiếu.`,
      'requests.nothing_to_rate_yet':
        'Hồ sơ chưa nộp nên chưa có gì để đánh giá. Mời bà con quay lại sau.',
      'requests.rated_already': 'Yêu cầu này đã được đánh giá rồi. Cảm ơn bà con.',
    },
  },
  en: {
    statuses: {
      1: 'Registered',
      2: 'Received by the authority',
      3: 'Not received',
      4: 'In progress',
      5: 'More papers asked for',
      6: 'Payment asked for',
      7: 'Withdrawn by the person',
      8: 'Stopped',
      9: 'Finished',
      10: 'Result handed over',
    },
    stages: {
      preparing: 'Papers being gathered',
      ready: 'Papers complete, to be filed',
      filed: 'Filed, the authority is at work',
      supplement: 'Waiting for more papers',
      payment: 'Waiting for a payment',
      result_waiting: 'Result here, to be handed over',
      handed_over: 'Result handed over',
      refused: 'Not received',
      withdrawn: 'Withdrawn',
      stopped: 'Stopped',
    },
    waitingFor: {
      citizen: 'Waiting for the person',
      desk: 'Waiting for the desk',
      authority: 'Waiting for the authority',
      nobody: 'Nothing left to do',
    },
    events: {
      received: 'Request received',
      answers_changed: 'Answers changed, and the list of papers with them',
      vneid_blocked: 'Stopped at a step with VNeID',
      note: 'Note',
      filed: 'Filed with the authority',
      status_changed: 'Status changed',
      extended: 'The authority apologised and named a new date',
      handed_over: 'Result handed over',
      withdrawn: 'Withdrawn by the person',
      reopened: 'Opened again after a low rating',
      settled: 'Rating answered',
    },
    dayList: {
      reopened: 'Opened again after a low rating',
      overdue: 'Overdue',
      dueSoon: 'Due soon',
      awaitingCitizen: 'Waiting for papers or a payment',
      resultWaiting: 'Results to hand over',
      notFiled: 'Not filed for days',
      unrated: 'Not rated yet',
    },
    states: {
      open: 'Not finished',
      unfiled: 'Not filed',
      filed: 'Filed',
      awaiting_citizen: 'Waiting for the person',
      overdue: 'Overdue',
      result_waiting: 'Results to hand over',
      ended: 'Finished',
    },
    homes: {
      this_commune: 'This commune',
      neighbour: 'Neighbouring commune',
      same_province: 'Elsewhere in the province',
      other_province: 'Another province',
    },
    coming: {
      in_person: 'In person',
      by_relative: 'A relative came',
      remote: 'From afar',
      appointment: 'By appointment',
    },
    sexes: { female: 'Female', male: 'Male' },
    proofs: {
      none: 'No authorisation needed',
      written: 'A written authorisation, not certified',
      certified: 'A notarised or certified authorisation',
    },
    proxyPapers: {
      none: 'No authorisation needed',
      written: 'Authorisation in writing (need not be certified)',
      certified: 'Authorisation, notarised or certified',
    },
    channels: { online: 'Online', in_person: 'In person', post: 'By post' },
    portals: {
      national: 'National Public Service Portal',
      vneid: 'VNeID app',
      ministry: 'A ministry’s portal',
      province: 'The province’s portal',
      none: 'No portal',
    },
    filingHelps: {
      self_with_help: 'Filed at the desk with an officer beside',
      guided_only: 'Guided here, filed by the person later',
    },
    deliveries: {
      desk: 'Collected at the desk',
      authority: 'Collected at the authority',
      post: 'By post',
      electronic: 'Electronic copy',
    },
    itemStates: { missing: 'Missing', have: 'Here', not_needed: 'Not needed' },
    vneidSteps: {
      account_level_2: 'Has a level 2 e-ID account',
      app_installed: 'VNeID app installed',
      own_sim: 'SIM in their own name, OTP arrives',
      password: 'Remembers the password',
      passcode: 'Remembers the passcode',
      portal_login: 'Signed in to the portal',
    },
    vneidBlocks: {
      no_account: {
        name: 'No e-ID account',
        help: 'Get level 2 at the commune police, with the ID card and a SIM in one’s own name.',
      },
      level_1_only: {
        name: 'Level 1 only',
        help: 'Have it raised to level 2 at the commune police (procedure 3.000228).',
      },
      not_activated: {
        name: 'Account not activated',
        help: 'Activate it in the app with ID number and phone; the person types.',
      },
      child: {
        name: 'A child on the guardian’s SIM',
        help: 'Use the account of a parent or guardian, filing for the child.',
      },
      data_differs: {
        name: 'Name, birth date or home differ',
        help: 'Have the residence record corrected (1.010039) at the commune police.',
      },
      no_smartphone: {
        name: 'No smartphone',
        help: 'A relative files where the law allows, or file in person. Keep nobody’s password.',
      },
      phone_too_old: {
        name: 'Phone too old for the app',
        help: 'Use another phone of the person’s own, or file in person.',
      },
      app_outdated: {
        name: 'App not up to date',
        help: 'Update VNeID in the app store and open it again.',
      },
      new_phone: {
        name: 'New phone',
        help: 'Confirm on the old phone, read the card’s chip by NFC, or go to the police.',
      },
      no_nfc: {
        name: 'Phone cannot read the chip (NFC)',
        help: 'Read it with a relative’s phone here, or go to the commune police.',
      },
      sim_not_own: {
        name: 'SIM in another’s name',
        help: 'Text TTTB to 1414 to see; put it right with the operator and tell the police.',
      },
      otp_not_arriving: {
        name: 'OTP does not arrive',
        help: 'Check the signal and the number on file; change it at the commune police.',
      },
      password_forgotten: {
        name: 'Password forgotten',
        help: 'Use “Quên mật khẩu”: ID number, phone, OTP and face, typed by the person.',
      },
      account_locked: {
        name: 'Account locked',
        help: 'Wait until it is unlocked and reset the password, or go to the commune police.',
      },
      passcode_forgotten: {
        name: 'Passcode forgotten',
        help: 'Use “Quên passcode” and set it anew with an OTP; the person types.',
      },
      portal_down: {
        name: 'Portal down or overloaded',
        help: 'Keep the papers with this request, try again, and call when it is filed.',
      },
      network: {
        name: 'Bad connection',
        help: 'Use the desk’s Wi-Fi, or try again later.',
      },
    },
    savings: {
      legs: { file: 'Going to file', collect: 'Going to collect' },
      spared: (it: Trip) =>
        `${it.authority}: ${it.km} km there and back and about ${it.minutes} minutes spared.`,
      sparedNoDistance: (it: Trip) =>
        `${it.authority}: a trip of about ${it.minutes} minutes spared; the office has set no distance.`,
      why: {
        filed_online: 'filed online',
        filed_by_post: 'sent by post',
        result_at_desk: 'the result is collected in the commune',
        result_by_post: 'the result comes by post',
        result_electronic: 'the result is electronic',
        went_anyway: 'they still had to go',
        same_place: 'the authority is in the commune, not counted',
        not_yet: 'not come to this yet',
      },
    },
    refusals: {
      'requests.not_found': 'This request was not found. Open the list again.',
      'requests.person_not_found': 'This person was not found. Enter the name again.',
      'requests.client_key_malformed': 'The form is broken. Open it again and start over.',
      'requests.name_missing': 'Enter the full name, 120 letters at most.',
      'requests.birth_in_future': 'A birth date cannot be after today.',
      'requests.birth_too_early': 'The year of birth must be 1900 or later.',
      'requests.id_number_of_another':
        'This ID number belongs to somebody of another name. Check it, or choose that person.',
      'requests.commune_unknown': 'There is no such commune. Choose one from the suggestions.',
      'requests.home_missing':
        'Choose the commune where they live; if unknown, say whether here or elsewhere.',
      'requests.requester_missing': 'Enter the name of the person who came.',
      'requests.requester_is_subject': 'Both are the same person. Choose “for themself” instead.',
      'requests.proxy_not_allowed': (it: Named) =>
        `${it.nameEn}: the law does not let this person act for another. The one concerned must come or file online.`,
      'requests.date_in_future': 'This moment has not come yet. Enter when it happened.',
      'requests.date_before_programme':
        'This day is before the office began its programme. Check the day of receipt.',
      'requests.service_day_of_another_date': 'The service day chosen is not the day of receipt.',
      'requests.visit_of_another_day': 'That visit was on another day than this request.',
      'requests.text_too_long': 'More than 1,000 letters. Shorten it.',
      'requests.note_missing': 'Write the note.',
      'requests.reason_missing': 'Write the reason, or what must be done, in plain words.',
      'requests.paper_not_listed': 'This paper is not on the request’s list.',
      'requests.vneid_block_unknown': 'This reason does not belong to that step. Choose again.',
      'requests.has_ended': 'This request has ended and cannot be changed.',
      'requests.filed_already': 'It has been filed; this part cannot be changed any more.',
      'requests.not_filed': 'It has not been filed. Record the filing first.',
      'requests.external_code_malformed':
        'A dossier code has 6 to 40 letters, digits, dots, dashes and slashes. Copy it as the portal gave it.',
      'requests.external_code_taken': 'This dossier code is another request’s. Check the code.',
      'requests.filed_before_received': 'It cannot be filed before the day of receipt.',
      'requests.status_may_not_follow': (it: { from: number; to: number; possible: string }) =>
        `Status ${it.to} may not follow ${it.from}. Possible: ${it.possible.replaceAll(',', ', ')}.`,
      'requests.date_before_status': 'This moment is before the last change of status.',
      'requests.hand_over_says_to_whom': 'Say to whom the result was handed to finish.',
      'requests.no_due_date': 'No due date is known here, so no new one can be recorded.',
      'requests.track_not_found':
        'The code or the last four digits of the phone are not right. Look at the slip and try again.',
      'requests.track_wait': (it: { minutes: number }) =>
        `Too many wrong tries. Try again in ${it.minutes} minutes, or scan the code on the slip.`,
      'requests.nothing_to_rate_yet':
        'It has not been filed, so there is nothing to rate yet. Please come back later.',
      'requests.rated_already': 'This request has been rated already. Thank you.',
    },
  },
})
