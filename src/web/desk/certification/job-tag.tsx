import type { SigningJob } from '#src/modules/signing/index.ts'
import { Tag, type Tone } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

const tones: Record<SigningJob['state'], Tone> = {
  waiting_official: 'sun',
  official_pending: 'sun',
  waiting_seal: 'sun',
  seal_pending: 'sun',
  waiting_time: 'sun',
  sealed: 'leaf',
  cancelled: 'hot',
}

/** How far the file of a copy got, and what holds it up. */
export function JobTag({ job }: { job: SigningJob | null }) {
  const { w } = useView()
  if (!job) return null
  return (
    <>
      <Tag tone={tones[job.state]}>{w.deskCertification.jobStates[job.state]}</Tag>
      {job.trouble && <Tag tone="hot">{w.signing.troubles[job.trouble]}</Tag>}
    </>
  )
}
