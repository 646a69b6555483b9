import { bilingual } from './bilingual.ts'

export const places = bilingual({
  vi: {
    /** Said of a commune that was found by a former name. */
    formerly: (name: string) => `trước đây là ${name}`,
    formerlyDivided: (name: string) =>
      `một phần của ${name} trước đây; nơi này đã chia về nhiều xã, phường, nên hỏi thêm thôn, tổ`,
    notFound: 'Chưa tìm thấy xã, phường nào. Thử gõ tên cũ hoặc thêm tên huyện, tỉnh.',
    sexes: { male: 'nam', female: 'nữ' },
    idWarnings: {
      birth_year_differs: (it: { inNumber: number; declared: number }) =>
        `Số định danh cho biết năm sinh ${it.inNumber}, nhưng đã khai ${it.declared}. Xin xem lại giấy tờ.`,
      sex_differs: (it: { inNumber: 'male' | 'female' }) =>
        `Số định danh là của ${it.inNumber === 'male' ? 'nam' : 'nữ'}, khác với giới tính đã khai. Xin xem lại giấy tờ.`,
      place_unknown: (it: { placeCode: string }) =>
        `Không có tỉnh, thành phố nào mang mã ${it.placeCode} ở đầu số định danh. Xin xem lại từng số.`,
      born_in_future: (it: { inNumber: number }) =>
        `Số định danh cho biết năm sinh ${it.inNumber}, là năm chưa tới. Xin xem lại số thứ tư.`,
    },
    refusals: {
      'places.commune_unknown': (it: { code: string }) =>
        `Không có xã, phường nào mang mã ${it.code} vào ngày này. Xin tìm lại theo tên.`,
      'places.id_number_wrong': (it: { digits: number }) =>
        `Số định danh gồm 12 chữ số; số vừa nhập có ${it.digits}. Xin nhập lại theo thẻ căn cước.`,
      'places.id_number_is_old':
        'Đây là số chứng minh nhân dân cũ gồm 9 chữ số. Xin nhập số định danh 12 chữ số; nếu chưa có thẻ, xem trong VNeID hoặc hỏi công an xã.',
      'places.phone_wrong':
        'Số điện thoại chưa đúng. Xin nhập số di động 10 chữ số bắt đầu bằng 03, 05, 07, 08, 09, hoặc số cố định bắt đầu bằng 02.',
      'places.id_card_not_read':
        'Chưa đọc được mã QR này. Xin quét lại mã trên thẻ căn cước, hoặc nhập bằng tay.',
    },
  },
  en: {
    formerly: (name) => `formerly ${name}`,
    formerlyDivided: (name) =>
      `part of the former ${name}; it was divided among several communes, so ask for the hamlet too`,
    notFound: 'No commune found yet. Try its former name, or add the district or province.',
    sexes: { male: 'male', female: 'female' },
    idWarnings: {
      birth_year_differs: (it) =>
        `The number tells the year of birth ${it.inNumber}, but ${it.declared} was declared. Please look at the papers again.`,
      sex_differs: (it) =>
        `The number belongs to a ${it.inNumber === 'male' ? 'man' : 'woman'}, unlike what was declared. Please look at the papers again.`,
      place_unknown: (it) =>
        `No province has the code ${it.placeCode} that the number begins with. Please check each digit.`,
      born_in_future: (it) =>
        `The number tells the year of birth ${it.inNumber}, which is yet to come. Please check the fourth digit.`,
    },
    refusals: {
      'places.commune_unknown': (it) =>
        `No commune bears the code ${it.code} on this day. Please look it up by name.`,
      'places.id_number_wrong': (it) =>
        `A personal identification number has 12 digits; this one has ${it.digits}. Please enter it as on the card.`,
      'places.id_number_is_old':
        'This is an old identity card number of 9 digits. Please enter the 12-digit number; without a card, look in VNeID or ask the commune police.',
      'places.phone_wrong':
        'This phone number is not right. Please enter a 10-digit mobile number beginning with 03, 05, 07, 08 or 09, or a landline beginning with 02.',
      'places.id_card_not_read':
        'This QR code could not be read. Please scan the one on the identity card again, or type it in.',
    },
  },
})
