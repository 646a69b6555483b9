import { bilingual } from './bilingual.ts'

export const offices = bilingual({
  vi: {
    seats: {
      commune_police: 'Công an xã',
      district: 'Trung tâm huyện',
      province: 'Trung tâm tỉnh',
      capital: 'Hà Nội',
    },
    venueKinds: {
      hall: 'Bộ phận Một cửa',
      hamlet_house: 'Nhà văn hóa thôn',
      factory: 'Nhà máy',
      other: 'Nơi khác',
    },
    refusals: {
      'offices.not_found': 'Không có Bộ phận Một cửa ở địa chỉ này. Kiểm tra lại đường dẫn.',
      'offices.slug_taken': 'Địa chỉ này đã có nơi khác dùng. Chọn địa chỉ khác.',
      'offices.slug_malformed':
        'Địa chỉ chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ: vu-ban.',
      'offices.name_missing': 'Nhập tên, cả tiếng Việt và tiếng Anh.',
      'offices.phone_malformed': 'Nhập số điện thoại từ 8 đến 15 chữ số, ví dụ: 0228 3820 123.',
      'offices.prefix_malformed': 'Chữ đầu của mã gồm 2 đến 4 chữ in hoa không dấu, ví dụ: TC.',
      'offices.road_speed_impossible': 'Nhập tốc độ đi đường từ 5 đến 120 km/giờ.',
      'offices.visit_minutes_impossible': 'Nhập thời gian một lần làm việc từ 0 đến 480 phút.',
      'offices.commune_unknown': 'Không có xã này trong danh mục. Chọn xã trong danh sách.',
      'offices.venue_not_found': 'Không tìm thấy địa điểm này. Mở lại danh sách địa điểm.',
      'offices.venue_name_missing': 'Nhập tên địa điểm.',
      'offices.venue_name_taken': 'Đã có địa điểm mang tên này. Đặt tên khác cho dễ phân biệt.',
      'offices.hamlet_not_found': 'Không tìm thấy thôn này. Mở lại danh sách thôn.',
      'offices.hamlet_name_missing': 'Nhập tên thôn.',
      'offices.hamlet_name_taken': 'Đã có thôn mang tên này.',
      'offices.households_impossible': 'Nhập số hộ từ 0 đến 20.000.',
      'offices.counter_number_impossible': 'Nhập số quầy từ 1 đến 99, đúng như biển trên quầy.',
      'offices.distance_impossible': 'Nhập khoảng cách từ 0 đến 3.000 km.',
    },
  },
  en: {
    seats: {
      commune_police: 'Commune police',
      district: 'District centre',
      province: 'Province centre',
      capital: 'Hà Nội',
    },
    venueKinds: {
      hall: 'One-stop desk',
      hamlet_house: 'Hamlet culture house',
      factory: 'Factory',
      other: 'Another place',
    },
    refusals: {
      'offices.not_found': 'There is no one-stop desk at this address. Check the link.',
      'offices.slug_taken': 'Another desk uses this address. Choose another one.',
      'offices.slug_malformed':
        'The address may hold small letters without marks, digits and hyphens only, such as vu-ban.',
      'offices.name_missing': 'Enter the name, in Vietnamese and in English.',
      'offices.phone_malformed': 'Enter a phone number of 8 to 15 digits, such as 0228 3820 123.',
      'offices.prefix_malformed':
        'The code begins with 2 to 4 capital letters without marks, such as TC.',
      'offices.road_speed_impossible': 'Enter a road speed from 5 to 120 km/h.',
      'offices.visit_minutes_impossible': 'Enter 0 to 480 minutes for one visit.',
      'offices.commune_unknown':
        'This commune is not in the list of communes. Choose one from the list.',
      'offices.venue_not_found': 'This venue was not found. Open the list of venues again.',
      'offices.venue_name_missing': 'Enter the name of the venue.',
      'offices.venue_name_taken':
        'A venue has this name already. Choose one that tells them apart.',
      'offices.hamlet_not_found': 'This hamlet was not found. Open the list of hamlets again.',
      'offices.hamlet_name_missing': 'Enter the name of the hamlet.',
      'offices.hamlet_name_taken': 'A hamlet has this name already.',
      'offices.households_impossible': 'Enter 0 to 20,000 households.',
      'offices.counter_number_impossible':
        'Enter the number of the counter, 1 to 99, as on the sign above it.',
      'offices.distance_impossible': 'Enter a distance from 0 to 3,000 km.',
    },
  },
})
