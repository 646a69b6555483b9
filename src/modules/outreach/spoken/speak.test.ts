import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { speak } from './speak.ts'

/** What is written, and what a speaker of the North reads aloud; each read by a person, one by one. */
const cases: [written: string, spoken: string][] = [
  ['0 người', 'Không người.'],
  ['1 người', 'Một người.'],
  ['4 người', 'Bốn người.'],
  ['5 người', 'Năm người.'],
  ['10 người', 'Mười người.'],
  ['11 người', 'Mười một người.'],
  ['14 người', 'Mười bốn người.'],
  ['15 người', 'Mười lăm người.'],
  ['20 người', 'Hai mươi người.'],
  ['21 người', 'Hai mươi mốt người.'],
  ['24 người', 'Hai mươi tư người.'],
  ['25 người', 'Hai mươi lăm người.'],
  ['31 thôn', 'Ba mươi mốt thôn.'],
  ['44 hộ', 'Bốn mươi tư hộ.'],
  ['55 tuổi', 'Năm mươi lăm tuổi.'],
  ['100 người', 'Một trăm người.'],
  ['101 người', 'Một trăm linh một người.'],
  ['104 người', 'Một trăm linh bốn người.'],
  ['105 người', 'Một trăm linh năm người.'],
  ['110 người', 'Một trăm mười người.'],
  ['111 hộ', 'Một trăm mười một hộ.'],
  ['115 hộ', 'Một trăm mười lăm hộ.'],
  ['121 hộ', 'Một trăm hai mươi mốt hộ.'],
  ['199 hộ', 'Một trăm chín mươi chín hộ.'],
  ['500 hộ', 'Năm trăm hộ.'],
  ['999 hộ', 'Chín trăm chín mươi chín hộ.'],
  ['1000 người', 'Một nghìn người.'],
  ['1.000 người', 'Một nghìn người.'],
  ['1001 người', 'Một nghìn không trăm linh một người.'],
  ['1005 người', 'Một nghìn không trăm linh năm người.'],
  ['1.010 người', 'Một nghìn không trăm mười người.'],
  ['1.050 người', 'Một nghìn không trăm năm mươi người.'],
  ['1.105 người', 'Một nghìn một trăm linh năm người.'],
  ['2.024 người', 'Hai nghìn không trăm hai mươi tư người.'],
  ['9.999 người', 'Chín nghìn chín trăm chín mươi chín người.'],
  ['10.000 người', 'Mười nghìn người.'],
  ['10.005 người', 'Mười nghìn không trăm linh năm người.'],
  ['21.000 người', 'Hai mươi mốt nghìn người.'],
  ['100.000 người', 'Một trăm nghìn người.'],
  ['105.015 người', 'Một trăm linh năm nghìn không trăm mười lăm người.'],
  ['999.999 người', 'Chín trăm chín mươi chín nghìn chín trăm chín mươi chín người.'],
  ['1.000.000 người', 'Một triệu người.'],
  ['1.000.005 người', 'Một triệu không trăm linh năm người.'],
  ['24.015.000 người', 'Hai mươi tư triệu không trăm mười lăm nghìn người.'],
  ['1.000.000.000 đồng', 'Một tỷ đồng.'],
  ['1.250.000.000 đồng', 'Một tỷ hai trăm năm mươi triệu đồng.'],
  ['12.000.000.000.000 đồng', 'Mười hai nghìn tỷ đồng.'],
  ['2 tỷ đồng', 'Hai tỷ đồng.'],
  ['1,5 tỷ đồng', 'Một phẩy năm tỷ đồng.'],
  ['3,05 triệu đồng', 'Ba phẩy không năm triệu đồng.'],
  ['05 ngày làm việc', 'Năm ngày làm việc.'],
  ['01 bản chính và 02 bản sao', 'Một bản chính và hai bản sao.'],
  ['007', 'Không không bảy.'],
  ['2,5 km', 'Hai phẩy năm ki-lô-mét.'],
  ['2,75 ha', 'Hai phẩy bảy mươi lăm héc-ta.'],
  ['0,5 điểm', 'Không phẩy năm điểm.'],
  ['12,125 tấn', 'Mười hai phẩy một trăm hai mươi lăm tấn.'],
  ['1.234,5 m2', 'Một nghìn hai trăm ba mươi tư phẩy năm mét vuông.'],
  ['3.5 điểm', 'Ba chấm năm điểm.'],
  ['95% số hộ', 'Chín mươi lăm phần trăm số hộ.'],
  ['99,5%', 'Chín mươi chín phẩy năm phần trăm.'],
  ['0,7‰', 'Không phẩy bảy phần nghìn.'],
  ['5–7%', 'Năm đến bảy phần trăm.'],
  ['tăng 12 %', 'Tăng mười hai phần trăm.'],
  ['135.000 đ', 'Một trăm ba mươi lăm nghìn đồng.'],
  ['135.000đ', 'Một trăm ba mươi lăm nghìn đồng.'],
  ['135.000 đồng', 'Một trăm ba mươi lăm nghìn đồng.'],
  ['135.000 VNĐ', 'Một trăm ba mươi lăm nghìn đồng.'],
  ['50k', 'Năm mươi nghìn.'],
  ['500k đồng', 'Năm trăm nghìn đồng.'],
  ['5tr đồng', 'Năm triệu đồng.'],
  ['30.000 đồng/bản', 'Ba mươi nghìn đồng một bản.'],
  ['30.000đ/người/ngày', 'Ba mươi nghìn đồng một người một ngày.'],
  ['1,2 triệu đồng/tháng', 'Một phẩy hai triệu đồng một tháng.'],
  ['200 USD', 'Hai trăm đô-la Mỹ.'],
  ['ngày 27/11/2026', 'Ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu.'],
  [
    'Thứ Sáu 27/11/2026',
    'Thứ Sáu ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu.',
  ],
  ['Thứ Sáu, 27/11', 'Thứ Sáu, ngày hai mươi bảy tháng mười một.'],
  ['sáng 4/4/2026', 'Sáng ngày mùng bốn tháng tư năm hai nghìn không trăm hai mươi sáu.'],
  ['ngày 04/09', 'Ngày mùng bốn tháng chín.'],
  ['ngày 01 tháng 01 năm 2027', 'Ngày mùng một tháng một năm hai nghìn không trăm hai mươi bảy.'],
  ['ngày 15 tháng 4', 'Ngày mười lăm tháng tư.'],
  ['ngày 27-11-2026', 'Ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu.'],
  ['27.11.2026', 'Ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu.'],
  ['2026-11-27', 'Ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu.'],
  ['ngày 31/12', 'Ngày ba mươi mốt tháng mười hai.'],
  ['tháng 11/2026', 'Tháng mười một năm hai nghìn không trăm hai mươi sáu.'],
  ['tháng 4/2027', 'Tháng tư năm hai nghìn không trăm hai mươi bảy.'],
  ['11/2026', 'Tháng mười một năm hai nghìn không trăm hai mươi sáu.'],
  ['tháng 4', 'Tháng tư.'],
  ['tháng 12', 'Tháng mười hai.'],
  [
    'từ ngày 27/11 đến ngày 04/12',
    'Từ ngày hai mươi bảy tháng mười một đến ngày mùng bốn tháng mười hai.',
  ],
  [
    'từ 27/11 đến 29/11',
    'Từ ngày hai mươi bảy tháng mười một đến ngày hai mươi chín tháng mười một.',
  ],
  [
    '27/11 - 29/11/2026',
    'Từ ngày hai mươi bảy tháng mười một đến ngày hai mươi chín tháng mười một năm hai nghìn không trăm hai mươi sáu.',
  ],
  ['27–29/11', 'Từ ngày hai mươi bảy đến ngày hai mươi chín tháng mười một.'],
  [
    '01-05/12/2026',
    'Từ ngày mùng một đến ngày mùng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu.',
  ],
  ['ngày 27 và 28/11', 'Ngày hai mươi bảy và ngày hai mươi tám tháng mười một.'],
  ['năm 2026', 'Năm hai nghìn không trăm hai mươi sáu.'],
  [
    'giai đoạn 2025-2030',
    'Giai đoạn hai nghìn không trăm hai mươi lăm đến hai nghìn không trăm ba mươi.',
  ],
  [
    'năm học 2026–2027',
    'Năm học hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm hai mươi bảy.',
  ],
  ['Quốc khánh 2/9', 'Quốc khánh ngày mùng hai tháng chín.'],
  ['dịp 30/4 và 1/5', 'Dịp ngày ba mươi tháng tư và ngày mùng một tháng năm.'],
  ['thứ 2', 'Thứ hai.'],
  ['thứ 4 hằng tuần', 'Thứ tư hằng tuần.'],
  ['thứ 6 tuần này', 'Thứ sáu tuần này.'],
  ['T7', 'Thứ bảy.'],
  ['T2–T6', 'Từ thứ hai đến thứ sáu.'],
  ['T2-6', 'Từ thứ hai đến thứ sáu.'],
  ['T7, CN', 'Thứ bảy, chủ nhật.'],
  ['T12/2026', 'Tháng mười hai năm hai nghìn không trăm hai mươi sáu.'],
  ['7h', 'Bảy giờ.'],
  ['7h30', 'Bảy giờ ba mươi.'],
  ['7g30', 'Bảy giờ ba mươi.'],
  ['07h30', 'Bảy giờ ba mươi.'],
  ['7h05', 'Bảy giờ năm phút.'],
  ['7:30', 'Bảy giờ ba mươi.'],
  ['07:05', 'Bảy giờ năm phút.'],
  ['7 giờ 30', 'Bảy giờ ba mươi.'],
  ['7 giờ 30 phút', 'Bảy giờ ba mươi phút.'],
  ["7h30'", 'Bảy giờ ba mươi phút.'],
  ['16 giờ', 'Mười sáu giờ.'],
  ['17h', 'Mười bảy giờ.'],
  ['5h15', 'Năm giờ mười lăm.'],
  ['0h ngày 1/1', 'Không giờ ngày mùng một tháng một.'],
  ['24h', 'Hai mươi tư giờ.'],
  ['7h30-11h30', 'Từ bảy giờ ba mươi đến mười một giờ ba mươi.'],
  ['7h30 – 11h30', 'Từ bảy giờ ba mươi đến mười một giờ ba mươi.'],
  ['từ 7h30 đến 11h30', 'Từ bảy giờ ba mươi đến mười một giờ ba mươi.'],
  ['từ 7h–11h', 'Từ bảy giờ đến mười một giờ.'],
  ['7–11h', 'Từ bảy đến mười một giờ.'],
  ['7:30–11:30', 'Từ bảy giờ ba mươi đến mười một giờ ba mươi.'],
  [
    '7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ',
    'Từ bảy giờ ba mươi đến mười một giờ ba mươi và từ mười ba giờ ba mươi đến mười bảy giờ.',
  ],
  ['trong 48h', 'Trong bốn mươi tám giờ.'],
  ['15 phút', 'Mười lăm phút.'],
  ['10-15 phút', 'Mười đến mười lăm phút.'],
  ["90'", 'Chín mươi phút.'],
  ['gọi 0228 3820 123', 'Gọi không hai hai tám, ba tám hai không, một hai ba.'],
  ['gọi 02283820123', 'Gọi không hai hai tám, ba tám hai không, một hai ba.'],
  ['số 0912 345 678', 'Số không chín một hai, ba bốn năm, sáu bảy tám.'],
  ['0912345678', 'Không chín một hai, ba bốn năm, sáu bảy tám.'],
  ['0912.345.678', 'Không chín một hai, ba bốn năm, sáu bảy tám.'],
  ['+84 912 345 678', 'Cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám.'],
  ['(0228) 3820 123', 'Không hai hai tám, ba tám hai không, một hai ba.'],
  ['tổng đài 1022', 'Tổng đài một không hai hai.'],
  ['gọi 113', 'Gọi một một ba.'],
  ['gọi 114 hoặc 115', 'Gọi một một bốn hoặc một một năm.'],
  ['tổng đài 1900 6868', 'Tổng đài một chín không không, sáu tám sáu tám.'],
  ['hotline 18001098', 'Hotline một tám không không, một không chín tám.'],
  ['gọi 100 người', 'Gọi một trăm người.'],
  [
    'Nghị định 45/2020/NĐ-CP',
    'Nghị định số bốn mươi lăm, năm hai nghìn không trăm hai mươi của Chính phủ.',
  ],
  [
    'Nghị định số 61/2018/NĐ-CP',
    'Nghị định số sáu mươi mốt, năm hai nghìn không trăm mười tám của Chính phủ.',
  ],
  [
    'theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ',
    'Theo Nghị định số một trăm mười tám, năm hai nghìn không trăm hai mươi lăm ngày mùng chín tháng sáu năm hai nghìn không trăm hai mươi lăm của Chính phủ.',
  ],
  ['Quyết định 766/QĐ-TTg', 'Quyết định số bảy trăm sáu mươi sáu của Thủ tướng Chính phủ.'],
  [
    'Quyết định số 15/2026/QĐ-UBND',
    'Quyết định số mười lăm, năm hai nghìn không trăm hai mươi sáu của ủy ban nhân dân.',
  ],
  ['Thông tư 01/2020/TT-BTP', 'Thông tư số một, năm hai nghìn không trăm hai mươi của Bộ Tư pháp.'],
  [
    'Thông tư số 39/2020/TT-BTTTT',
    'Thông tư số ba mươi chín, năm hai nghìn không trăm hai mươi của Bộ Thông tin và Truyền thông.',
  ],
  [
    'Luật số 60/2024/QH15',
    'Luật số sáu mươi, năm hai nghìn không trăm hai mươi tư của Quốc hội khóa mười lăm.',
  ],
  [
    'Luật 26/2023/QH15',
    'Luật số hai mươi sáu, năm hai nghìn không trăm hai mươi ba của Quốc hội khóa mười lăm.',
  ],
  ['Nghị quyết 12/NQ-HĐND', 'Nghị quyết số mười hai của hội đồng nhân dân.'],
  ['Chỉ thị số 05/CT-TTg', 'Chỉ thị số năm của Thủ tướng Chính phủ.'],
  ['Kế hoạch số 12/KH-UBND', 'Kế hoạch số mười hai của ủy ban nhân dân.'],
  ['Thông báo 27/TB-UBND', 'Thông báo số hai mươi bảy của ủy ban nhân dân.'],
  ['Công văn 1234/UBND-VP', 'Công văn số một nghìn hai trăm ba mươi tư của ủy ban nhân dân.'],
  [
    'Thông tư liên tịch 02/2014/TTLT-BTP-BCA',
    'Thông tư liên tịch số hai, năm hai nghìn không trăm mười bốn của Bộ Tư pháp và Bộ Công an.',
  ],
  ['45/2020/NĐ-CP', 'Nghị định số bốn mươi lăm, năm hai nghìn không trăm hai mươi của Chính phủ.'],
  ['khóa XV', 'Khóa mười lăm.'],
  ['Đại hội XIV', 'Đại hội mười bốn.'],
  ['quý IV', 'Quý bốn.'],
  ['quý IV/2026', 'Quý bốn năm hai nghìn không trăm hai mươi sáu.'],
  ['lần thứ I', 'Lần thứ nhất.'],
  ['lần thứ IV', 'Lần thứ tư.'],
  ['lần thứ XXI', 'Lần thứ hai mươi mốt.'],
  ['thế kỷ XXI', 'Thế kỷ hai mươi mốt.'],
  ['Chương II, mục III', 'Chương hai, mục ba.'],
  ['hạng A1', 'Hạng a một.'],
  ['vùng III', 'Vùng ba.'],
  ['Đợt II', 'Đợt hai.'],
  ['UBND xã Vụ Bản', 'Ủy ban nhân dân xã Vụ Bản.'],
  ['HĐND và UBND', 'Hội đồng nhân dân và ủy ban nhân dân.'],
  ['CCCD gắn chip', 'Căn cước công dân gắn chip.'],
  ['thẻ BHYT, sổ BHXH', 'Thẻ bảo hiểm y tế, sổ bảo hiểm xã hội.'],
  ['VNeID mức 2', 'Vê e-nờ e i-đê mức hai.'],
  ['mã OTP', 'Mã ô tê pê.'],
  ['mã QR', 'Mã quy e-rờ.'],
  ['GPLX hạng B2', 'Giấy phép lái xe hạng bê hai.'],
  ['TTHC', 'Thủ tục hành chính.'],
  ['TP.HCM', 'Thành phố Hồ Chí Minh.'],
  ['TP. Nam Định', 'Thành phố Nam Định.'],
  ['TP Hà Nội', 'Thành phố Hà Nội.'],
  ['đ/c Chủ tịch', 'Đồng chí Chủ tịch.'],
  ['NN&PTNT', 'Nông nghiệp và phát triển nông thôn.'],
  ['THCS và THPT', 'Trung học cơ sở và trung học phổ thông.'],
  ['KT-XH', 'Kinh tế, xã hội.'],
  ['HTX nông nghiệp', 'Hợp tác xã nông nghiệp.'],
  ['Công ty TNHH', 'Công ty trách nhiệm hữu hạn.'],
  ['PCCC', 'Phòng cháy chữa cháy.'],
  ['BCH Đoàn xã', 'Ban chấp hành Đoàn xã.'],
  ['SĐT: 0912 345 678', 'Số điện thoại: không chín một hai, ba bốn năm, sáu bảy tám.'],
  ['SXKD', 'Sản xuất kinh doanh.'],
  ['DVCTT', 'Dịch vụ công trực tuyến.'],
  ['5 km', 'Năm ki-lô-mét.'],
  ['60 km/h', 'Sáu mươi ki-lô-mét một giờ.'],
  ['120 m2', 'Một trăm hai mươi mét vuông.'],
  ['120m²', 'Một trăm hai mươi mét vuông.'],
  ['50 ha', 'Năm mươi héc-ta.'],
  ['3 kg', 'Ba ki-lô-gam.'],
  ['500 g', 'Năm trăm gam.'],
  ['2 l', 'Hai lít.'],
  ['38°C', 'Ba mươi tám độ xê.'],
  ['-5°C', 'Âm năm độ xê.'],
  ['100 kWh', 'Một trăm ki-lô-oát giờ.'],
  ['20 MB', 'Hai mươi mê-ga-bai.'],
  ['5 tấn/ha', 'Năm tấn một héc-ta.'],
  ['7/7 thôn', 'Bảy trên bảy thôn.'],
  ['2/3 số hộ', 'Hai phần ba số hộ.'],
  ['1/2 diện tích', 'Một phần hai diện tích.'],
  ['24/7', 'Hai mươi tư trên bảy.'],
  ['12/5 hồ sơ', 'Mười hai trên năm hồ sơ.'],
  ['số 12/5', 'Số mười hai xẹt năm.'],
  ['số nhà 45', 'Số nhà bốn mươi lăm.'],
  ['QL21', 'Quốc lộ hai mươi mốt.'],
  ['QL 10', 'Quốc lộ mười.'],
  ['TL486B', 'Tỉnh lộ bốn trăm tám mươi sáu bê.'],
  ['mẫu CT01', 'Mẫu xê tê không một.'],
  ['khổ A4', 'Khổ a bốn.'],
  ['mạng 4G', 'Mạng bốn giê.'],
  ['Covid-19', 'Covid mười chín.'],
  ['tổ 5', 'Tổ năm.'],
  ['tổ dân phố số 3', 'Tổ dân phố số ba.'],
  ['5-7 ngày', 'Năm đến bảy ngày.'],
  ['3 - 5 người', 'Ba đến năm người.'],
  ['2–3 lần', 'Hai đến ba lần.'],
  ['60 người/ngày', 'Sáu mươi người một ngày.'],
  ['thứ tự 1, 2, 3', 'Thứ tự một, hai, ba.'],
  ['1.004222', 'Một chấm không không bốn hai hai hai.'],
  ['xem tại https://taicho.vn/vu-ban', 'Xem tại trang thông tin của xã.'],
  ['trang www.ninhbinh.gov.vn/tin-tuc?id=12', 'Trang thông tin của xã.'],
  ['thư về xa@ninhbinh.gov.vn', 'Thư về hộp thư điện tử của xã.'],
  ['v.v.', 'Vân vân.'],
  ['và/hoặc', 'Và, hoặc.'],
  ['A & B', 'A và B.'],
  ['1 + 1 = 2', 'Một cộng một bằng hai.'],
  [
    'UBND xã Vụ Bản thông báo: Thứ Sáu 27/11/2026, từ 7 giờ 30 đến 17 giờ, tại Hội trường UBND xã tổ chức “Ngày thứ 6 tại chỗ”.',
    'Ủy ban nhân dân xã Vụ Bản thông báo: Thứ Sáu ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu, từ bảy giờ ba mươi đến mười bảy giờ, tại Hội trường ủy ban nhân dân xã tổ chức “Ngày thứ sáu tại chỗ”.',
  ],
  [
    'Bà con mang theo CCCD, điện thoại đã cài VNeID mức 2; lệ phí chứng thực 2.000 đồng/trang.',
    'Bà con mang theo căn cước công dân, điện thoại đã cài vê e-nờ e i-đê mức hai; lệ phí chứng thực hai nghìn đồng một trang.',
  ],
  [
    'Theo Nghị định số 118/2025/NĐ-CP, thời gian giải quyết không quá 03 ngày làm việc.',
    'Theo Nghị định số một trăm mười tám, năm hai nghìn không trăm hai mươi lăm của Chính phủ, thời gian giải quyết không quá ba ngày làm việc.',
  ],
  [
    'Kỳ trước có 21 người đến, đỡ được 34 chuyến đi, tổng cộng 1.050 km.',
    'Kỳ trước có hai mươi mốt người đến, đỡ được ba mươi tư chuyến đi, tổng cộng một nghìn không trăm năm mươi ki-lô-mét.',
  ],
  [
    'Cần hỏi, gọi 0228 3820 123 (giờ hành chính) hoặc tổng đài 1022.',
    'Cần hỏi, gọi không hai hai tám, ba tám hai không, một hai ba (giờ hành chính) hoặc tổng đài một không hai hai.',
  ],
  [
    'Tiêm vắc-xin cho trẻ từ 12 đến 24 tháng tuổi, sáng 05/12, tại 7/7 thôn.',
    'Tiêm vắc-xin cho trẻ từ mười hai đến hai mươi tư tháng tuổi, sáng ngày mùng năm tháng mười hai, tại bảy trên bảy thôn.',
  ],
  [
    'Cắt điện từ 5h00 đến 11h30 ngày 28/11 tại TDP số 3, KCN và dọc QL10.',
    'Cắt điện từ năm giờ đến mười một giờ ba mươi ngày hai mươi tám tháng mười một tại tổ dân phố số ba, khu công nghiệp và dọc quốc lộ mười.',
  ],
  [
    'Thu thuế đất phi nông nghiệp đợt II, hạn cuối 31/12/2026, mức 0,05%.',
    'Thu thuế đất phi nông nghiệp đợt hai, hạn cuối ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi sáu, mức không phẩy không năm phần trăm.',
  ],
  [
    'Đăng ký tuyển NVQS năm 2027 cho công dân sinh từ 01/01/2002 đến 31/12/2009.',
    'Đăng ký tuyển nghĩa vụ quân sự năm hai nghìn không trăm hai mươi bảy cho công dân sinh từ ngày mùng một tháng một năm hai nghìn không trăm linh hai đến ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm linh chín.',
  ],
  [
    'Đại hội đại biểu Hội Nông dân xã lần thứ XV, nhiệm kỳ 2026-2031, khai mạc 8h ngày 4/12.',
    'Đại hội đại biểu Hội Nông dân xã lần thứ mười lăm, nhiệm kỳ hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm ba mươi mốt, khai mạc tám giờ ngày mùng bốn tháng mười hai.',
  ],
  ['QĐ số 06/QĐ-TTg', 'Quyết định số sáu của Thủ tướng Chính phủ.'],
  [
    'TT 39/2020/TT-BTTTT',
    'Thông tư số ba mươi chín, năm hai nghìn không trăm hai mươi của Bộ Thông tin và Truyền thông.',
  ],
  ['Nghị quyết 57-NQ/TW', 'Nghị quyết số năm mươi bảy của Trung ương.'],
  ['NQ 57-NQ/TW của Bộ Chính trị', 'Nghị quyết số năm mươi bảy của Bộ Chính trị.'],
  ['Chỉ thị số 12-CT/TU', 'Chỉ thị số mười hai của Tỉnh ủy.'],
  ['TDP 3 họp', 'Tổ dân phố ba họp.'],
  ['SĐT 0912345678', 'Số điện thoại không chín một hai, ba bốn năm, sáu bảy tám.'],
  ['ĐT 0228 3820 123', 'Điện thoại không hai hai tám, ba tám hai không, một hai ba.'],
  ['ĐT 485 sửa đường', 'Đường tỉnh bốn trăm tám mươi lăm sửa đường.'],
  [
    'CN 29/11/2026',
    'Chủ nhật ngày hai mươi chín tháng mười một năm hai nghìn không trăm hai mươi sáu.',
  ],
  ['CA xã trực', 'Công an xã trực.'],
  ['P.Thắng Lợi, Q.1', 'Phường Thắng Lợi, quận một.'],
  ['X.Vụ Bản, H.Vụ Bản', 'Xã Vụ Bản, huyện Vụ Bản.'],
  ['2 000 000 đồng', 'Hai triệu đồng.'],
  ['15 000đ một bản', 'Mười lăm nghìn đồng một bản.'],
  ['1 250 000 người', 'Một triệu hai trăm năm mươi nghìn người.'],
  ['ngày 27/11/26', 'Ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu.'],
  ['<10 người', 'Dưới mười người.'],
  ['>50% số hộ', 'Trên năm mươi phần trăm số hộ.'],
  ['≥ 60 tuổi', 'Từ sáu mươi tuổi.'],
  ['≤ 5 ngày', 'Không quá năm ngày.'],
  ['nghỉ ½ ngày', 'Nghỉ nửa ngày.'],
  ['họp 2½ giờ', 'Họp hai giờ rưỡi.'],
  [
    'gọi 0228.3820.123 - 0912.345.678',
    'Gọi không hai hai tám, ba tám hai không, một hai ba, không chín một hai, ba bốn năm, sáu bảy tám.',
  ],
  ['số CMND/CCCD', 'Số chứng minh nhân dân hoặc căn cước công dân.'],
  ['đợt 2/2026', 'Đợt hai năm hai nghìn không trăm hai mươi sáu.'],
  ['10h sáng 25-11', 'Mười giờ sáng ngày hai mươi lăm tháng mười một.'],
  ['ngày 5-6/12', 'Ngày mùng năm đến ngày mùng sáu tháng mười hai.'],
  ['TT Gôi', 'Thị trấn Gôi.'],
  ['3.500đ/kWh', 'Ba nghìn năm trăm đồng một ki-lô-oát giờ.'],
  ['rộng 3,5m x 4m', 'Rộng ba phẩy năm mét nhân bốn mét.'],
]

