import { z } from 'zod'
import { findCommune, type Commune } from '#src/modules/places/index.ts'
import { listOffices, type Office } from '#src/modules/offices/index.ts'
import { endpoint, type Asking } from './endpoint.ts'
import { enterBySlug, slug } from './enter-office.ts'
import { items, say } from './shapes.ts'

const OfficeItem = z
  .object({
    slug: z.string(),
    name: z.string(),
    communeCode: z.string(),
    address: z.string().nullable(),
    phone: z.string().nullable().describe('Of the office; digits only.'),
    opening: z.string().nullable().describe('When the desk is open, in words.'),
    url: z.string().describe('Its page for people.'),
    isDemo: z.boolean().describe('Invented, to try things out.'),
  })
  .meta({ id: 'Office' })

const WholeOffice = OfficeItem.extend({
  commune: z.string().nullable().describe('Xã Vụ Bản'),
  province: z.string().nullable().describe('Tỉnh Ninh Bình'),
}).meta({ id: 'WholeOffice' })

export const offices = endpoint({
  path: '/offices',
  name: 'listOffices',
  tag: 'offices',
  summary: 'The one-stop desks of this site, by name',
  params: z.object({}),
  response: items(OfficeItem),
  answer: async (asking) => ({
    items: (await listOffices(asking.nation)).map((office) => itemOf(asking, office)),
  }),
})

export const office = endpoint({
  path: '/offices/{slug}',
  name: 'getOffice',
  tag: 'offices',
  summary: 'A one-stop desk: where it is, when it is open',
  params: z.object({ slug }),
  response: WholeOffice,
  refuses: [404],
  answer: async (asking, asked) => {
    const { office } = await enterBySlug(asking, asked.slug)
    const { code, validFrom: at } = office.commune
    const commune: Commune | null = await findCommune(asking.nation, { code, at })
    return {
      ...itemOf(asking, office),
      commune: commune?.full_name ?? null,
      province: commune?.province ?? null,
    }
  },
})

function itemOf({ house, lang }: Asking, office: Office): z.output<typeof OfficeItem> {
  return {
    slug: office.slug,
    name: say(lang, office.name),
    communeCode: office.commune.code,
    address: office.address,
    phone: office.phone,
    opening: say(lang, office.opening),
    url: `${house.publicUrl}${lang === 'en' ? '/en' : ''}/${office.slug}`,
    isDemo: office.isDemo,
  }
}
