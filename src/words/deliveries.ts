import type { Why } from '#src/outside/messages/driver.ts'
import { bilingual } from './bilingual.ts'

/** Reasons that the house itself gives, beside those of the drivers. */
type OwnWhy =
  | 'may_have_arrived'
  | 'tried_too_long'
  | 'account_gone'
  | 'restored'
  | 'too_late'
  | 'opted_out'
  | 'withdrawn'
  | 'given_up'
  | 'not_delivered'
  | 'refresh_interrupted'
  | 'expires_soon'
  | 'not_answering'
  | 'not_yet_time'
  | 'quiet_hours'
  | 'cap_reached'
  | 'channel_paused'

/** What happened, and who does what now. */
type Said = Record<Why | OwnWhy, { what: string; remedy: string }>

const vi = {
  unreachable: {
    what: 'Chưa nối được tới nơi nhận gửi.',
    remedy: 'Hệ thống tự gửi lại. Quá một giờ thì xem đường mạng của đơn vị.',
  },
  slow: {
    what: 'Nơi nhận gửi trả lời quá chậm.',
    remedy: 'Hệ thống tự gửi lại, không phải làm gì.',
  },
  garbled: {
    what: 'Nơi nhận gửi trả lời khó hiểu.',
    remedy: 'Hệ thống tự xử lý tiếp. Lặp lại nhiều lần thì gọi nơi cung cấp kênh.',
  },
  service_error: {
    what: 'Nơi nhận gửi đang có lỗi.',
    remedy: 'Hệ thống tự gửi lại, không phải làm gì.',
  },
  too_fast: {
    what: 'Kênh yêu cầu gửi chậm lại.',
    remedy: 'Hệ thống tự nghỉ rồi gửi tiếp, không phải làm gì.',
  },
  quota_used: {
    what: 'Đã hết lượt gửi mà kênh cho trong ngày hoặc tháng.',
    remedy: 'Hệ thống chờ kỳ sau rồi gửi tiếp. Cần gửi ngay thì mua thêm lượt ở kênh.',
  },
  recipient_wrong: {
    what: 'Số hoặc địa chỉ này không có.',
    remedy: 'Cán bộ hỏi lại số của bà con rồi báo cách khác.',
  },
  recipient_unreachable: {
    what: 'Người này không nhận được tin qua kênh này.',
    remedy: 'Cán bộ gọi điện hoặc nhắn qua trưởng thôn.',
  },
  recipient_refused: {
    what: 'Người này đã chặn hoặc không nhận tin qua kênh này.',
    remedy: 'Đừng gửi lại. Cần báo thì cán bộ gọi điện.',
  },
  window_closed: {
    what: 'Zalo chỉ cho trả lời khi bà con đã nhắn tới gần đây.',
    remedy: 'Báo qua tin ZNS, SMS hoặc gọi điện.',
  },
  content_refused: {
    what: 'Kênh không nhận nội dung này.',
    remedy: 'Người viết sửa lại nội dung rồi gửi tin mới.',
  },
  template_wrong: {
    what: 'Mẫu tin chưa được duyệt hoặc điền chưa đúng.',
    remedy: 'Quản trị xem lại mẫu tin ở trang của kênh, rồi bấm gửi lại.',
  },
  too_long: {
    what: 'Nội dung dài quá mức kênh nhận.',
    remedy: 'Người viết rút ngắn rồi gửi tin mới.',
  },
  duplicate: {
    what: 'Kênh báo đã có tin giống hệt tin này.',
    remedy: 'Mở kênh xem. Tin đã có ở đó thì không phải làm gì.',
  },
  post_gone: {
    what: 'Bài cần sửa hoặc gỡ không còn trên kênh.',
    remedy: 'Mở trang xem lại; bài đã mất thì không phải làm gì.',
  },
  token_expired: {
    what: 'Kênh đã hết hạn kết nối.',
    remedy: 'Người giữ kênh vào Quản trị → Kênh gửi tin, bấm Kết nối lại. Tin đang chờ vẫn còn.',
  },
  token_revoked: {
    what: 'Quyền gửi qua kênh đã bị thu hồi.',
    remedy:
      'Người giữ kênh vào Quản trị → Kênh gửi tin, bấm Kết nối lại và đăng nhập đúng tài khoản của kênh. Tin đang chờ vẫn còn.',
  },
  key_wrong: {
    what: 'Kênh không nhận khóa đã khai.',
    remedy: 'Người giữ kênh lấy lại khóa ở trang của kênh, nhập vào Quản trị → Kênh gửi tin.',
  },
  permission_missing: {
    what: 'Tài khoản kênh chưa có quyền đăng hoặc gửi.',
    remedy: 'Người giữ kênh cấp quyền ở trang của kênh, rồi bấm Thử lại.',
  },
  package_missing: {
    what: 'Gói dịch vụ của kênh không có tính năng này.',
    remedy: 'Người giữ kênh nâng gói ở trang của kênh, rồi bấm Thử lại.',
  },
  no_balance: {
    what: 'Tài khoản gửi tin đã hết tiền.',
    remedy: 'Người giữ kênh nạp thêm tiền, rồi bấm Thử lại. Tin đang chờ vẫn còn.',
  },
  sender_not_approved: {
    what: 'Tên người gửi chưa được nhà mạng duyệt.',
    remedy: 'Người giữ kênh gọi nơi cung cấp để duyệt tên, rồi bấm Thử lại.',
  },
  address_not_allowed: {
    what: 'Kênh chưa cho máy của đơn vị gửi tới.',
    remedy: 'Người giữ kênh khai địa chỉ IP của máy ở trang của kênh, rồi bấm Thử lại.',
  },
  settings_missing: {
    what: 'Kênh khai còn thiếu.',
    remedy: 'Quản trị mở Quản trị → Kênh gửi tin, điền đủ các ô rồi ghi lại.',
  },
  may_have_arrived: {
    what: 'Không rõ đã tới chưa.',
    remedy:
      'Cán bộ xem trên kênh hoặc hỏi người nhận. Đã tới thì bấm Đã tới rồi; chưa tới thì bấm Gửi lại.',
  },
  tried_too_long: {
    what: 'Gửi lại nhiều ngày vẫn chưa được.',
    remedy: 'Cán bộ báo cách khác rồi bấm Thôi gửi, hoặc bấm Gửi lại.',
  },
  account_gone: {
    what: 'Kênh đã ngắt kết nối khi tin còn chờ.',
    remedy: 'Kết nối lại kênh rồi bấm Gửi lại, hoặc bấm Thôi gửi.',
  },
  restored: {
    what: 'Dữ liệu vừa được phục hồi từ bản sao lưu; việc sau lúc sao lưu không ai biết.',
    remedy:
      'Tin: xem đã gửi chưa rồi bấm Gửi lại hoặc Thôi gửi. Kênh: người giữ kênh bấm Kết nối lại.',
  },
  too_late: { what: 'Đã quá lúc cần báo nên không gửi nữa.', remedy: 'Không phải làm gì.' },
  opted_out: { what: 'Người này không muốn nhận bản tin.', remedy: 'Không phải làm gì.' },
  withdrawn: { what: 'Không còn cần gửi.', remedy: 'Không phải làm gì.' },
  given_up: { what: 'Cán bộ đã cho thôi gửi.', remedy: 'Không phải làm gì.' },
  not_delivered: {
    what: 'Kênh báo tin không tới được máy người nhận.',
    remedy: 'Cán bộ gọi điện hoặc nhắn qua trưởng thôn.',
  },
  refresh_interrupted: {
    what: 'Lần gia hạn kết nối gần nhất bị đứt giữa chừng.',
    remedy: 'Người giữ kênh vào Quản trị → Kênh gửi tin, bấm Kết nối lại. Tin đang chờ vẫn còn.',
  },
  expires_soon: {
    what: 'Kết nối của kênh sắp hết hạn.',
    remedy: 'Người giữ kênh bấm Kết nối lại trước ngày hết hạn.',
  },
  not_answering: {
    what: 'Hơn một giờ nay không gửi được qua kênh này.',
    remedy:
      'Hệ thống tự gửi lại cho đến khi được. Xem đường mạng của đơn vị; mạng vẫn tốt thì gọi nơi cung cấp kênh.',
  },
  not_yet_time: {
    what: 'Chưa tới giờ gửi.',
    remedy: 'Tới giờ hệ thống tự gửi, không phải làm gì.',
  },
  quiet_hours: {
    what: 'Đang là giờ không nhắn tin cho bà con.',
    remedy: 'Hết giờ ấy hệ thống tự gửi, không phải làm gì.',
  },
  cap_reached: {
    what: 'Hôm nay đã gửi đủ số tin mà đơn vị đặt.',
    remedy:
      'Ngày mai hệ thống tự gửi tiếp. Cần gửi ngay thì quản trị nâng số ấy ở Quản trị → Kênh gửi tin.',
  },
  channel_paused: {
    what: 'Kênh đang tạm dừng.',
    remedy: 'Quản trị bấm Gửi tiếp ở Quản trị → Kênh gửi tin.',
  },
} satisfies Said

