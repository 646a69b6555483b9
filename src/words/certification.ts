import type { RefusalParams } from '#src/base/refusal.ts'
import { bilingual } from './bilingual.ts'

type Totals = {
  numbers: number
  copies: number
  feeVnd: number
  annulled: number
  unsigned: number
}

const vnd = (amount: number) => amount.toLocaleString('vi-VN')

export const certification = bilingual({
  vi: {
    media: { electronic: 'Bản điện tử', paper: 'Bản giấy' },
    states: {
      asked: 'Chờ đối chiếu',
      compared: 'Chờ duyệt',
      returned: 'Đã trả lại',
      approved: 'Đã có số, chờ ký',
      issued: 'Đã ký và đóng dấu',
      annulled: 'Đã hủy',
      revoked: 'Đã thu hồi',
    },
    deliveries: {
      citizen_store: 'Kho dữ liệu của người dân trên Cổng',
      email: 'Thư điện tử',
      file: 'Chép tệp',
      paper: 'Trao bản giấy',
    },
    payments: { cash: 'Tiền mặt', transfer: 'Chuyển khoản' },
    needAnswers: {
      needed: 'Cần bản sao chứng thực',
      not_needed: 'Không cần bản sao chứng thực',
      unknown: 'Chưa rõ: xem trang của cơ quan giải quyết rồi hãy làm',
    },
    needBecause: {
      on_vneid: 'Giấy này đã hiện trên VNeID nên không ai được đòi bản sao.',
      office_rule: 'Theo điều xã đã ghi trong phần cài đặt.',
      paper_certified_online: 'Nộp trên mạng thì giấy này phải là bản sao điện tử có chứng thực.',
      paper_only_shown: 'Giấy này chỉ xuất trình rồi cầm về.',
      procedure_requires: 'Nộp trên mạng thì giấy kèm theo phải là bản sao điện tử có chứng thực.',
      procedure_does_not_ask: 'Thủ tục này không đòi bản sao chứng thực.',
      not_said: 'Danh mục không ghi thủ tục này có cần bản sao chứng thực hay không.',
    },
    questions: {
      altered: 'Bản chính có bị tẩy xóa, sửa chữa, thêm bớt không?',
      damaged: 'Bản chính có hư hỏng, cũ nát đến mức không đọc được không?',
      secret: 'Bản chính có dấu mật, hoặc ghi rõ không được sao chụp không?',
      unlawful: 'Nội dung có trái pháp luật, trái đạo đức xã hội không?',
      foreign_not_consularised: 'Có phải giấy tờ nước ngoài chưa được hợp pháp hóa lãnh sự không?',
      private_unconfirmed:
        'Có phải giấy do cá nhân tự viết, không có xác nhận và đóng dấu của cơ quan không?',
    },
    questionHints: {
      altered: 'Kể cả chữ viết thêm, chỗ dán ảnh lại, chỗ bôi xóa.',
      damaged: 'Rách, mờ, mất góc có chữ.',
      secret: 'Mật, Tối mật, Tuyệt mật, hoặc “không sao chụp”.',
      unlawful: 'Kể cả giấy xuyên tạc, vu khống, kích động.',
      foreign_not_consularised:
        'Được miễn: hộ chiếu, thẻ căn cước, thẻ thường trú, thẻ cư trú, giấy phép lái xe, bằng tốt nghiệp, chứng chỉ và bảng điểm kèm theo.',
      private_unconfirmed: 'Như giấy vay nợ, đơn tự viết.',
    },
    answers: { yes: 'Có', no: 'Không', exempt: 'Có, nhưng thuộc loại được miễn' },
    exemptForeign: {
      passport: 'hộ chiếu',
      identity_card: 'thẻ căn cước',
      permanent_residence_card: 'thẻ thường trú',
      residence_card: 'thẻ cư trú',
      driving_licence: 'giấy phép lái xe',
      diploma: 'bằng tốt nghiệp',
      certificate_and_transcript: 'chứng chỉ và bảng điểm kèm theo',
    },
    sampleStatement:
      'Đây là lời chứng mẫu của phần mềm. Xã đối chiếu với mẫu lời chứng đang có hiệu lực rồi sửa lại cho đúng trước khi dùng.',
    statementVariables: {
      so: 'số chứng thực',
      quyen: 'quyển số',
      ngay: 'ngày bằng số',
      ngay_chu: 'ngày bằng chữ',
      don_vi: 'cơ quan chứng thực',
      noi: 'nơi chứng thực',
      ban_chinh: 'tên bản chính',
      so_trang: 'số trang bản chính',
      so_trang_chu: 'số trang bằng chữ',
      so_ban: 'số bản sao',
      so_ban_chu: 'số bản sao bằng chữ',
      chuc_danh: 'chức danh người ký',
      nguoi_ky: 'họ tên người ký',
    },
    bookColumns: {
      number: 'Số chứng thực',
      on: 'Ngày, tháng, năm',
      requester: 'Họ tên, số giấy tờ tùy thân của người yêu cầu',
      original: 'Tên bản chính',
      signer: 'Họ tên, chức danh người ký',
      copies: 'Số bản sao',
      fee: 'Lệ phí (đồng)',
      note: 'Ghi chú',
    },
    entryFields: {
      requester_name: 'họ tên người yêu cầu',
      requester_id: 'số giấy tờ tùy thân',
      original_name: 'tên bản chính',
      original_pages: 'số trang bản chính',
      copies: 'số bản sao',
      fee_vnd: 'lệ phí',
      note: 'ghi chú',
    },
    struck: {
      annulled: (it: { reason: string }) => `ĐÃ HỦY: ${it.reason}`,
      revoked: (it: { reason: string }) => `ĐÃ THU HỒI: ${it.reason}`,
    },
    correction: (it: { column: string; value: string; reason: string }) =>
      `sửa ${it.column} thành “${it.value}” (${it.reason})`,
    totals: 'Tổng cộng',
    totalsNote: (it: Totals) =>
      `${it.numbers} số, ${it.copies} bản sao, ${vnd(it.feeVnd)} đồng; hủy ${it.annulled}, chưa ký ${it.unsigned}`,
    refusals: {
      'certification.copy_not_found': 'Không tìm thấy bản sao này.',
      'certification.paper_of_another_request': 'Giấy này thuộc yêu cầu khác.',
      'certification.scan_missing': 'Giấy này chưa có ảnh chụp hoặc bản quét. Chụp trước đã.',
      'certification.request_ended': 'Yêu cầu này đã kết thúc, không nhận thêm bản sao.',
      'certification.not_needed':
        'Thủ tục này không cần bản sao chứng thực. Nói cho bà con biết; bà con vẫn muốn làm thì đánh dấu vào ô rồi ghi lại.',
      'certification.questions_unanswered': 'Trả lời đủ sáu câu về bản chính.',
      'certification.may_not_altered':
        'Không chứng thực được: bản chính bị tẩy xóa, sửa chữa, thêm bớt. Bà con xin cấp lại, hoặc xin bản sao từ sổ gốc ở nơi đã cấp giấy này.',
      'certification.may_not_damaged':
        'Không chứng thực được: bản chính hư hỏng, cũ nát, không đọc được. Bà con xin cấp lại, hoặc xin bản sao từ sổ gốc ở nơi đã cấp giấy này.',
      'certification.may_not_secret':
        'Không chứng thực được: bản chính có dấu mật hoặc ghi không được sao chụp. Bà con hỏi cơ quan đã cấp giấy này.',
      'certification.may_not_unlawful':
        'Không chứng thực được: nội dung trái pháp luật hoặc trái đạo đức xã hội.',
      'certification.may_not_foreign':
        'Không chứng thực được: giấy tờ nước ngoài chưa hợp pháp hóa lãnh sự. Bà con làm hợp pháp hóa lãnh sự trước rồi mang lại đây.',
      'certification.may_not_private':
        'Không chứng thực được: giấy cá nhân tự viết, chưa có xác nhận và đóng dấu của cơ quan. Bà con có thể hỏi chứng thực chữ ký thay cho chứng thực bản sao.',
      'certification.copies_impossible': 'Số bản sao phải từ 1 đến 200.',
      'certification.pages_impossible': 'Số trang của bản chính phải từ 1 đến 2.000.',
      'certification.name_missing': 'Ghi tên bản chính.',
      'certification.text_too_long': 'Dài quá 500 chữ. Rút ngắn lại.',
      'certification.asked_already': 'Giấy này đang có một bản sao chờ duyệt.',
      'certification.client_key_malformed': 'Biểu mẫu này bị hỏng. Tải lại trang rồi làm lại.',
      'certification.compared_already': 'Bản sao này đã đối chiếu rồi.',
      'certification.not_compared': 'Chưa có ai đối chiếu bản sao này với bản chính.',
      'certification.not_approved': 'Bản sao này chưa được duyệt.',
      'certification.approved_already': 'Bản sao này đã được duyệt và có số rồi.',
      'certification.returned_already': 'Bản sao này đã trả lại.',
      'certification.annulled_already': 'Bản sao này đã hủy.',
      'certification.revoked_already': 'Bản sao này đã thu hồi.',
      'certification.file_annulled': 'Bản sao này đã hủy, không trao tệp của nó cho ai nữa.',
      'certification.file_revoked': 'Bản sao này đã thu hồi, không trao tệp của nó cho ai nữa.',
      'certification.not_issued': 'Bản sao này chưa ký và đóng dấu xong.',
      'certification.delivered_already': 'Bản sao này đã giao. Có sai thì thu hồi.',
      'certification.reason_missing': 'Ghi lý do.',
      'certification.signer_not_now':
        'Hôm nay nằm ngoài thời hạn được ký chứng thực ghi trong phần ký số.',
      'certification.signing_not_ready':
        'Chưa ký được: khóa của người ký hoặc con dấu của cơ quan chưa sẵn sàng. Chưa cấp số nào.',
      'certification.book_closed': (it: RefusalParams) =>
        `Sổ năm ${it.year} đã khóa, không cấp thêm số.`,
      'certification.book_not_found': 'Năm ấy chưa có sổ nào.',
      'certification.book_too_early': (it: RefusalParams) =>
        `Sổ năm ${it.year} chỉ khóa từ ngày 31/12/${it.year}.`,
      'certification.book_closed_already': 'Sổ này đã khóa rồi.',
      'certification.entry_not_found': 'Trong sổ không có số này.',
      'certification.value_impossible': 'Giá trị này không ghi vào cột ấy được.',
      'certification.fee_not_paid': (it: RefusalParams) => `Chưa thu lệ phí ${it.vnd} đồng.`,
      'certification.fee_differs': (it: RefusalParams) =>
        `Lệ phí là ${it.vnd} đồng, số tiền đã ghi không khớp.`,
      'certification.recipient_missing': 'Ghi giao cho ai hoặc gửi đến đâu.',
      'certification.elsewhere_already': 'Tệp này đã ghi vào yêu cầu rồi.',
      'certification.elsewhere_is_over': (it: RefusalParams) =>
        `Đây là bản sao số ${it.number}, quyển ${it.book} của đơn vị ta, đã thu hồi hoặc hủy. Không nhận lại.`,
      'certification.elsewhere_not_signed':
        'Tệp này không có chữ ký số nào. Gửi đúng tệp đã tải về, không phải bản in rồi quét lại.',
      'certification.elsewhere_unreadable': (it: RefusalParams) =>
        it.trouble === 'not_pdf'
          ? 'Tệp này không phải PDF. Gửi đúng tệp PDF đã tải về, không phải ảnh chụp.'
          : it.trouble === 'encrypted'
            ? 'PDF này bị khóa bằng mật khẩu. Gửi đúng tệp đã tải về, chưa khóa.'
            : 'PDF này hỏng hoặc quá nặng. Tải lại từ nơi đã cấp rồi gửi.',
      'certification.elsewhere_changed':
        'Chữ ký trong tệp không đứng vững, hoặc tệp đã bị sửa sau khi ký. Xem chi tiết ở trang kiểm tra bản sao.',
      'certification.elsewhere_not_found': 'Không tìm thấy bản sao này.',
      'certification.source_missing': 'Ghi rõ theo văn bản hoặc trang nào.',
      'certification.tariff_impossible': 'Số này không thể có trong biểu phí.',
      'certification.tariff_day_taken': 'Ngày này đã có một biểu phí.',
      'certification.template_empty': 'Lời chứng không được để trống.',
      'certification.template_variable_unknown': (it: RefusalParams) =>
        `Không có ô nào tên là ${it.name}.`,
      'certification.template_variable_missing': (it: RefusalParams) =>
        `Lời chứng phải có ${it.name}, không thì chẳng ai tra lại được.`,
      'certification.changed_meanwhile': 'Có người vừa sửa. Tải lại trang để xem bản mới.',
      'certification.symbol_malformed':
        'Ký hiệu sổ không có dấu cách, đến 20 chữ, và hai sổ khác nhau.',
    },
  },
  en: {
    media: { electronic: 'Electronic', paper: 'On paper' },
    states: {
      asked: 'To be compared',
      compared: 'To be approved',
      returned: 'Returned',
      approved: 'Numbered, to be signed',
      issued: 'Signed and sealed',
      annulled: 'Annulled',
      revoked: 'Revoked',
    },
    deliveries: {
      citizen_store: 'The person’s store on the portal',
      email: 'E-mail',
      file: 'As a file',
      paper: 'On paper',
    },
    payments: { cash: 'Cash', transfer: 'Transfer' },
    needAnswers: {
      needed: 'A certified copy is needed',
      not_needed: 'No certified copy is needed',
      unknown: 'Not known: look at the authority’s own page first',
    },
    needBecause: {
      on_vneid: 'VNeID shows this paper, so nobody may ask for a copy.',
      office_rule: 'As the office has entered in its settings.',
      paper_certified_online: 'Filed online, this paper must be an electronically certified copy.',
      paper_only_shown: 'This paper is only shown and taken home again.',
      procedure_requires: 'Filed online, attached papers must be electronically certified copies.',
      procedure_does_not_ask: 'This procedure asks for no certified copy.',
      not_said: 'The catalogue does not say whether a certified copy is needed.',
    },
    questions: {
      altered: 'Has the original been erased, corrected or added to?',
      damaged: 'Is the original so damaged or worn that it cannot be read?',
      secret: 'Does the original bear a secrecy stamp, or say that it must not be copied?',
      unlawful: 'Is its content against the law or public morals?',
      foreign_not_consularised: 'Is it a foreign paper without consular legalisation?',
      private_unconfirmed:
        'Was it written by an individual, without the confirmation and seal of an authority?',
    },
    questionHints: {
      altered: 'Also what was written in, a picture glued on, words blacked out.',
      damaged: 'Torn, faded, a corner with writing missing.',
      secret: 'Any grade of secrecy, or “not to be copied”.',
      unlawful: 'Also slander and incitement.',
      foreign_not_consularised:
        'Exempt: passport, identity card, permanent residence card, residence card, driving licence, diploma, certificate and its transcript.',
      private_unconfirmed: 'Such as a note of debt or a letter of one’s own.',
    },
    answers: { yes: 'Yes', no: 'No', exempt: 'Yes, but of an exempt kind' },
    exemptForeign: {
      passport: 'passport',
      identity_card: 'identity card',
      permanent_residence_card: 'permanent residence card',
      residence_card: 'residence card',
      driving_licence: 'driving licence',
      diploma: 'diploma',
      certificate_and_transcript: 'certificate and its transcript',
    },
    sampleStatement:
      'This statement is a sample of the program. The office compares it with the form in force and words it anew before use.',
    statementVariables: {
      so: 'number',
      quyen: 'book',
      ngay: 'day in figures',
      ngay_chu: 'day in words',
      don_vi: 'the office',
      noi: 'place',
      ban_chinh: 'name of the original',
      so_trang: 'pages of the original',
      so_trang_chu: 'pages in words',
      so_ban: 'copies',
      so_ban_chu: 'copies in words',
      chuc_danh: 'title of the signer',
      nguoi_ky: 'name of the signer',
    },
    bookColumns: {
      number: 'Number',
      on: 'Day',
      requester: 'Name and identity number of who asked',
      original: 'Original',
      signer: 'Name and title of the signer',
      copies: 'Copies',
      fee: 'Fee (đồng)',
      note: 'Note',
    },
    entryFields: {
      requester_name: 'name of who asked',
      requester_id: 'identity number',
      original_name: 'name of the original',
      original_pages: 'pages of the original',
      copies: 'copies',
      fee_vnd: 'fee',
      note: 'note',
    },
    struck: {
      annulled: (it) => `ANNULLED: ${it.reason}`,
      revoked: (it) => `REVOKED: ${it.reason}`,
    },
    correction: (it) => `${it.column} corrected to “${it.value}” (${it.reason})`,
    totals: 'Total',
    totalsNote: (it) =>
      `${it.numbers} numbers, ${it.copies} copies, ${vnd(it.feeVnd)} đồng; annulled ${it.annulled}, unsigned ${it.unsigned}`,
    refusals: {
      'certification.copy_not_found': 'This copy is not here.',
      'certification.paper_of_another_request': 'This paper belongs to another request.',
      'certification.scan_missing': 'This paper has no picture or scan yet. Take one first.',
      'certification.request_ended': 'This request has ended; it takes no more copies.',
      'certification.not_needed':
        'This procedure needs no certified copy. Tell the person; if they want one all the same, tick the box.',
      'certification.questions_unanswered': 'Answer all six questions about the original.',
      'certification.may_not_altered':
        'Not to be certified: the original was erased, corrected or added to. Ask who issued it for a new one, or for a copy from the register.',
      'certification.may_not_damaged':
        'Not to be certified: the original is damaged beyond reading. Ask who issued it for a new one, or for a copy from the register.',
      'certification.may_not_secret':
        'Not to be certified: the original is secret or says that it must not be copied. Ask who issued it.',
      'certification.may_not_unlawful':
        'Not to be certified: its content is against the law or public morals.',
      'certification.may_not_foreign':
        'Not to be certified: a foreign paper without consular legalisation. Have it legalised first, then bring it again.',
      'certification.may_not_private':
        'Not to be certified: written by an individual, without an authority’s confirmation and seal. What may be certified there is the signature.',
      'certification.copies_impossible': 'From 1 to 200 copies.',
      'certification.pages_impossible': 'An original has from 1 to 2,000 pages.',
      'certification.name_missing': 'Name the original.',
      'certification.text_too_long': 'Longer than 500 letters. Shorten it.',
      'certification.asked_already': 'A copy of this paper is waiting already.',
      'certification.client_key_malformed': 'This form is broken. Load the page again.',
      'certification.compared_already': 'This copy has been compared already.',
      'certification.not_compared': 'Nobody has compared this copy with its original yet.',
      'certification.not_approved': 'This copy has not been approved.',
      'certification.approved_already': 'This copy is approved and has its number.',
      'certification.returned_already': 'This copy was returned.',
      'certification.annulled_already': 'This copy was annulled.',
      'certification.revoked_already': 'This copy was revoked.',
      'certification.file_annulled': 'This copy was annulled; its file is not given out any more.',
      'certification.file_revoked': 'This copy was revoked; its file is not given out any more.',
      'certification.not_issued': 'This copy is not signed and sealed yet.',
      'certification.delivered_already':
        'This copy was handed over. If something is wrong, revoke it.',
      'certification.reason_missing': 'Say why.',
      'certification.signer_not_now':
        'Today lies outside the time in which this person may certify, as entered with the key.',
      'certification.signing_not_ready':
        'Cannot be signed now: the signer’s key or the seal is not ready. No number was given.',
      'certification.book_closed': (it) => `The book of ${it.year} is closed and gives no number.`,
      'certification.book_not_found': 'There is no book of that year.',
      'certification.book_too_early': (it) =>
        `The book of ${it.year} is closed from 31 December ${it.year} on.`,
      'certification.book_closed_already': 'This book is closed already.',
      'certification.entry_not_found': 'This number is not in the book.',
      'certification.value_impossible': 'This cannot stand in that column.',
      'certification.fee_not_paid': (it) => `The fee of ${it.vnd} đồng has not been taken.`,
      'certification.fee_differs': (it) => `The fee is ${it.vnd} đồng, not what was entered.`,
      'certification.recipient_missing': 'Say to whom it goes.',
      'certification.elsewhere_already': 'This file is in the request already.',
      'certification.elsewhere_is_over': (it: RefusalParams) =>
        `This is copy no. ${it.number} of our own book ${it.book}, revoked or annulled since. It is not taken in.`,
      'certification.elsewhere_not_signed':
        'Nobody has signed this file. Send the very file that was downloaded, not a scan of a print.',
      'certification.elsewhere_unreadable': (it: RefusalParams) =>
        it.trouble === 'not_pdf'
          ? 'This is no PDF. Send the very PDF that was downloaded, not a photograph.'
          : it.trouble === 'encrypted'
            ? 'This PDF is locked with a password. Send the very file that was downloaded.'
            : 'This PDF is broken or too heavy. Download it again where it was issued.',
      'certification.elsewhere_changed':
        'Its signatures do not hold, or it was changed after signing. The checking page says more.',
      'certification.elsewhere_not_found': 'This copy is not here.',
      'certification.source_missing': 'Say by which paper or page.',
      'certification.tariff_impossible': 'This cannot stand in a tariff.',
      'certification.tariff_day_taken': 'There is a tariff of this day already.',
      'certification.template_empty': 'The statement must not be empty.',
      'certification.template_variable_unknown': (it) => `There is no field named ${it.name}.`,
      'certification.template_variable_missing': (it) =>
        `The statement must name ${it.name}, or nobody finds the copy again.`,
      'certification.changed_meanwhile': 'Somebody has just changed it. Load the page again.',
      'certification.symbol_malformed':
        'A symbol has no space, up to 20 letters, and differs for the two books.',
    },
  },
})
