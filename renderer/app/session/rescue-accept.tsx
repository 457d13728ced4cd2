import { act, readings, useCommand } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RescuerFields } from './rescuer-fields.tsx'

/** Accepts records that do not match their anchors, by two people who have looked into it. */
export function RescueAccept({ onBack }: { onBack: () => void }) {
  const accept = useCommand(act.store.rescueAccept.mutate)
  return (
    <Alone title="Accept the records as they are">
      <Banner title="Only after the safeguarding lead and IT support have looked" tone="warning">
        <p>
          The file anchors.log proves that no entry is missing. Without it, or where it says
          something else, entries may have been taken away. Accept the records where you know why:
          for example, a cleaning program removed the file. The whole audit is checked first; what
          you decide, and why, is kept in it. Otherwise restore a backup.
        </p>
      </Banner>
      <Form<{ reason: string; signInName: string }>
        act="Accept the records"
        kind="warning"
        save={({ reason, signInName }, beside) => accept({ reason, signInName }, beside)}
        onSaved={() => void readings.resetQueries()}
        cancel={{ label: 'Go back', onClick: onBack }}
      >
        <RescuerFields why="Enter what happened to the file" />
      </Form>
    </Alone>
  )
}
