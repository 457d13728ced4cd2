import { type BasisKind, basisLabels } from '#domain/shared/provenance.ts'
import { choicesOf } from './choice.ts'
import { DateField } from './date-field.tsx'
import { RadiosField } from './radios-field.tsx'
import { TextField } from './text-field.tsx'

interface BasisFieldProps {
  /** The path of the basis in the input. */
  name: string
  /** What it is the basis of, as it reads after "How is ... known?" */
  of: string
  /** The last day that the date may name: today. */
  today: string
  /** The kinds that make sense here; all of them by default. */
  kinds?: readonly BasisKind[]
  /** Where it is asked for only now and then: what the service says without it stands at this field. */
  optional?: { hint: string }
}

const who: Record<Exclude<BasisKind, 'document'>, { label: string; required: string }> = {
  observed: { label: 'Observed by', required: 'Enter who observed it' },
  told: {
    label: 'Who said it, and how they know',
    required: 'Enter who said it, and how they know',
  },
  opinion: { label: 'Whose opinion, and their role', required: 'Enter whose opinion it is' },
  'not-established': { label: 'Who was asked', required: 'Enter who was asked' },
}

const dates: Record<BasisKind, string> = {
  observed: 'Date it was observed',
  document: 'Date the document was seen',
  told: 'Date it was said',
  opinion: 'Date of the opinion',
  'not-established': 'Date it was asked',
}

/** How a statement is known, with what each kind of basis must also hold (Finding Seven). */
export function BasisField({ name, of, today, kinds, optional }: BasisFieldProps) {
  const choices = choicesOf(basisLabels)
  return (
    <RadiosField
      name={`${name}.kind`}
      legend={`How is ${of} known?`}
      {...(optional ?? { required: `Say how ${of} is known` })}
      choices={kinds ? choices.filter(({ value }) => kinds.includes(value)) : choices}
      further={(value) => <Details name={name} kind={value as BasisKind} today={today} />}
    />
  )
}

function Details({ name, kind, today }: { name: string; kind: BasisKind; today: string }) {
  return (
    <div className="app-form__basis">
      {kind === 'document' ? (
        <TextField
          key="document"
          name={`${name}.document`}
          label="Title or reference of the document"
          required="Enter the title or reference of the document"
        />
      ) : (
        <TextField
          key="by"
          name={`${name}.by`}
          label={who[kind].label}
          required={who[kind].required}
        />
      )}
      <DateField
        name={`${name}.on`}
        legend={dates[kind]}
        required="Enter the date"
        latest={today}
        today
      />
    </div>
  )
}
