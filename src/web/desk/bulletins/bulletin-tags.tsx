import { latestOf, type Bulletin, type BulletinVersion } from '#src/modules/outreach/index.ts'
import { Tag, type Tone } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

const tones: Record<BulletinVersion['state'], Tone> = {
  draft: 'plain',
  waiting: 'sun',
  approved: 'leaf',
  returned: 'hot',
}

/** Where a bulletin stands, how urgent it is. */
export function BulletinTags({ bulletin }: { bulletin: Bulletin }) {
  const { w } = useView()
  const latest = latestOf(bulletin)
  return (
    <span class="tags">
      {bulletin.withdrawn ? (
        <Tag tone="plain">{w.bulletins.withdrawn}</Tag>
      ) : (
        <Tag tone={tones[latest.state]}>{w.outreach.states[latest.state]}</Tag>
      )}
      <PriorityTag version={latest} />
    </span>
  )
}

/** Nothing for what is ordinary. */
export function PriorityTag({ version }: { version: Pick<BulletinVersion, 'priority'> }) {
  const { w } = useView()
  if (version.priority === 'normal') return null
  return (
    <Tag tone={version.priority === 'urgent' ? 'hot' : 'sun'}>
      {w.outreach.priorities[version.priority]}
    </Tag>
  )
}

/** A text as it was written, a paragraph a line. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </>
  )
}
