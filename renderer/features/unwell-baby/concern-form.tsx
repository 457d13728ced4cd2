import { type MouseEvent, useRef, useState } from 'react'
import { formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { findingLabels } from '#domain/unwell-baby/findings.ts'
import { concernOwnerLabels } from '#domain/unwell-baby/record.ts'
import { warningsFor } from '#domain/unwell-baby/warnings.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow, useTicking } from '../../ui/service-clock.tsx'
import type { ConcernTyped, RaisedBy } from './concern-input.ts'
import { WhichBaby, type WhichBabyView } from './which-baby.tsx'
import { mobilityLabels } from './words.ts'

interface ConcernFormProps {
  baby: WhichBabyView & { bornAt?: Instant | null }
  save: (typed: ConcernTyped, by: RaisedBy) => Promise<Reply<unknown>>
  onCancel: () => void
  /** When it was pressed on the lock screen: the clock runs from then unless it was noticed earlier. */
  pressedAt?: Instant | undefined
  /** When mother and baby left: the concern was noticed before, and when is asked. */
  leftAt?: Instant | null
}

/**
 * Raises a concern with one press: the button says whose worry it is. Everything else may be given now or
 * follow; the clock runs from the moment that is shown.
 */
export function ConcernForm({ baby, save, onCancel, pressedAt, leftAt }: ConcernFormProps) {
  const by = useRef<RaisedBy>('me')
  const now = useServiceNow()
  const [earlier, setEarlier] = useState(Boolean(leftAt))
  const [other, setOther] = useState(false)
  const raiseForMother = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    by.current = 'mother'
    currentTarget.form?.requestSubmit()
  }
  return (
    <Form<ConcernTyped>
      act={other ? 'Raise this concern now' : 'I am worried: raise it now'}
      kind="warning"
      save={(typed) => {
        const pressed = by.current
        by.current = 'me'
        return save(typed, pressed)
      }}
      otherActs={
        !other && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--warning"
            onClick={raiseForMother}
          >
            The mother is worried: raise it now
          </button>
        )
      }
      cancel={{ label: 'Go back', onClick: onCancel }}
    >
      <WhichBaby baby={baby} />
      <div className="episode-raise">
        {earlier ? (
          <InstantField
            name="recognisedAt"
            legend="When was it first noticed?"
            hint={
              leftAt
                ? `They left on ${formatDateTime(leftAt)}: enter a time before. The clock runs from then.`
                : 'The clock runs from then.'
            }
            required="Enter when it was first noticed"
          />
        ) : (
          <p className="episode-raise__when">
            {pressedAt ? (
              <>
                The clock runs from when it was pressed on the lock screen:{' '}
                <strong className="app-number">{formatTime(pressedAt)}</strong>{' '}
              </>
            ) : (
              <>
                The clock runs from now: <NowTime />{' '}
              </>
            )}
            <Button kind="quiet" small onClick={() => setEarlier(true)}>
              It was noticed earlier
            </Button>{' '}
            {!other && <SomebodyElseButton onClick={() => setOther(true)} />}
          </p>
        )}
        {earlier && !other && (
          <p>
            <SomebodyElseButton onClick={() => setOther(true)} />
          </p>
        )}
      </div>
      {other && <SomebodyElse />}
      <p>
        Raise it with one press below. All of this may stay empty now, and be written down later.
      </p>
      <div className="episode-raise__signs">
        <CheckboxesField
          name="findings"
          legend="Any of these?"
          choices={warningsFor(baby, now()).map((code) => ({
            value: code,
            label: findingLabels[code],
          }))}
        />
      </div>
      <Mobility />
      <NoteField name="words" label="What is the worry?" rows={2} />
    </Form>
  )
}

const SomebodyElseButton = ({ onClick }: { onClick: () => void }) => (
  <Button kind="quiet" small onClick={onClick}>
    Somebody else is worried
  </Button>
)

const NowTime = () => <strong className="app-number">{formatTime(useTicking(1000))}</strong>

function SomebodyElse() {
  return (
    <>
      <RadiosField
        name="whose"
        legend="Whose worry is it?"
        inline
        required="Say whose worry it is"
        choices={choicesOf(concernOwnerLabels)}
      />
      <RadiosField
        name="basis.kind"
        legend="How is it known?"
        inline
        required="Say how it is known"
        choices={[
          { value: 'told', label: 'Told by someone' },
          { value: 'observed', label: 'Observed by staff' },
        ]}
      />
      <TextField
        name="basis.by"
        label="Who said it or saw it"
        required="Enter who said it or saw it"
      />
    </>
  )
}

function Mobility() {
  const found = useTyped<string[]>('findings') ?? []
  if (!found.some((code) => code === 'bruise-or-injury' || code === 'unsure-mark')) return null
  return (
    <RadiosField
      name="mobility"
      legend="Does the baby pull to stand, cruise or walk?"
      required="Say whether the baby moves about by itself"
      choices={choicesOf(mobilityLabels)}
    />
  )
}
