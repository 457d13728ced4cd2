import { type CellLevel, levelsIn, type Place, places } from '#domain/supervision/codes.ts'
import { levelName, placeName, type SupervisionRules } from '#domain/supervision/rule-content.ts'
import { useField } from '../../ui/form/use-field.ts'
import { LevelTag } from './level-tag.tsx'

interface LevelsFieldsProps {
  rules: SupervisionRules
  /** What was decided last in each place; nothing where this is the first assessment. */
  lastDecided?: (place: Place) => CellLevel | null
  isFirst: boolean
}

/** One level a place, with the last decided level beside it: shown, never filled in by itself. */
export function LevelsFields({ rules, lastDecided = () => null, isFirst }: LevelsFieldsProps) {
  return (
    <div className="app-table-scroll">
      <table className="app-table app-table--levels">
        <caption className="app-hidden">A level for each place</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Last decided</th>
            <th scope="col">From now on, and why there</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <PlaceRow
              key={place}
              place={place}
              rules={rules}
              decided={lastDecided(place)}
              isFirst={isFirst}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PlaceRowProps {
  place: Place
  rules: SupervisionRules
  decided: CellLevel | null
  isFirst: boolean
}

function PlaceRow({ place, rules, decided, isFirst }: PlaceRowProps) {
  const name = placeName(rules, place)
  const field = useField<string>(levelField(place), {
    empty: '',
    required: isFirst ? `Choose a level, or not allowed, for: ${name.toLowerCase()}` : undefined,
  })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{decided === null ? 'Never' : <LevelTag rules={rules} level={decided} />}</td>
      <td>
        {field.error && (
          <span className="nhsuk-error-message" id={`${field.id}--error`}>
            {field.error}
          </span>
        )}
        <select
          className={`nhsuk-select${field.error ? ' nhsuk-select--error' : ''}`}
          id={field.id}
          aria-label={`Level: ${name}`}
          aria-describedby={field.error ? `${field.id}--error` : undefined}
          value={field.typed}
          onChange={(event) => field.set(event.currentTarget.value)}
          onBlur={field.blur}
        >
          <option value="">{isFirst ? 'Choose' : 'Not part of this decision'}</option>
          {levelsIn(place).map((level) => (
            <option key={level} value={level}>
              {levelOption(rules, level, place)}
            </option>
          ))}
        </select>
        <NoteOfPlace place={place} name={name} />
      </td>
    </tr>
  )
}

/** What is particular to one place; what holds for all of them is asked once, below. */
function NoteOfPlace({ place, name }: { place: Place; name: string }) {
  const field = useField<string>(`notes.${place}`, { empty: '' })
  return (
    <input
      type="text"
      className="nhsuk-input"
      id={field.id}
      aria-label={`Why there: ${name}`}
      value={field.typed}
      onChange={(event) => field.set(event.currentTarget.value)}
      onBlur={field.blur}
      placeholder="Why there, and what it rests on, where it differs"
      autoComplete="off"
      spellCheck={false}
      dir="auto"
    />
  )
}

/** The path of a place's level in the form. */
export const levelField = (place: Place) => `levels.${place}`

function levelOption(rules: SupervisionRules, level: CellLevel, place: Place): string {
  const rule = rules.levels.find(({ code }) => code === level)
  if (!rule) return levelName(rules, level)
  const words =
    place === 'unit-day' ? rule.inside : place === 'unit-night' ? rule.night : rule.outside
  return `${rule.name}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
