import { bilingual } from './bilingual.ts'

/** What the outreach module says: states, channels, and every way it refuses. */
export const outreach = bilingual({
  vi: {
    states: {
      draft: 'Bản nháp',
      waiting: 'Chờ duyệt',
      approved: 'Đã duyệt',
      returned: 'Trả lại',
    },
    kinds: {
      weekly: 'Báo ngày tới',
      moved: 'Báo dời ngày',
      changed: 'Báo đổi nơi, đổi giờ',
      cancelled: 'Báo nghỉ',
      own: 'Tin khác',
    },
    /** What an example of a template says where the next day has nothing to say. */
    samples: {
      cau_chuyen: 'Buổi trước, một bác ở xa về nhận giấy ngay trong buổi sáng.',
      noi_cu: 'Nhà văn hóa thôn',
      gio_cu: 'từ 8 giờ đến 11 giờ',
      ly_do: 'mất điện cả xã',
    },
    priorities: { normal: 'Thông thường', priority: 'Ưu tiên', urgent: 'Khẩn cấp' },
    channels: {
      website: 'Cổng thông tin của xã',
      facebook: 'Facebook',
      zalo: 'Zalo OA',
      sms: 'Tin nhắn SMS',
      email: 'Thư điện tử',
      hamlet_heads: 'Trưởng thôn',
      poster: 'Bảng tin, tờ dán',
    },
    voices: { north: 'Giọng Bắc', central: 'Giọng Trung', south: 'Giọng Nam' },
    story: (it: { people: number; trips: number }) =>
      it.trips > 0
        ? `Buổi trước, ${it.people} bà con làm được việc ngay tại xã, đỡ ${it.trips} chuyến đi xa.`
        : `Buổi trước, ${it.people} bà con làm được việc ngay tại xã.`,
    refusals: {
      'outreach.bulletin_not_found': 'Không tìm thấy bản tin này. Mở lại danh sách bản tin.',
      'outreach.words_missing': 'Bản tin cần có tiêu đề và nội dung.',
      'outreach.english_half': 'Phần tiếng Anh cần cả tiêu đề và nội dung, hoặc để trống cả hai.',
      'outreach.air_backwards': 'Ngày phát cuối phải từ ngày phát đầu trở đi.',
      'outreach.air_too_long': 'Phát nhiều nhất trong 31 ngày. Chọn ngày cuối gần hơn.',
      'outreach.repeats_impossible': 'Mỗi lượt đọc từ 1 đến 5 lần.',
      'outreach.times_too_many': 'Mỗi ngày phát nhiều nhất 6 lượt.',
      'outreach.time_malformed': (it: { typed: string }) =>
        `“${it.typed}” không phải giờ. Nhập như 05:30, cách nhau bằng dấu phẩy.`,
      'outreach.speed_impossible': 'Tốc độ đọc từ 80 đến 220 tiếng một phút.',
      'outreach.phone_malformed': 'Nhập số điện thoại chỉ gồm chữ số, cách nhau bằng dấu phẩy.',
      'outreach.has_id_number': (it: { found: string }) =>
        `Có số giống số định danh của một người: ${it.found}. Bỏ số này rồi ghi lại.`,
      'outreach.has_phone': (it: { found: string }) =>
        `Có số điện thoại không phải của đơn vị: ${it.found}. Bỏ số này; nếu là số của cơ quan, thêm vào “Số điện thoại được nêu” trong phần cài đặt.`,
      'outreach.has_name_with_hamlet': (it: { found: string }) =>
        `Có cả họ tên và thôn của một người: ${it.found}. Viết lại để không ai bị nhận ra, như “một bác trong xã”.`,
      'outreach.changed_meanwhile':
        'Bản tin vừa được người khác sửa. Mở lại trang để xem bản mới nhất.',
      'outreach.is_withdrawn': 'Bản tin này đã rút lại.',
      'outreach.is_draft': 'Bản này còn là bản nháp, chưa gửi duyệt.',
      'outreach.is_waiting': 'Bản này đang chờ duyệt.',
      'outreach.is_approved': 'Bản này đã được duyệt.',
      'outreach.is_returned': 'Bản này đã bị trả lại. Sửa lại rồi gửi duyệt bản mới.',
      'outreach.own_words': 'Người viết không tự duyệt bản của mình.',
      'outreach.not_approved': 'Bản tin chưa được duyệt nên chưa đưa ra ngoài được.',
      'outreach.reason_missing': 'Ghi lý do.',
      'outreach.reason_too_long': 'Lý do dài quá 300 chữ. Viết ngắn lại.',
      'outreach.proof_missing': 'Dán đường dẫn bài đã đăng, hoặc ghi đã đăng ở đâu, cho ai.',
      'outreach.link_malformed': 'Đường dẫn bắt đầu bằng http:// hoặc https://.',
      'outreach.aired_in_future': 'Giờ phát chưa tới. Chỉ ghi lượt đã qua.',
      'outreach.hamlet_unknown': 'Có thôn không thuộc đơn vị. Chọn lại trong danh sách.',
      'outreach.not_sound': 'Chọn tệp âm thanh MP3 hoặc WAV.',
      'outreach.recording_too_large': 'Tệp lớn quá 12 MB. Ghi ngắn lại, hoặc lưu dạng MP3.',
      'outreach.variable_unknown': (it: { name: string }) =>
        `Không có ô {${it.name}}. Dùng các ô ghi ở dưới.`,
      'outreach.abbreviation_malformed': 'Chữ tắt là một từ liền, nhiều nhất 20 chữ.',
      'outreach.abbreviation_has_digits': 'Cách đọc viết bằng chữ, không có chữ số.',
      'outreach.abbreviation_says_itself': 'Cách đọc không được chứa chính chữ tắt đó.',
      'outreach.alt_missing':
        'Ghi trong hình có gì, một câu ngắn: bà con không nhìn được thì nghe câu này.',
      'outreach.alt_too_long': 'Lời tả hình dài quá 300 chữ. Viết một câu ngắn.',
      'outreach.picture_too_large': 'Hình nặng quá 15 MB. Chọn hình khác.',
      'outreach.picture_not_picture': 'Chọn hình JPEG, PNG hoặc WebP.',
      'outreach.picture_too_many_points': 'Hình lớn quá. Chụp lại nhỏ hơn, hoặc cắt bớt.',
      'outreach.picture_broken': 'Tệp hình bị hỏng. Chọn hình khác.',
      'outreach.pictures_too_many': 'Mỗi bản tin nhiều nhất 4 hình. Bỏ bớt một hình rồi thêm.',
      'outreach.channel_text_too_long': (it: { count: number; limit: number }) =>
        `Có ${it.count} chữ, kênh này nhận ${it.limit} chữ. Viết ngắn lại.`,
      'outreach.story_missing': 'Kể bằng một, hai câu.',
      'outreach.story_too_long': 'Chuyện dài quá 300 chữ. Kể ngắn lại.',
      'outreach.story_has_name': (it: { found: string }) =>
        `Có tên một người: ${it.found}. Kể mà không nêu tên, như “một bác ở xa về”.`,
      'outreach.story_has_hamlet':
        'Có tên thôn, xóm. Hàng xóm đọc là biết ai; kể mà không nêu thôn nào.',
      'outreach.address_wrong':
        'Ghi số di động 10 chữ số, như 0912 345 678, hoặc địa chỉ thư, như ten@vidu.vn.',
      'outreach.mailbox_wrong': 'Địa chỉ thư chưa đúng. Ghi như: ten@vidu.vn',
      'outreach.phone_not_mobile': 'Cần số di động để nhắn tin, như 0912 345 678.',
      'outreach.too_many_asked':
        'Hôm nay nhiều người đăng ký quá. Mời bà con thử lại ngày mai, hoặc báo cán bộ ghi tại bàn.',
      'outreach.connecting_unknown':
        'Lần kết nối này không còn hiệu lực. Làm lại từ đầu ở mục Kết nối.',
      'outreach.subscription_unknown':
        'Đường dẫn này đã dùng rồi, hoặc quá 7 ngày. Mời bà con đăng ký lại.',
      'outreach.feed_name_missing': 'Đặt tên cho hệ thống loa, ví dụ: Loa thông minh xã.',
      'outreach.feed_not_found': 'Mã này không mở được gì. Lấy mã mới trong phần cài đặt bản tin.',
    },
  },
  en: {
    states: { draft: 'Draft', waiting: 'Waiting', approved: 'Approved', returned: 'Returned' },
    kinds: {
      weekly: 'The coming day',
      moved: 'A moved day',
      changed: 'Another place or other hours',
      cancelled: 'A day not held',
      own: 'Other news',
    },
    samples: {
      cau_chuyen: 'Last time somebody from afar had the paper in one morning.',
      noi_cu: 'Nhà văn hóa thôn',
      gio_cu: 'from 08:00 to 11:00',
      ly_do: 'mất điện cả xã',
    },
    priorities: { normal: 'Ordinary', priority: 'Priority', urgent: 'Urgent' },
    channels: {
      website: 'The commune’s website',
      facebook: 'Facebook',
      zalo: 'Zalo OA',
      sms: 'SMS',
      email: 'E-mail',
      hamlet_heads: 'Hamlet heads',
      poster: 'Notice board, poster',
    },
    voices: { north: 'Northern voice', central: 'Central voice', south: 'Southern voice' },
    story: (it) =>
      it.trips > 0
        ? `Last time ${it.people} people got it done in the commune and were spared ${it.trips} long trips.`
        : `Last time ${it.people} people got it done in the commune.`,
    refusals: {
      'outreach.bulletin_not_found': 'This bulletin was not found. Open the list again.',
      'outreach.words_missing': 'A bulletin needs a title and a text.',
      'outreach.english_half': 'English needs both title and text, or neither.',
      'outreach.air_backwards': 'The last day of airing must not come before the first.',
      'outreach.air_too_long': 'It can be aired for at most 31 days. Choose a nearer last day.',
      'outreach.repeats_impossible': 'It is read 1 to 5 times in a row.',
      'outreach.times_too_many': 'It is aired at most 6 times a day.',
      'outreach.time_malformed': (it) =>
        `“${it.typed}” is no time. Enter times as 05:30, separated by commas.`,
      'outreach.speed_impossible': 'The speed is 80 to 220 syllables a minute.',
      'outreach.phone_malformed': 'Enter phones in digits only, separated by commas.',
      'outreach.has_id_number': (it) =>
        `There is what looks like somebody’s ID number: ${it.found}. Take it out and save again.`,
      'outreach.has_phone': (it) =>
        `There is a phone that is not the office’s: ${it.found}. Take it out; if it is a public body’s, add it to the public phones in the settings.`,
      'outreach.has_name_with_hamlet': (it) =>
        `There is somebody’s full name with their hamlet: ${it.found}. Write it so that nobody is recognised.`,
      'outreach.changed_meanwhile':
        'Somebody has just changed this. Open the page again to see the newest version.',
      'outreach.is_withdrawn': 'This bulletin has been withdrawn.',
      'outreach.is_draft': 'This version is still a draft.',
      'outreach.is_waiting': 'This version is waiting for approval.',
      'outreach.is_approved': 'This version has been approved.',
      'outreach.is_returned': 'This version was returned. Change it and submit the new one.',
      'outreach.own_words': 'Nobody approves their own words.',
      'outreach.not_approved': 'The bulletin is not approved, so it cannot go out.',
      'outreach.reason_missing': 'Write the reason.',
      'outreach.reason_too_long': 'The reason is longer than 300 letters. Shorten it.',
      'outreach.proof_missing': 'Paste the link of the post, or note where and to whom it went.',
      'outreach.link_malformed': 'A link begins with http:// or https://.',
      'outreach.aired_in_future': 'That time has not come. Only what is past can be logged.',
      'outreach.hamlet_unknown': 'One of the hamlets is not of this office. Choose again.',
      'outreach.not_sound': 'Choose an MP3 or WAV file.',
      'outreach.recording_too_large': 'The file is larger than 12 MB. Record less, or save as MP3.',
      'outreach.variable_unknown': (it) => `There is no {${it.name}}. Use the names listed below.`,
      'outreach.abbreviation_malformed': 'A short form is one word of at most 20 letters.',
      'outreach.abbreviation_has_digits': 'What is said is written in words, without digits.',
      'outreach.abbreviation_says_itself': 'What is said must not hold the short form itself.',
      'outreach.alt_missing':
        'Say in a short sentence what the picture shows: who cannot see it will hear that.',
      'outreach.alt_too_long':
        'The words for the picture are longer than 300 letters. Shorten them.',
      'outreach.picture_too_large': 'The picture is larger than 15 MB. Choose another.',
      'outreach.picture_not_picture': 'Choose a JPEG, PNG or WebP picture.',
      'outreach.picture_too_many_points':
        'The picture is too large. Take a smaller one, or crop it.',
      'outreach.picture_broken': 'The picture is damaged. Choose another.',
      'outreach.pictures_too_many': 'A bulletin has at most 4 pictures. Remove one first.',
      'outreach.channel_text_too_long': (it) =>
        `It has ${it.count} letters and this channel takes ${it.limit}. Shorten it.`,
      'outreach.story_missing': 'Tell it in a sentence or two.',
      'outreach.story_too_long': 'The story is longer than 300 letters. Shorten it.',
      'outreach.story_has_name': (it) => `It names somebody: ${it.found}. Tell it without a name.`,
      'outreach.story_has_hamlet':
        'It names a hamlet, by which the neighbours know who it is. Tell it without.',
      'outreach.address_wrong':
        'Enter a mobile number, such as 0912 345 678, or an e-mail address, such as name@example.vn.',
      'outreach.mailbox_wrong': 'This is no e-mail address. Write it as name@example.vn',
      'outreach.phone_not_mobile': 'Text messages need a mobile number, such as 0912 345 678.',
      'outreach.too_many_asked':
        'Very many have asked today. Please try again tomorrow, or ask at the desk.',
      'outreach.connecting_unknown': 'This attempt is over. Begin anew below.',
      'outreach.subscription_unknown':
        'This link was used already, or is older than 7 days. Please ask again.',
      'outreach.feed_name_missing': 'Name the loudspeaker system.',
      'outreach.feed_not_found':
        'This token opens nothing. Get a new one in the settings of bulletins.',
    },
  },
})