const en: Said = {
  unreachable: {
    what: 'The channel could not be reached.',
    remedy: 'It is sent again by itself. After an hour, look at the office’s network.',
  },
  slow: { what: 'The channel answered too slowly.', remedy: 'It is sent again by itself.' },
  garbled: {
    what: 'The channel’s answer made no sense.',
    remedy: 'It goes on by itself. If it happens often, call the provider.',
  },
  service_error: { what: 'The channel has a fault.', remedy: 'It is sent again by itself.' },
  too_fast: {
    what: 'The channel asks for a slower pace.',
    remedy: 'It rests and goes on by itself.',
  },
  quota_used: {
    what: 'What the channel allows in a day or month is used up.',
    remedy: 'It waits and goes on by itself. Buy more at the channel if it is urgent.',
  },
  recipient_wrong: {
    what: 'There is no such number or address.',
    remedy: 'An officer asks for the right one and tells the person another way.',
  },
  recipient_unreachable: {
    what: 'This person gets no messages over this channel.',
    remedy: 'An officer rings up, or tells through the hamlet head.',
  },
  recipient_refused: {
    what: 'This person blocked the channel.',
    remedy: 'Do not send again. If needed, an officer rings up.',
  },
  window_closed: {
    what: 'Zalo lets us answer only soon after the person wrote.',
    remedy: 'Tell by ZNS, by SMS or on the phone.',
  },
  content_refused: {
    what: 'The channel does not take this text.',
    remedy: 'The writer changes it and sends a new one.',
  },
  template_wrong: {
    what: 'The template is not approved or not filled rightly.',
    remedy: 'The administrator looks at the template at the channel, then sends again.',
  },
  too_long: {
    what: 'The text is longer than the channel takes.',
    remedy: 'The writer shortens it and sends a new one.',
  },
  duplicate: {
    what: 'The channel says it has exactly this already.',
    remedy: 'Look at the channel. If it is there, nothing is to be done.',
  },
  post_gone: {
    what: 'The post to be changed or taken down is no longer there.',
    remedy: 'Look at the page; if it is gone, nothing is to be done.',
  },
  token_expired: {
    what: 'The connection to the channel has ended.',
    remedy: 'Its keeper opens Administration → Channels and connects again. Messages are kept.',
  },
  token_revoked: {
    what: 'The right to send over the channel was taken back.',
    remedy:
      'Its keeper opens Administration → Channels and connects again with the channel’s own account. Messages are kept.',
  },
  key_wrong: {
    what: 'The channel does not accept the key.',
    remedy:
      'Its keeper gets the key from the channel and enters it under Administration → Channels.',
  },
  permission_missing: {
    what: 'The account may not post or send.',
    remedy: 'Its keeper grants the permission at the channel, then tries again.',
  },
  package_missing: {
    what: 'The channel’s package lacks this.',
    remedy: 'Its keeper takes a larger package at the channel, then tries again.',
  },
  no_balance: {
    what: 'The account has no money left.',
    remedy: 'Its keeper tops it up, then tries again. Messages are kept.',
  },
  sender_not_approved: {
    what: 'The sender’s name is not approved.',
    remedy: 'Its keeper has the provider approve it, then tries again.',
  },
  address_not_allowed: {
    what: 'The channel does not let this machine in.',
    remedy: 'Its keeper enters the machine’s IP address at the channel, then tries again.',
  },
  settings_missing: {
    what: 'The channel’s settings are not complete.',
    remedy: 'The administrator completes them under Administration → Channels.',
  },
  may_have_arrived: {
    what: 'It is not known whether it arrived.',
    remedy:
      'An officer looks at the channel or asks the person, then says that it arrived or sends again.',
  },
  tried_too_long: {
    what: 'It could not be sent for days.',
    remedy: 'An officer tells another way and gives it up, or sends again.',
  },
  account_gone: {
    what: 'The channel was disconnected while this waited.',
    remedy: 'Connect the channel and send again, or give it up.',
  },
  restored: {
    what: 'The data was put back from a backup; nobody knows what went out after it was made.',
    remedy:
      'Messages: find out, then send again or give up. Channels: their keeper connects again.',
  },
  too_late: { what: 'It was too late to be of use.', remedy: 'Nothing is to be done.' },
  opted_out: { what: 'This person wants no bulletins.', remedy: 'Nothing is to be done.' },
  withdrawn: { what: 'It was no longer needed.', remedy: 'Nothing is to be done.' },
  given_up: { what: 'An officer gave it up.', remedy: 'Nothing is to be done.' },
  not_delivered: {
    what: 'The channel says that it did not reach the phone.',
    remedy: 'An officer rings up, or tells through the hamlet head.',
  },
  refresh_interrupted: {
    what: 'The last renewal of the connection was cut off.',
    remedy: 'Its keeper opens Administration → Channels and connects again. Messages are kept.',
  },
  expires_soon: {
    what: 'The connection ends soon.',
    remedy: 'Its keeper connects again before that day.',
  },
  not_answering: {
    what: 'For more than an hour nothing could be sent over this channel.',
    remedy:
      'It is tried again until it works. Look at the office’s network; if that is well, call the provider.',
  },
  not_yet_time: {
    what: 'Its time has not come.',
    remedy: 'It goes out by itself then.',
  },
  quiet_hours: {
    what: 'These are hours in which nobody is texted.',
    remedy: 'It goes out by itself afterwards.',
  },
  cap_reached: {
    what: 'The office’s number of messages for today is reached.',
    remedy:
      'It goes on tomorrow by itself. If it is urgent, the administrator raises the number under Administration → Channels.',
  },
  channel_paused: {
    what: 'The channel is paused.',
    remedy: 'The administrator lets it go on under Administration → Channels.',
  },
}

