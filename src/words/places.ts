import { bilingual } from './bilingual.ts'

export const places = bilingual({
  vi: {
    refusals: {
      'places.commune_unknown': ({ code }) =>
        `Không có xã, phường nào mang mã ${code} vào ngày này. Xin tìm lại theo tên.`,
    },
  },
  en: {
    refusals: {
      'places.commune_unknown': ({ code }) =>
        `No commune bears the code ${code} on this day. Please look it up by name.`,
    },
  },
})
