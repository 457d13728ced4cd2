import { type SafeToContact, safeToContactLabels } from '#domain/people/record.ts'
import { Shown } from '../../ui/shown.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

const tones: Record<SafeToContact, Tone> = {
  yes: 'good',
  'only-through': 'warning',
  'do-not-contact': 'danger',
  'not-known': 'warning',
}

/** Whether somebody may be contacted, and through whom. */
export function ContactTag({ safe, through }: { safe: SafeToContact; through: string | null }) {
  return (
    <>
      <Tag tone={tones[safe]}>{safeToContactLabels[safe]}</Tag>
      {through && (
        <p className="app-quiet">
          Through <Shown>{through}</Shown>
        </p>
      )}
    </>
  )
}
