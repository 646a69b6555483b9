/** Words of offices that a farmer has to ask about, and what a good officer says instead. */
const plainer: readonly (readonly [jargon: string, plain: string])[] = [
  ['thủ tục hành chính', 'giấy tờ'],
  ['giải quyết thủ tục', 'làm giấy tờ'],
  ['cơ sở dữ liệu quốc gia', 'sổ dân cư trên máy'],
  ['dịch vụ công trực tuyến', 'làm giấy tờ qua mạng'],
  ['hồ sơ điện tử', 'giấy tờ nộp qua mạng'],
  ['tài khoản định danh điện tử', 'tài khoản VNeID'],
  ['định danh điện tử mức độ 2', 'VNeID mức 2'],
  ['định danh mức độ 2', 'VNeID mức 2'],
  ['cơ quan có thẩm quyền', 'nơi giải quyết'],
  ['tổ chức, cá nhân', 'bà con và doanh nghiệp'],
  ['công dân', 'bà con'],
  ['liên thông', 'làm một lần nhiều việc'],
  ['một cửa liên thông', 'làm một nơi'],
  ['niêm yết', 'dán ở bảng tin'],
  ['phi địa giới hành chính', 'ở đâu cũng nộp được'],
  ['nghĩa vụ tài chính', 'thuế và phí'],
  ['thanh toán trực tuyến', 'trả tiền qua điện thoại'],
  ['triển khai', 'làm'],
  ['căn cứ theo', 'theo'],
  ['trân trọng thông báo', 'xin báo'],
  ['kính đề nghị', 'mời'],
  ['theo quy định hiện hành', 'theo quy định'],
]

/** The words of offices in a text, each with a plainer one; what is part of a longer one is not told again. */
export function findJargon(text: string): { found: string; plain: string }[] {
  let rest = text.normalize('NFC').toLowerCase()
  const all: { found: string; plain: string }[] = []
  for (const [found, plain] of [...plainer].sort((a, b) => b[0].length - a[0].length)) {
    const pattern = new RegExp(String.raw`(?<![\p{L}])${found}(?![\p{L}])`, 'gu')
    if (!pattern.test(rest)) continue
    all.push({ found, plain })
    rest = rest.replace(pattern, ' ')
  }
  return all
}