describe('what officers write is read aloud', () => {
  test.each(cases)('%s', (written, spoken) => {
    expect(speak(written)).toBe(spoken)
  })

  test('in more than two hundred cases', () => {
    expect(cases.length).toBeGreaterThan(200)
  })
})

describe('the office teaches the voice', () => {
  test('its own short forms, which win over those that ship', () => {
    const own = { XYZ: 'xưởng may Hoa Sen', TB: 'thương binh' }

    expect(speak('TB của XYZ', own)).toBe('Thương binh của xưởng may Hoa Sen.')
  })

  test('a short form inside a longer word is left alone', () => {
    expect(speak('TBA và TB')).toBe('TBA và thông báo.')
  })

  test('capitals that nobody can say are read letter by letter', () => {
    expect(speak('máy PCR')).toBe('Máy pê xê e-rờ.')
  })
})

describe('a script is made of sentences', () => {
  test('each line ends in a stop, empty ones are gone', () => {
    expect(speak('Thông báo\n\nMời bà con đến')).toBe('Thông báo.\nMời bà con đến.')
  })

  test('an empty text has nothing to say', () => {
    expect(speak(' \n ')).toBe('')
  })
})

/** Pieces of real bulletins in any order, with any signs between. */
const pieces = fc
  .array(
    fc.tuple(
      fc.constantFrom(...cases.map(([written]) => written)),
      fc.constantFrom(' ', ', ', '. ', '', '-', '/', '\n', ' – ', ':'),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.flat().join(''))
/** Whatever else a keyboard holds, digits and signs above all. */
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,:/-–+%()hgkm đĐT IVXN²½Ⅳ٣'), maxLength: 24 }),
)

describe('whatever is written', () => {
  test('no digit is left to stumble over', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, anything), (written) => {
        expect(speak(written)).not.toMatch(/\p{N}/u)
      }),
      { numRuns: 3000 },
    )
  })

  test('what was spoken once stays as it is when spoken again', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, anything), (written) => {
        const spoken = speak(written)
        expect(speak(spoken)).toBe(spoken)
      }),
      { numRuns: 3000 },
    )
  })
})
