import { whichOfTwo } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Button } from '../button.tsx'
import { useServiceNow } from '../service-clock.tsx'
import { DateBoxesInput } from './date-boxes.tsx'
import { Group } from './group.tsx'
import {
  type InstantLimits,
  needsWhich,
  partsOf,
  readInstant,
  textOfInstant,
  textOfParts,
  tidyTime,
} from './instant-text.ts'
import { useField } from './use-field.ts'

interface InstantFieldProps extends InstantLimits {
  name: string
  legend: string
  hint?: string
  required?: string
  /** The act may lie ahead: no "not in the future", no button for now. */
  future?: boolean
  /** A time to take at one press. */
  suggest?: { label: string; instant: Instant }
}

/** A date and time on the ward's clock, sent as an instant. The hour that comes twice asks which; the missing one is refused. */
export function InstantField(props: InstantFieldProps) {
  const now = useServiceNow()
  const limits = (): InstantLimits => ({
    earliest: props.earliest,
    latest: props.latest ?? (props.future ? undefined : now()),
    tooLate: props.latest
      ? props.tooLate
      : 'This time has not come yet. Check the date and the time',
  })
  const field = useField<string>(props.name, {
    empty: '',
    required: props.required,
    focus: 'day',
    check: (typed) => {
      const result = readInstant(typed, limits())
      return 'fault' in result ? result.fault : undefined
    },
    read: (typed) => {
      const result = readInstant(typed, limits())
      return 'instant' in result ? result.instant : typed
    },
  })
  const parts = partsOf(field.typed)
  const ask = needsWhich(parts)
  return (
    <Group id={field.id} legend={props.legend} hint={props.hint} error={field.error}>
      <div className="app-instant">
        <DateBoxesInput
          id={field.id}
          text={parts.date}
          error={field.error !== undefined}
          onChange={(date) => field.set(textOfParts({ ...parts, date, which: undefined }))}
          onBlur={field.blur}
        />
        <div className="app-instant__time">
          <label className="nhsuk-label nhsuk-date-input__label" htmlFor={`${field.id}-time`}>
            Time
          </label>
          <input
            id={`${field.id}-time`}
            className={`nhsuk-input nhsuk-input--width-5${field.error ? ' nhsuk-input--error' : ''}`}
            autoComplete="off"
            placeholder="hh:mm"
            value={parts.time}
            onChange={(event) =>
              field.set(
                textOfParts({ ...parts, time: event.currentTarget.value, which: undefined }),
              )
            }
            onBlur={(event) => {
              const time = tidyTime(event.currentTarget.value)
              if (time !== parts.time) field.set(textOfParts({ ...parts, time }))
              field.blur()
            }}
          />
        </div>
        {(!props.future || props.suggest) && (
          <Button
            kind="quiet"
            small
            onClick={() => field.set(textOfInstant(props.suggest?.instant ?? now()))}
          >
            {props.suggest?.label ?? 'Now'}
          </Button>
        )}
      </div>
      {ask && (
        <WhichField
          id={field.id}
          time={tidyTime(parts.time)}
          which={parts.which}
          onChange={(which) => field.set(textOfParts({ ...parts, which }))}
        />
      )}
    </Group>
  )
}

interface WhichFieldProps {
  id: string
  time: string
  which: (typeof whichOfTwo)[number] | undefined
  onChange: (which: (typeof whichOfTwo)[number]) => void
}

function WhichField({ id, time, which, onChange }: WhichFieldProps) {
  return (
    <fieldset className="nhsuk-fieldset app-instant__which">
      <legend className="nhsuk-fieldset__legend">
        The clocks went back that night, and {time} came twice. Which one was it?
      </legend>
      <div className="nhsuk-radios nhsuk-radios--small nhsuk-radios--inline">
        {whichOfTwo.map((value) => (
          <div key={value} className="nhsuk-radios__item">
            <input
              className="nhsuk-radios__input"
              type="radio"
              id={`${id}-${value}`}
              name={`${id}-which`}
              checked={which === value}
              onChange={() => onChange(value)}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${id}-${value}`}>
              {value === 'first' ? 'The first, before the change' : 'The second, after the change'}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
