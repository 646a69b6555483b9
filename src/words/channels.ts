import { bilingual } from './bilingual.ts'

/** Bulletins on their way to every channel: pictures, texts of channels, accounts, sending, subscribing. */
export const channels = bilingual({
  vi: {
    done: {
      chu: 'Đã ghi chữ cho kênh này.',
      chuyen: 'Đã ghi. Bản tin của ngày tới sẽ kể chuyện này.',
    },
    pictures: {
      title: 'Hình ảnh',
      says: 'Hình tả:',
      add: 'Thêm hình',
      file: 'Tệp hình',
      fileHint:
        'JPEG, PNG hoặc WebP, nhiều nhất 15 MB. Máy thu nhỏ và bỏ thông tin máy ảnh ghi kèm (nơi chụp, giờ chụp).',
      fileMissing: 'Chọn một tệp hình.',
      altVi: 'Trong hình có gì?',
      altHint:
        'Một câu cho bà con không nhìn được. Ví dụ: Cán bộ hướng dẫn một bác tại hội trường.',
      altEn: 'Câu tả bằng tiếng Anh',
      send: 'Thêm hình này',
      remove: 'Bỏ hình',
    },
    texts: {
      door: 'Chữ cho từng kênh',
      title: (it: { title: string }) => `Chữ cho từng kênh: ${it.title}`,
      lead: 'Máy làm sẵn chữ cho mỗi kênh. Kênh nào dài quá thì xem chỗ bị cắt và dùng bản ngắn hơn, hoặc viết lại. Lãnh đạo duyệt cả chữ này.',
      fixed:
        'Bản này không còn là bản nháp nên không sửa chữ từng kênh được nữa. Cần đổi thì sửa nội dung thành bản mới.',
      tooLong: (it: { count: number; limit: number }) => `${it.count} chữ, kênh nhận ${it.limit}`,
      fits: (it: { count: number; limit: number }) => `${it.count} / ${it.limit} chữ`,
      count: (it: { count: number }) => `${it.count} chữ`,
      own: 'Chữ viết riêng',
      cut: 'Phần gạch bỏ là phần bị cắt. Không viết lại thì máy gửi bản ngắn hơn, trọn câu.',
      choose: 'Viết riêng cho kênh này',
      text: (it: { channel: string }) => `Chữ cho ${it.channel}`,
      hint: 'Đường dẫn máy tự thêm ở cuối. Để trống là dùng lại chữ máy làm.',
      hintLimit: (it: { limit: number }) =>
        `Nhiều nhất ${it.limit} chữ; đường dẫn máy tự thêm ở cuối. Để trống là dùng lại chữ máy làm.`,
      keep: 'Ghi chữ này',
    },
    story: {
      door: 'Kể chuyện làm được',
      title: 'Chuyện vừa làm được',
      lead: 'Một chuyện thật làm bà con tin hơn mười lời mời. Kể một, hai câu, không nêu tên ai, thôn nào; bản tin của ngày tới sẽ kể, thay cho con số buổi trước.',
      waits: 'Đang chờ bản tin tới',
      textVi: 'Chuyện gì?',
      hint: 'Ví dụ: Một bác ở xa về làm giấy khai sinh cho cháu, sáng nộp, trưa nhận, không phải lên tỉnh.',
      textEn: 'Bằng tiếng Anh',
      save: 'Ghi chuyện này',
    },
    sending: {
      byHouse: 'Máy gửi',
    },
  },
  en: {
    done: {
      chu: 'The words for this channel are kept.',
      chuyen: 'Kept. The bulletin of the coming day will tell it.',
    },
    pictures: {
      title: 'Pictures',
      says: 'Said in words:',
      add: 'Add a picture',
      file: 'Picture',
      fileHint:
        'JPEG, PNG or WebP, up to 15 MB. It is made smaller, and what the camera wrote into it (place, time) is removed.',
      fileMissing: 'Choose a picture.',
      altVi: 'What does it show, in Vietnamese?',
      altHint: 'A sentence for who cannot see it.',
      altEn: 'The same in English',
      send: 'Add this picture',
      remove: 'Remove the picture',
    },
    texts: {
      door: 'Texts of the channels',
      title: (it) => `Texts of the channels: ${it.title}`,
      lead: 'The house words it for each channel. Where it is too long, see where it would be cut and take the shorter one, or write your own. The chairman approves these words too.',
      fixed:
        'This version is no draft any more, so its texts stand. Change the text to make a new version.',
      tooLong: (it) => `${it.count} letters, the channel takes ${it.limit}`,
      fits: (it) => `${it.count} / ${it.limit} letters`,
      count: (it) => `${it.count} letters`,
      own: 'Own words',
      cut: 'What is struck out would be cut. If you write nothing, the shorter one in whole sentences is sent.',
      choose: 'Own words for this channel',
      text: (it) => `Words for ${it.channel}`,
      hint: 'The house puts the link below. Left empty, its own words are taken again.',
      hintLimit: (it) =>
        `At most ${it.limit} letters; the house puts the link below. Left empty, its own words are taken again.`,
      keep: 'Keep these words',
    },
    story: {
      door: 'Tell a story',
      title: 'What went well',
      lead: 'A true story persuades better than ten invitations. One or two sentences, nobody named and no hamlet; the bulletin of the coming day tells it in place of last time’s numbers.',
      waits: 'Waits for the next bulletin',
      textVi: 'What happened, in Vietnamese?',
      hint: 'For example: somebody came from far away for a birth certificate, applied in the morning and had it at noon.',
      textEn: 'In English',
      save: 'Keep this story',
    },
    sending: {
      byHouse: 'Sent by the house',
    },
  },
})
