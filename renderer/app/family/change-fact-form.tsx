import type { ReactNode } from 'react'
import type { Reply } from '#domain/shared/failure.ts'
import { type Beside, Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import { useGoBack } from './use-go-back.ts'

interface ChangeFactFormProps<Fact> {
  motherId: string
  record: { id: string; version: number }
  /** What it is, as it reads after "Mark": "this tie". */
  what: string
  title: string
  /** The name under which what is typed is kept: "change-tie". */
  draft: string
  initial: Record<string, unknown>
  change: (fact: Fact, reason: string, beside: Beside) => Promise<Reply<unknown>>
  withdraw: (reason: string, beside: Beside) => Promise<Reply<unknown>>
  /** Where a change, or the withdrawal, is signed: the fields of the signatures. */
  signatures?: { change: ReactNode; withdraw: ReactNode }
  /** The fields of the fact, with names below "fact.". */
  children: ReactNode
}

/** A change of one fact about a family, or its withdrawal. The whole fact is given again, with a reason. */
export function ChangeFactForm<Fact>(props: ChangeFactFormProps<Fact>) {
  const { motherId, record, what, title, draft, initial, change, withdraw, children } = props
  const { signatures } = props
  const back = useGoBack(motherId)
  return (
    <>
      <Form<{ fact: Fact; reason: string }>
        key={record.id}
        act="Save the change"
        draft={`${draft}:${record.id}:${record.version}`}
        save={({ fact, reason }, beside) => change(fact, reason, beside)}
        onSaved={back}
        cancel={{ label: 'Go back', onClick: back }}
        initial={{ fact: initial }}
      >
        <FormPart title={title}>
          {children}
          <TextField
            name="reason"
            label="Why it is changed"
            hint="The old entry stays readable."
            required="Enter why it is changed"
          />
          {signatures?.change}
        </FormPart>
      </Form>
      <WithdrawForm
        what={what}
        draft={`withdraw:${record.id}:${record.version}`}
        withdraw={withdraw}
        onDone={back}
        signature={signatures?.withdraw}
      />
    </>
  )
}
