import { likeness } from '#domain/documents/author.ts'
import { readerRoleLabels } from '#domain/documents/rule-content.ts'
import { act, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { ContentView, DocumentView } from './view.ts'

interface SignFormProps {
  view: DocumentView
  current: ContentView
  signer: string
  /** Keeps how far it was read, so that it stands beside the sign-off. */
  beforeSigning: () => Promise<void>
}

interface Typed {
  part?: string
  significance: string
  readOnPaper?: string
  author?: 'me' | 'another'
}

const noPart = 'none'

/** The sign-off of a reader: a line on what it means for the baby's safety, never a bare tick. */
export function SignForm({ view, current, signer, beforeSigning }: SignFormProps) {
  const sign = useCommand(act.documents.sign.mutate)
  const wrote = likeness(current.author, signer)
  const parts = wrote === 'same' ? [] : view.ownParts.filter((part) => current.open.includes(part))
  const [only] = parts
  const isAsked = wrote === 'like' && parts.length > 0
  return (
    <Form<Typed>
      key={current.contentHash}
      act="Sign that I have read it"
      draft={`read:${current.receivedId}:${current.version}`}
      save={async ({ part, significance, readOnPaper, author }, beside) => {
        await beforeSigning()
        const own = parts.length > 1 ? (parts.find((one) => one === part) ?? null) : (only ?? null)
        return sign(
          {
            documentId: view.line.id,
            receivedId: current.receivedId,
            receivedVersion: current.version,
            contentHash: current.contentHash,
            // Who wrote it signs for themselves alone.
            readerRole: isAsked && author === 'me' ? null : own,
            notTheAuthor: isAsked && author === 'another',
            significance,
            readOnPaper,
          },
          beside,
        )
      }}
    >
      {parts.length > 1 && (
        <RadiosField
          name="part"
          legend="As which reader do you sign?"
          required="Choose as which reader you sign"
          choices={[
            ...parts.map((part) => ({ value: part as string, label: readerRoleLabels[part] })),
            { value: noPart, label: 'For myself alone' },
          ]}
        />
      )}
      <p className="app-quiet">
        {parts.length === 0
          ? wrote === 'same'
            ? 'You wrote this, so you sign for yourself: another reads in your part.'
            : 'You sign for yourself: you are not one of those who must.'
          : only && parts.length === 1 && `You sign as ${readerRoleLabels[only].toLowerCase()}.`}
      </p>
      {isAsked && (
        <RadiosField
          name="author"
          legend={`The author is entered as “${current.author}”. Is that you?`}
          hint="Who wrote it signs for themselves: another reads in the part."
          required="Say whether you wrote it"
          choices={[
            { value: 'another', label: 'No, that is somebody else' },
            { value: 'me', label: 'Yes, I wrote it' },
          ]}
        />
      )}
      <TextField
        name="significance"
        label="What it means for the baby’s safety, in one line"
        hint="If nothing: say so, and why."
        required="Enter what it means for the baby’s safety"
      />
      <TextField name="readOnPaper" label="If you read a copy on paper: where it is (optional)" />
      <SignatureField signer={signer} />
    </Form>
  )
}
