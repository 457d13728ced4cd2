import { useState } from 'react'
import { type Movable, type MovableType, movable } from '#domain/restricted/movable.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { KeptFromFields } from '../../features/restricted/kept-from-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { useMay } from '../session/me.ts'

interface MakeRestrictedProps {
  type: MovableType
  id: string
  version: number
  onDone: () => void
}

type Typed = Pick<InputOf<typeof act.restricted.move.mutate>, 'keptFrom' | 'because' | 'instead'>

const acts: Record<MovableType, string> = {
  chronology_entry: 'Make this event a restricted entry',
  health_contact: 'Make this contact a restricted entry',
  contact: 'Make this contact a restricted entry',
  care_entry: 'Make this note a restricted entry',
  clause_answer: 'Make this note a restricted entry',
  information_item: 'Make what this says a restricted entry',
  referral: 'Make the reason for the referral a restricted entry',
}

/** Makes a restricted entry of words that everybody could read until now. */
export function MakeRestricted({ type, id, version, onDone }: MakeRestrictedProps) {
  const move = useCommand(act.restricted.move.mutate)
  const mayMove = useMay('restricted:move')
  const [asking, ask] = useState(false)
  const { way, needsInstead }: Movable = movable[type]
  if (!mayMove) return null
  if (!asking)
    return (
      <p>
        <Button kind="quiet" small onClick={() => ask(true)}>
          {acts[type]}
        </Button>
      </p>
    )
  return (
    <div className="app-own-act">
      <Form<Typed>
        act="Make it a restricted entry"
        kind="warning"
        draft={`restrict:${id}:${version}`}
        save={(typed) => move({ ...typed, id, version })}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: () => ask(false) }}
      >
        <p>
          {way === 'whole'
            ? 'It goes off this page with its words, and stands under the restricted entries of the family.'
            : 'Its words go to the restricted entries of the family. The rest stays here.'}{' '}
          Whoever wrote it is told, and somebody else than you looks at it afterwards. What was
          printed with it before is still on paper: collect it.
        </p>
        <KeptFromFields />
        {way === 'words' && (
          <NoteField
            name="instead"
            label={
              needsInstead
                ? 'What everybody may read there instead'
                : 'What everybody may read there instead (optional)'
            }
            rows={2}
            {...(needsInstead ? { required: 'Enter what everybody may read there instead' } : {})}
          />
        )}
      </Form>
    </div>
  )
}
