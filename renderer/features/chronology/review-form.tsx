import { conclusionLabels, signAnswerLabels } from '#domain/chronology/review.ts'
import { sourceKindLabels } from '#domain/shared/who-knows-her.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { PatternView } from './view.ts'

type Input = InputOf<typeof act.chronology.review.mutate>
type Typed = Omit<Input, 'stayId' | 'contactsHash' | 'signs'> & {
  signs: { answer: Input['signs'][number]['answer']; why?: string }[]
}

interface ReviewFormProps {
  view: PatternView
  stayId: string
  signer: string
  onDone: () => void
}

/** The analysis of a named professional: each sign is a question, and none of them is added up. */
export function ReviewForm({ view, stayId, signer, onDone }: ReviewFormProps) {
  const review = useCommand(act.chronology.review.mutate)
  return (
    <Form<Typed>
      act="Sign the analysis"
      draft={`pattern:${stayId}:${view.contactsHash}`}
      save={({ signs, ...typed }, beside) =>
        review(
          {
            ...typed,
            stayId,
            contactsHash: view.contactsHash,
            signs: view.signs.map(({ id }, index) => ({
              signId: id,
              ...(signs?.[index] ?? { answer: '' as never }),
            })),
          },
          beside,
        )
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <Banner title={view.atOnce} tone="danger" />
      <FormPart title="What you looked at">
        <CheckboxesField
          name="lookedAt"
          legend="Records that you have looked at"
          required="Choose what you have looked at"
          choices={choicesOf(sourceKindLabels)}
        />
      </FormPart>
      <FormPart title="Signs to think of">
        <p className="app-quiet">
          Questions, not a score: nothing is added up, and none of them is proof of anything.
        </p>
        {view.signs.map((sign, index) => (
          <RadiosField
            key={sign.id}
            name={`signs.${index}.answer`}
            legend={sign.text}
            {...(sign.onRecord === null ? {} : { hint: sign.onRecord })}
            required="Answer this question"
            choices={choicesOf(signAnswerLabels)}
            inline
            further={(answer) =>
              answer === 'present' ? (
                <TextField
                  name={`signs.${index}.why`}
                  label="What you see it in"
                  required="Enter what you see it in"
                />
              ) : null
            }
          />
        ))}
      </FormPart>
      <FormPart title="Your analysis">
        <NoteField
          name="analysis"
          label="What you make of it, in your own words: reported beside observed"
          rows={6}
          required="Enter your analysis"
        />
        <TextField
          name="impact"
          label="What it means for the baby"
          required="Enter what it means for the baby"
        />
        <RadiosField
          name="conclusion"
          legend="What is done next?"
          required="Choose what is done next"
          choices={choicesOf(conclusionLabels)}
          further={(value) =>
            value === 'no-step' ? null : (
              <TextField
                name="nextStep"
                label="With whom, when, and who does what"
                required="Enter with whom, when, and who does what"
              />
            )
          }
        />
      </FormPart>
      <SignatureField signer={signer} />
    </Form>
  )
}
