import { act, useCommand } from '../../../api.ts'
import { Banner } from '../../../ui/banner.tsx'
import { ConfirmField } from '../../../ui/form/confirm-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import type { Preview, Reading } from './view.ts'

interface ImportFormProps {
  preview: Preview
  reading: Reading
  onDone: (said: string) => void
}

const rows = (count: number) => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`)

/** Imports what the preview showed: all of it at once, or nothing. */
export function ImportForm({ preview, reading, onDone }: ImportFormProps) {
  const take = useCommand(act.training.importSheet.mutate)
  const { add, fault, asked } = preview.counts
  if (asked > 0)
    return (
      <Banner title="Answer the questions above, then the file can be imported" tone="warning" />
    )
  if (add === 0)
    return (
      <Banner title="There is nothing new in this file that can be taken: nothing would change" />
    )
  return (
    <Form<{ withoutFaulty?: boolean }>
      act={`Import ${rows(add)}`}
      save={async ({ withoutFaulty = false }) => {
        const reply = await take({ ...reading, seen: { add, fault }, withoutFaulty })
        if (reply.ok)
          onDone(`${rows(reply.value.added)} imported, ${rows(reply.value.leftOut)} left out.`)
        return reply
      }}
    >
      {fault > 0 && (
        <>
          <p>
            {rows(fault)} cannot be taken. Mend them in the spreadsheet and choose the file again,
            or leave out what is faulty now and import the mended file later: what is recorded
            already stays as it is.
          </p>
          <ConfirmField
            name="withoutFaulty"
            label={`Leave out: ${rows(fault)} that cannot be taken`}
            required="Say that the faulty rows are left out, or mend them in the file"
          />
        </>
      )}
    </Form>
  )
}
