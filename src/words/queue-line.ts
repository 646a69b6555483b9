import { bilingual } from './bilingual.ts'

export const queueLine = bilingual({
  vi: {
    priorities: {
      over_75: 'Trên 75 tuổi',
      disabled: 'Người khuyết tật',
      pregnant: 'Phụ nữ có thai',
      with_infant: 'Bế con nhỏ',
      war_invalid: 'Thương binh, bệnh binh, người có công',
    },
    states: {
      waiting: 'Đang chờ',
      called: 'Đang gọi',
      serving: 'Đang làm',
      hold: 'Tạm chờ',
      left: 'Đã xong',
    },
    outcomes: {
      served: 'Đã được phục vụ',
      absent: 'Gọi không có mặt',
      gave_up: 'Bà con về trước',
      sent_elsewhere: 'Đã hướng dẫn đi nơi khác',
    },
    sources: {
      kiosk: 'Lấy số tại máy',
      desk: 'Cán bộ lấy số giúp',
      booked: 'Hẹn trước',
      on_the_spot: 'Lấy số khi mất mạng',
    },
    commands: {
      ticket: 'Phát số',
      check_in: 'Nhận người hẹn',
      sit: 'Ngồi vào quầy',
      stand: 'Rời quầy',
      next: 'Gọi số tiếp',
      call: 'Gọi đúng số',
      again: 'Gọi lại',
      start: 'Bắt đầu làm',
      finish: 'Xong',
      pass: 'Chuyển quầy',
      hold: 'Cho tạm chờ',
      resume: 'Làm tiếp',
      absent: 'Vắng mặt',
      away: 'Hướng dẫn đi nơi khác',
      rejoin: 'Vào lại hàng',
      priority: 'Đổi ưu tiên',
      undo: 'Hoàn tác',
      end: 'Kết thúc hàng',
    },
    dayEnded: 'Ngày phục vụ đã đóng.',
    superseded: {
      called_elsewhere: 'Quầy khác đã gọi số này trước, nên giữ theo quầy đó.',
      already_left: 'Số này đã xong trước đó, nên không đổi gì thêm.',
      not_waiting: 'Lúc đó số này không còn đứng chờ, nên không đổi gì thêm.',
      not_here: 'Lúc đó số này không ở quầy này, nên không đổi gì thêm.',
      counter_busy: 'Lúc đó quầy đang tiếp một số khác, nên không gọi thêm.',
      unknown_visit: 'Không tìm thấy số này trong hàng.',
      day_not_open: 'Lúc đó ngày phục vụ không mở.',
      number_used: 'Số này đã phát cho người khác. Phát cho bà con một số mới.',
      nothing_to_undo: 'Việc trước đó không còn lấy lại được.',
      counter_taken: 'Lúc nối lại, quầy này đã có cán bộ khác ngồi.',
      too_late: 'Lúc đó đã quá giờ cho vào lại hàng.',
      heard_before: 'Máy chủ đã nhận lần bấm này trước khi mất mạng.',
      not_possible: 'Việc này không còn làm được nữa, nên không đổi gì.',
    },
    refusals: {
      'queue.line_not_open':
        'Hàng chờ hôm nay chưa mở hoặc đã đóng. Mời bà con hỏi cán bộ ở bàn hướng dẫn.',
      'queue.line_full': 'Hôm nay đã đủ người, không phát thêm số được. Mời bà con hẹn ngày khác.',
      'queue.line_full_but_booked': (it: { kept: number }) =>
        `Hôm nay đã hết số: còn ${it.kept} chỗ giữ cho người đã hẹn trước. Mời bà con hẹn ngày khác.`,
      'queue.line_key_used': 'Yêu cầu này đã gửi cho một việc khác. Tải lại trang rồi bấm lại.',
      'queue.ticket_not_found': 'Không tìm thấy số này. Xem lại mã trên phiếu số.',
      'queue.number_used': 'Số này đã phát cho người khác.',
      'queue.visit_not_found': 'Không tìm thấy lượt này trong hàng. Tải lại hàng chờ.',
      'queue.visit_is_waiting': (it: { code: string }) =>
        `Số ${it.code} đang chờ, chưa được gọi. Gọi số đó trước đã.`,
      'queue.visit_is_called': (it: { code: string }) =>
        `Số ${it.code} đang được gọi đến quầy rồi.`,
      'queue.visit_is_serving': (it: { code: string }) => `Số ${it.code} đang làm tại quầy rồi.`,
      'queue.visit_is_on_hold': (it: { code: string }) =>
        `Số ${it.code} đang tạm chờ. Bấm “Làm tiếp” hoặc gọi lại số đó trước.`,
      'queue.visit_has_left': (it: { code: string }) => `Số ${it.code} đã xong và rời hàng rồi.`,
      'queue.visit_elsewhere': (it: { code: string }) => `Số ${it.code} đang ở quầy khác.`,
      'queue.away_reason_missing': 'Ghi lý do, nhiều nhất 300 chữ.',
      'queue.rejoin_too_late': (it: { code: string }) =>
        `Số ${it.code} đã qua lượt quá lâu. Mời bà con lấy số mới.`,
      'queue.nothing_to_undo': 'Quầy này không còn việc nào để hoàn tác.',
      'queue.undo_followed': 'Sau đó đã có việc khác với số này nên không hoàn tác được nữa.',
      'queue.line_still_open': 'Ngày phục vụ còn mở. Đóng ngày trước đã.',
      'queue.check_in_unknown':
        'Không tìm thấy mã hẹn này. Bà con xem lại mã, hoặc lấy số như thường.',
      'queue.check_in_other_day': (it: { date: string }) =>
        `Lịch hẹn này là ngày ${it.date}, không phải hôm nay. Hôm nay bà con lấy số như thường.`,
      'queue.check_in_cancelled': 'Lịch hẹn này đã hủy. Bà con lấy số như thường.',
      'queue.check_in_displaced':
        'Lịch hẹn này đã đổi vì ngày đó không còn giờ ấy. Bà con lấy số như thường.',
      'queue.check_in_done': (it: { code: string }) =>
        `Mã hẹn này đã nhận số rồi: số ${it.code}. Bà con chờ gọi số đó.`,
      'queue.check_in_group_done': (it: { party: number }) =>
        `Cả đoàn ${it.party} người đã nhận đủ số. Người đến thêm lấy số như thường.`,
      'queue.check_in_position_unknown': (it: { party: number }) =>
        `Đoàn này có ${it.party} người. Chọn từ 1 đến ${it.party}.`,
      'queue.device_unknown': 'Không nhận ra máy này. Tải lại trang.',
      'queue.letters_out': 'Hôm nay đã hết chữ cái cho các máy. Dùng máy đã có chữ cái.',
      'queue.kiosk_name_missing': 'Đặt tên cho máy lấy số, nhiều nhất 60 chữ.',
      'queue.kiosk_not_found': 'Không tìm thấy máy lấy số này.',
      'queue.join_too_many': 'Gửi nhiều việc quá một lần. Gửi từng phần nhỏ hơn.',
      'queue.counter_busy': (it: { code: string }) =>
        `Quầy đang tiếp số ${it.code}. Bấm “Xong” cho số đó trước khi gọi số khác.`,
      'queue.counter_unknown': 'Không có quầy này, hoặc quầy không còn dùng. Chọn quầy khác.',
      'queue.counter_taken': (it: { name: string }) =>
        `Quầy này đang có ${it.name || 'cán bộ khác'} ngồi. Chọn quầy khác.`,
      'queue.counter_just_taken': 'Quầy này vừa có người ngồi vào. Chọn quầy khác hoặc tải lại.',
      'queue.still_serving': (it: { code: string }) =>
        `Đang tiếp số ${it.code}. Làm xong cho bà con rồi hãy rời quầy.`,
      'queue.checked_in_just_now': 'Lượt hẹn này vừa nhận số xong. Xem lại phiếu vừa in.',
    },
  },
  en: {
    priorities: {
      over_75: 'Over 75',
      disabled: 'Person with a disability',
      pregnant: 'Pregnant',
      with_infant: 'With an infant',
      war_invalid: 'War invalid or person of merit',
    },
    states: {
      waiting: 'Waiting',
      called: 'Being called',
      serving: 'At the counter',
      hold: 'Set aside',
      left: 'Gone',
    },
    outcomes: {
      served: 'Served',
      absent: 'Called, not there',
      gave_up: 'Went home before',
      sent_elsewhere: 'Sent elsewhere',
    },
    sources: {
      kiosk: 'Took a number at the kiosk',
      desk: 'Given a number by an officer',
      booked: 'Booked',
      on_the_spot: 'Given a number while cut off',
    },
    commands: {
      ticket: 'Number given',
      check_in: 'Booked person came',
      sit: 'Sat down',
      stand: 'Stood up',
      next: 'Called next',
      call: 'Called one',
      again: 'Called again',
      start: 'Began',
      finish: 'Done',
      pass: 'Passed on',
      hold: 'Set aside',
      resume: 'Went on',
      absent: 'Not there',
      away: 'Sent elsewhere',
      rejoin: 'Back in line',
      priority: 'Priority changed',
      undo: 'Taken back',
      end: 'Line ended',
    },
    dayEnded: 'The service day has closed.',
    superseded: {
      called_elsewhere: 'Another counter had called this number before; that stands.',
      already_left: 'This number was done with before, so nothing more was changed.',
      not_waiting: 'This number was no longer waiting then, so nothing more was changed.',
      not_here: 'This number was not at this counter then, so nothing more was changed.',
      counter_busy: 'The counter had another number before it then, so none was called.',
      unknown_visit: 'This number was not found in the line.',
      day_not_open: 'The service day was not open then.',
      number_used: 'This number was given to somebody else. Give the person a new one.',
      nothing_to_undo: 'What was done before can no longer be taken back.',
      counter_taken: 'Another officer sat at this counter when the desk was joined again.',
      too_late: 'It was too late then to come back into the line.',
      heard_before: 'The server had heard this press before the network was lost.',
      not_possible: 'This could no longer be done, so nothing was changed.',
    },
    refusals: {
      'queue.line_not_open':
        'Today’s line is not open yet, or closed. Please ask an officer at the guidance desk.',
      'queue.line_full':
        'Today is full, so no more numbers are given. Please book a place on another day.',
      'queue.line_full_but_booked': (it: { kept: number }) =>
        `There are no numbers left today: ${it.kept} places are kept for those who booked. Please book another day.`,
      'queue.line_key_used':
        'This request was sent for something else. Load the page again and press again.',
      'queue.ticket_not_found': 'This number was not found. Check the code on the ticket.',
      'queue.number_used': 'This number was given to somebody else.',
      'queue.visit_not_found': 'This visit was not found in the line. Load the line again.',
      'queue.visit_is_waiting': (it: { code: string }) =>
        `Number ${it.code} is waiting and was not called. Call it first.`,
      'queue.visit_is_called': (it: { code: string }) =>
        `Number ${it.code} is being called to a counter already.`,
      'queue.visit_is_serving': (it: { code: string }) =>
        `Number ${it.code} is at a counter already.`,
      'queue.visit_is_on_hold': (it: { code: string }) =>
        `Number ${it.code} is set aside. Go on with it or call it first.`,
      'queue.visit_has_left': (it: { code: string }) => `Number ${it.code} has left the line.`,
      'queue.visit_elsewhere': (it: { code: string }) => `Number ${it.code} is at another counter.`,
      'queue.away_reason_missing': 'Write the reason, at most 300 letters.',
      'queue.rejoin_too_late': (it: { code: string }) =>
        `Number ${it.code} missed its turn too long ago. Please take a new number.`,
      'queue.nothing_to_undo': 'This counter has nothing left to take back.',
      'queue.undo_followed':
        'Something else was done with this number since, so it can no longer be taken back.',
      'queue.line_still_open': 'The service day is still open. Close it first.',
      'queue.check_in_unknown':
        'This booking code was not found. Check it, or take a number like everyone else.',
      'queue.check_in_other_day': (it: { date: string }) =>
        `This booking is for ${it.date}, not today. Today, please take a number like everyone else.`,
      'queue.check_in_cancelled': 'This booking was cancelled. Please take a number.',
      'queue.check_in_displaced':
        'This booking was displaced: its day no longer has that time. Please take a number.',
      'queue.check_in_done': (it: { code: string }) =>
        `This booking has its number already: ${it.code}. Please wait for it to be called.`,
      'queue.check_in_group_done': (it: { party: number }) =>
        `All ${it.party} people of this group have their numbers. Others take a number like everyone else.`,
      'queue.check_in_position_unknown': (it: { party: number }) =>
        `This group has ${it.party} people. Choose from 1 to ${it.party}.`,
      'queue.device_unknown': 'This machine is not known. Load the page again.',
      'queue.letters_out':
        'There are no letters left for machines today. Use one that has a letter.',
      'queue.kiosk_name_missing': 'Give the kiosk a name, at most 60 letters.',
      'queue.kiosk_not_found': 'This kiosk was not found.',
      'queue.join_too_many': 'Too much was sent at once. Send it in smaller parts.',
      'queue.counter_busy': (it: { code: string }) =>
        `Number ${it.code} is at the counter. Press Done for it before calling another.`,
      'queue.counter_unknown':
        'There is no such counter, or it is no longer used. Choose another one.',
      'queue.counter_taken': (it: { name: string }) =>
        `${it.name || 'Another officer'} sits at this counter. Choose another one.`,
      'queue.counter_just_taken':
        'Somebody has just sat down at this counter. Choose another, or load the page again.',
      'queue.still_serving': (it: { code: string }) =>
        `Number ${it.code} is before you. Finish with it before you leave the counter.`,
      'queue.checked_in_just_now':
        'This booking has just been given its number. Look at the ticket that was printed.',
    },
  },
})
