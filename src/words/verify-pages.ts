import { bilingual } from './bilingual.ts'

export const verifyPages = bilingual({
  vi: {
    /** What stands on a certified copy itself, always in Vietnamese. */
    onCopy: {
      republic: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      heading: 'LỜI CHỨNG',
      subheading: 'Chứng thực bản sao điện tử từ bản chính',
      number: (number: string) => `Số chứng thực: ${number}`,
      book: (book: string) => `Quyển số: ${book}`,
      mark: (number: string, book: string) => `Bản sao chứng thực số ${number} · Quyển số ${book}`,
      page: (page: number, of: number) => `Trang ${page}/${of}`,
      code: (code: string) => `Mã kiểm tra ${code}`,
      seal: 'CON DẤU SỐ CỦA CƠ QUAN',
      official: 'CHỮ KÝ SỐ',
      checkTitle: 'Kiểm tra bản sao này',
      check: (address: string, code: string) =>
        `Quét mã bên cạnh, hoặc mở ${address} và nhập mã ${code}. Chữ ký và con dấu số nằm trong tệp: hãy kiểm tra trên tệp, không kiểm tra trên bản in.`,
    },
  },
  en: {
    onCopy: {
      republic: 'SOCIALIST REPUBLIC OF VIET NAM',
      motto: 'Independence - Freedom - Happiness',
      heading: 'CERTIFICATION',
      subheading: 'Electronic copy certified against the original',
      number: (number: string) => `Certification no.: ${number}`,
      book: (book: string) => `Book: ${book}`,
      mark: (number: string, book: string) => `Certified copy no. ${number} · Book ${book}`,
      page: (page: number, of: number) => `Page ${page}/${of}`,
      code: (code: string) => `Check code ${code}`,
      seal: 'DIGITAL SEAL OF THE OFFICE',
      official: 'DIGITAL SIGNATURE',
      checkTitle: 'Check this copy',
      check: (address: string, code: string) =>
        `Scan the code beside, or open ${address} and type ${code}. Signature and seal are in the file: check the file, not a print of it.`,
    },
  },
})
