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
