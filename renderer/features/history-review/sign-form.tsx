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
}

const noPart = 'none'

/** The sign-off of a reader: a line on what it means for the baby's safety, never a bare tick. */
export function SignForm({ view, current, signer, beforeSigning }: SignFormProps) {
  const sign = useCommand(act.documents.sign.mutate)
  const parts = view.ownParts.filter((part) => current.open.includes(part))
  const [only] = parts
  return (
    <Form<Typed>
      key={current.contentHash}
      act="Sign that I have read it"
      draft={`read:${current.receivedId}:${current.version}`}
      save={async ({ part, significance, readOnPaper }, beside) => {
        await beforeSigning()
        return sign(
          {
            documentId: view.line.id,
            receivedId: current.receivedId,
            receivedVersion: current.version,
            contentHash: current.contentHash,
            readerRole:
              parts.length > 1 ? (parts.find((one) => one === part) ?? null) : (only ?? null),
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
          ? 'You sign for yourself: you are not one of those who must.'
          : only && parts.length === 1 && `You sign as ${readerRoleLabels[only].toLowerCase()}.`}
      </p>
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
