import { paths } from '../paths.ts'
import { SearchBox as Box } from '../ui/search-box.tsx'
import { useView } from '../view.ts'

/** "Bà con cần làm giấy tờ gì?": as people speak, without accents. */
export function SearchBox({ office, q }: { office: string; q: string }) {
  return <Box action={paths.procedures(office)} q={q} words={useView().w.public.home} />
}
