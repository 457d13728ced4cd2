import type { Reply } from '#domain/shared/failure.ts'
import {
  type ImportKind,
  importColumns,
  importKindLabels,
} from '#domain/training/import/columns.ts'
import { Form } from '../../../ui/form/form.tsx'
import { FormPart } from '../../../ui/form/part.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { Shown } from '../../../ui/shown.tsx'
import type { Look, SheetLook } from './view.ts'

interface ColumnsFormProps {
  look: Look
  sheet: number
  kind: ImportKind
  onKind: (kind: ImportKind) => void
  onSheet: (sheet: number) => void
  kinds: readonly ImportKind[]
  check: (columns: Record<string, number>) => Promise<Reply<unknown>>
  onCancel: () => void
}

/** Says what each column holds; what the headings tell, and what was said of the last file, is filled in. */
export function ColumnsForm(props: ColumnsFormProps) {
  const { look, kind, kinds } = props
  const sheet = look.sheets[props.sheet]
  if (!sheet) return null
  const guessed = sheet.guesses[kind] as Record<string, number>
  return (
    <>
      <div className="training-import-top">
        <Chooser
          legend="What the file holds"
          choices={kinds.map((value) => ({ value, label: importKindLabels[value] }))}
          value={kind}
          onChange={props.onKind}
        />
        {look.sheets.length > 1 && (
          <Chooser
            legend="Sheet"
            choices={look.sheets.map(({ name, rows }, index) => ({
              value: String(index),
              label: `${name} (${rows} rows)`,
            }))}
            value={String(props.sheet)}
            onChange={(value) => props.onSheet(Number(value))}
          />
        )}
      </div>
      <Sample sheet={sheet} />
      <Form<{ columns: Record<string, string> }>
        key={`${kind} ${props.sheet}`}
        act="Check the rows"
        initial={{
          columns: Object.fromEntries(
            Object.entries(guessed).map(([key, at]) => [key, String(at)]),
          ),
        }}
        save={({ columns = {} }) =>
          props.check(
            Object.fromEntries(
              Object.entries(columns).flatMap(([key, at]) => (at ? [[key, Number(at)]] : [])),
            ),
          )
        }
        cancel={{ label: 'Take another file', onClick: props.onCancel }}
      >
        <FormPart title="Which column holds what">
          <div className="training-import-columns">
            {importColumns[kind].map(({ key, label }) => (
              <SelectField
                key={key}
                name={`columns.${key}`}
                label={label}
                prompt="Not in the file"
                choices={sheet.headings.map((heading, at) => ({
                  value: String(at),
                  label: heading || `Column ${at + 1}, without a heading`,
                }))}
              />
            ))}
          </div>
        </FormPart>
      </Form>
    </>
  )
}

interface ChooserProps<Value extends string> {
  legend: string
  choices: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

function Chooser<Value extends string>({ legend, choices, value, onChange }: ChooserProps<Value>) {
  return (
    <fieldset className="training-columns">
      <legend className="nhsuk-label">{legend}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  )
}

function Sample({ sheet }: { sheet: SheetLook }) {
  return (
    <>
      {sheet.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <div className="app-table-scroll training-sample">
        <table className="app-table">
          <caption>The first rows of {sheet.rows.toLocaleString('en-GB')}</caption>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {sheet.headings.map((heading, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same heading
                <th key={at} scope="col">
                  <Shown>{heading}</Shown>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.sample.map(({ row, cells }) => (
              <tr key={row}>
                <td>{row}</td>
                {sheet.headings.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have their place alone
                  <td key={at}>
                    <Shown>{cells[at] ?? ''}</Shown>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
