import sharp from 'sharp'
import type { Copy, CopiedSheet } from '#src/modules/certification/compose/copy.ts'

/** A scanned page: a frame, and bars where words would be. */
export async function makeScan(width = 1240, height = 1754): Promise<CopiedSheet> {
  const bars = Array.from({ length: 12 }, (_, i) => {
    const y = Math.round(height * (0.2 + i * 0.05))
    return `<rect x="${width / 8}" y="${y}" width="${width * 0.7}" height="${height / 90}" fill="#333"/>`
  })
  const frame = `<rect width="100%" height="100%" fill="#f4ecd8"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${frame}${bars.join('')}</svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
  return { mediaType: 'image/jpeg', bytes }
}

/** A copy of one page, ready to be composed. */
export async function makeCopy(changed: Partial<Copy> = {}): Promise<Copy> {
  return {
    sheets: changed.sheets ?? [await makeScan()],
    statement: {
      issuer: ['ỦY BAN NHÂN DÂN', 'XÃ VỤ BẢN'],
      lines: [
        'Chứng thực bản sao điện tử này đúng với bản chính giấy khai sinh do bà Nguyễn Thị A xuất trình.',
        'Bản chính gồm 01 (một) trang.',
      ],
      place: 'Vụ Bản',
      dateWords: 'ngày 27 tháng 11 năm 2026',
      signerTitle: 'CHỦ TỊCH',
      signerName: 'Nguyễn Thị Thanh Hằng',
      number: '123',
      book: '01/2026-SCTĐT/BS',
    },
    stamp: {
      official: ['Ký bởi: Nguyễn Thị Thanh Hằng', '27/11/2026 15:02:22 +07:00'],
      seal: ['Ủy ban nhân dân xã Vụ Bản', '27/11/2026 15:02:22 +07:00'],
    },
    verifyUrl: 'https://mot-cua.example/vu-ban/xac-minh/7KQ4M2XP9RTA',
    at: new Date('2026-11-27T08:02:22Z'),
    title: 'Bản sao chứng thực số 123: Giấy khai sinh',
    ...changed,
  }
}
