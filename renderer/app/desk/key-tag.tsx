import { Tag } from '../../ui/tag.tsx'

/** Whose key signed a pack, in a word. */
export function KeyTag({ standing }: { standing: 'confirmed' | 'not-confirmed' | 'another' }) {
  if (standing === 'confirmed') return <Tag tone="good">Confirmed</Tag>
  return standing === 'another' ? (
    <Tag tone="danger">Another key than before</Tag>
  ) : (
    <Tag tone="warning">Not confirmed</Tag>
  )
}
