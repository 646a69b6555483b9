/** Family names that most people of Việt Nam bear. A full name begins with one of them. */
export const familyNames: readonly string[] = [
  ...['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ'],
  ...['Hồ', 'Ngô', 'Dương', 'Lý', 'Đào', 'Đoàn', 'Vương', 'Trịnh', 'Trương', 'Đinh', 'Lâm', 'Mai'],
  ...['Tô', 'Tạ', 'Hà', 'Cao', 'Lưu', 'Chu', 'Châu', 'Thái', 'Tống', 'Kiều', 'Quách', 'La', 'Từ'],
  ...['Nghiêm', 'Khổng', 'Khuất', 'Phùng', 'Đàm', 'Tăng', 'Thạch', 'Triệu', 'Diệp', 'Doãn', 'Giáp'],
  ...['Hứa', 'Lương', 'Lục', 'Mạc', 'Ninh', 'Quan', 'Sầm', 'Thân', 'Tiêu', 'Tôn', 'Trà'],
  ...['Trang', 'Ung', 'Văn', 'Viên', 'Vi', 'Bạch', 'Bế', 'Cù', 'Đậu', 'Đồng', 'Hầu', 'Kim', 'Lại'],
  ...['Lã', 'Lò', 'Lường', 'Lô', 'Ma', 'Giàng', 'Thào', 'Vàng', 'Sùng', 'Nông', 'Hoa', 'Y', 'Rơ'],
]

/** What begins with a family name in capitals and is no person: provinces, days, bodies. */
export const notPeople: readonly string[] = [
  ...['Hà Nội', 'Hà Nam', 'Hà Tĩnh', 'Hà Giang', 'Hà Đông', 'Thái Bình', 'Thái Nguyên', 'Hoa Lư'],
  ...['Ninh Bình', 'Ninh Thuận', 'Lâm Đồng', 'Cao Bằng', 'Đồng Nai', 'Đồng Tháp', 'Trà Vinh'],
  ...['Đoàn Thanh niên', 'Trang Thông tin', 'Hồ Chí Minh', 'Kim Sơn', 'Lý Nhân', 'Kim Bảng'],
]

/** No given name begins so: “Từ Thứ Sáu”, “Mai Chủ nhật”, “Quan Công an”. */
export const neverGiven =
  'Thứ|Chủ|Tết|Tháng|Ngày|Sáng|Chiều|Tối|Công an|Ủy ban|UBND|Ban|Hội|Bộ|Sở|Trạm|Trường|Thôn|Xóm|Nhà'