/** What goes out over channels that belong to others, and what becomes of it. */
export const deliveries = bilingual({
  vi: {
    channels: {
      zalo: 'Zalo OA',
      zns: 'Tin ZNS',
      facebook: 'Trang Facebook',
      sms: 'Tin nhắn SMS',
      email: 'Thư điện tử',
    },
    states: {
      waiting: 'Chờ gửi',
      sending: 'Đang gửi',
      accepted: 'Đã gửi',
      delivered: 'Đã tới',
      held: 'Chờ cán bộ',
      failed: 'Không tới',
      withdrawn: 'Không gửi nữa',
    },
    accountStates: {
      connected: 'Đã nối',
      needs_renewal: 'Cần kết nối lại',
      paused: 'Tạm dừng',
    },
    whys: vi,
    keeper: (it: { name: string }) => `Người giữ kênh: ${it.name}`,
    kept: (it: { count: number }) => `${it.count} tin đang chờ, không mất tin nào.`,
    refusals: {
      'deliveries.channel_not_connected':
        'Đơn vị chưa nối kênh này. Quản trị nối trong Quản trị → Kênh gửi tin.',
      'deliveries.recipient_unfit': 'Kênh này cần số hoặc địa chỉ khác để gửi tới người nhận.',
      'deliveries.account_not_found': 'Không tìm thấy kênh này. Mở lại danh sách kênh.',
      'deliveries.name_missing': 'Đặt tên cho kênh, ví dụ: Zalo OA xã Vụ Bản.',
      'deliveries.keeper_missing':
        'Ghi ai giữ kênh này: họ tên và số điện thoại, để khi kênh trục trặc còn biết gọi ai.',
      'deliveries.secrets_missing':
        'Nhập khóa của kênh. Đã đổi nơi nhận thì khóa cũ không được dùng lại.',
      'deliveries.tokens_missing': 'Nối hoặc nối lại Zalo OA trước: tin ZNS dùng chung quyền ấy.',
      'deliveries.cost_impossible': 'Giá một tin từ 0 đến 100.000 đồng.',
      'deliveries.changed_meanwhile': 'Kênh vừa được người khác nối. Mở lại trang để xem.',
      'deliveries.connect_anew':
        'Kênh này phải kết nối lại: bấm Kết nối lại và đăng nhập tài khoản của kênh.',
      'deliveries.cap_impossible': 'Số tin nhiều nhất một ngày là số từ 0 đến 1.000.000.',
      'deliveries.quiet_half': 'Giờ yên tĩnh cần cả giờ đầu và giờ cuối, hoặc để trống cả hai.',
      'deliveries.time_malformed': 'Nhập giờ như 21:00.',
      'deliveries.message_not_found': 'Không tìm thấy tin này. Mở lại danh sách.',
      'deliveries.is_being_sent': 'Tin đang được gửi. Chờ một phút rồi xem lại.',
      'deliveries.has_gone_out': 'Tin đã gửi đi rồi.',
      'deliveries.is_withdrawn': 'Tin này đã thôi gửi.',
      'deliveries.is_erased': 'Địa chỉ của tin đã xóa theo hạn lưu, không gửi lại được.',
      'deliveries.is_too_late': 'Đã quá lúc cần báo, gửi nữa bà con sẽ nhầm.',
      'deliveries.is_not_held': 'Tin này không nằm trong những tin chờ cán bộ.',
      'deliveries.reason_missing': 'Ghi lý do thôi gửi.',
      'deliveries.reason_too_long': 'Lý do dài quá 300 chữ. Viết ngắn lại.',
    },
  },
  en: {
    channels: {
      zalo: 'Zalo OA',
      zns: 'ZNS message',
      facebook: 'Facebook page',
      sms: 'SMS',
      email: 'E-mail',
    },
    states: {
      waiting: 'Waiting',
      sending: 'Being sent',
      accepted: 'Sent',
      delivered: 'Arrived',
      held: 'Waits for an officer',
      failed: 'Did not arrive',
      withdrawn: 'Not sent any more',
    },
    accountStates: {
      connected: 'Connected',
      needs_renewal: 'To be connected again',
      paused: 'Paused',
    },
    whys: en,
    keeper: (it) => `Kept by: ${it.name}`,
    kept: (it) => `${it.count} messages wait; none is lost.`,
    refusals: {
      'deliveries.channel_not_connected':
        'The office has not connected this channel. Its administrator does under Administration → Channels.',
      'deliveries.recipient_unfit':
        'This channel needs another number or address of the recipient.',
      'deliveries.account_not_found': 'This channel was not found. Open the list again.',
      'deliveries.name_missing': 'Name the channel.',
      'deliveries.keeper_missing':
        'Write who keeps this channel, with a phone, so that somebody can be called when it is in trouble.',
      'deliveries.secrets_missing':
        'Enter the key of the channel. Where it leads elsewhere the former one is not used again.',
      'deliveries.tokens_missing':
        'Connect the Zalo OA first, or connect it again: ZNS uses its permission.',
      'deliveries.cost_impossible': 'A message costs 0 to 100,000 đồng.',
      'deliveries.changed_meanwhile': 'Somebody has just connected it. Open the page again.',
      'deliveries.connect_anew': 'This channel has to be connected again with its own account.',
      'deliveries.cap_impossible': 'At most so many a day: a number from 0 to 1,000,000.',
      'deliveries.quiet_half': 'Quiet hours need a beginning and an end, or neither.',
      'deliveries.time_malformed': 'Enter a time as 21:00.',
      'deliveries.message_not_found': 'This message was not found. Open the list again.',
      'deliveries.is_being_sent': 'It is being sent. Look again in a minute.',
      'deliveries.has_gone_out': 'It has gone out already.',
      'deliveries.is_withdrawn': 'It is not to be sent any more.',
      'deliveries.is_erased': 'Its address was erased when its time was over.',
      'deliveries.is_too_late': 'It is too late to be of use.',
      'deliveries.is_not_held': 'It is not among those that wait for an officer.',
      'deliveries.reason_missing': 'Write why it is given up.',
      'deliveries.reason_too_long': 'The reason is longer than 300 letters. Shorten it.',
    },
  },
})
