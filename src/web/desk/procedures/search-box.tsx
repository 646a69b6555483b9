import { paths } from '../../paths.ts'
import { SearchBox as Box } from '../../ui/search-box.tsx'
import { useView } from '../../view.ts'

/** What the officer hears, typed as it is heard. */
export function SearchBox({ q }: { q: string }) {
  return <Box action={paths.deskProcedures()} q={q} words={useView().w.deskReports.procedures} />
}
