import { useState } from 'react'
import { act, type InputOf, useCommand } from '../../api.ts'
import type { Entry } from '../../features/chronology/entry-form.tsx'
import { KeptFromFields } from '../../features/restricted/kept-from-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'

interface RestrictEventProps {
  stayId: string
  entry: Entry
  onDone: () => void
}

type Typed = Pick<InputOf<typeof act.chronology.restrict.mutate>, 'keptFrom' | 'because'>

/** Makes a restricted entry of an event that everybody could read until now. */
export function RestrictEvent({ stayId, entry, onDone }: RestrictEventProps) {
  const restrict = useCommand(act.chronology.restrict.mutate)
  const [asking, ask] = useState(false)
  const { recordId: id, version } = entry
  if (!asking)
    return (
      <p>
        <Button kind="quiet" small onClick={() => ask(true)}>
          Make this event a restricted entry
        </Button>
      </p>
    )
  return (
    <Form<Typed>
      act="Make it a restricted entry"
      kind="warning"
      draft={`restrict:${id}:${version}`}
      save={(typed) => restrict({ ...typed, stayId, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: () => ask(false) }}
    >
      <p>
        It goes off the page of history with its words, and stands under the restricted entries of
        the stay. What was printed with it before is still on paper: collect it.
      </p>
      <KeptFromFields />
    </Form>
  )
}
