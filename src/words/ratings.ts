import { bilingual } from './bilingual.ts'

export const ratings = bilingual({
  vi: {
    questions: {
      guidance: 'Cán bộ hướng dẫn có rõ ràng không?',
      speed: 'Thời gian giải quyết có nhanh không?',
      attitude: 'Thái độ của cán bộ thế nào?',
      returns: 'Bà con phải quay lại mấy lần?',
      filedOnline: 'Việc này có nộp trực tuyến được không?',
    },
    stars: {
      1: 'Rất không hài lòng',
      2: 'Không hài lòng',
      3: 'Bình thường',
      4: 'Hài lòng',
      5: 'Rất hài lòng',
    },
    returns: { 0: 'Không lần nào', 1: '1 lần', 2: '2 lần', 3: 'Từ 3 lần' },
    filedOnline: { yes: 'Có', no: 'Không' },
    sentence: 'Bà con muốn nói thêm điều gì?',
    anonymous: 'Không hiện tên tôi cùng lời đánh giá này',
    anonymousHint:
      'Nếu bà con chưa hài lòng, việc của bà con vẫn được mở lại để xem, và lời này tới chủ tịch xã.',
    refusals: {
      'ratings.stars_missing': 'Chọn từ 1 đến 5 sao.',
      'ratings.returns_missing': 'Chọn số lần phải quay lại.',
      'ratings.sentence_too_long': 'Viết dài quá 1.000 chữ. Rút ngắn lại.',
      'ratings.not_found': 'Không tìm thấy đánh giá này. Mở lại danh sách.',
      'ratings.answered_already': 'Đánh giá này đã được trả lời rồi.',
      'ratings.answer_missing': 'Viết đã làm gì để sửa, hoặc lời trả lời bà con.',
    },
  },
  en: {
    questions: {
      guidance: 'Were you told clearly what to do?',
      speed: 'Was it done quickly?',
      attitude: 'How were you treated?',
      returns: 'How many times did you have to come back?',
      filedOnline: 'Could it be filed online?',
    },
    stars: {
      1: 'Very unhappy',
      2: 'Unhappy',
      3: 'Neither',
      4: 'Happy',
      5: 'Very happy',
    },
    returns: { 0: 'Not once', 1: 'Once', 2: 'Twice', 3: 'Three times or more' },
    filedOnline: { yes: 'Yes', no: 'No' },
    sentence: 'Is there anything you would like to add?',
    anonymous: 'Do not show my name with this rating',
    anonymousHint:
      'If you were unhappy, your request is opened again all the same, and the chairman reads this.',
    refusals: {
      'ratings.stars_missing': 'Choose from one to five stars.',
      'ratings.returns_missing': 'Choose how many times you had to come back.',
      'ratings.sentence_too_long': 'More than 1,000 letters. Shorten it.',
      'ratings.not_found': 'This rating was not found. Open the list again.',
      'ratings.answered_already': 'This rating has been answered already.',
      'ratings.answer_missing': 'Write what was done about it, or your answer to the person.',
    },
  },
})
