import { useState } from 'react'
import { act, type Outputs } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

type Check = Outputs['store']['health'][number]

const tones: Record<Check['state'], Tone> = { good: 'good', warning: 'warning', bad: 'danger' }
const words: Record<Check['state'], string> = {
  good: 'Good',
  warning: 'Look at this',
  bad: 'Fault',
}

/** The safety of the record, checked when asked: the file, its settings, the audit, the keys, the room. */
export function Health() {
  const [checks, setChecks] = useState<Check[]>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const check = async () => {
    setBusy(true)
    const reply = await act.store.health.query(undefined).catch(() => undefined)
    setBusy(false)
    setChecks(reply?.ok ? reply.value : undefined)
    setProblem(
      reply?.ok ? undefined : (reply?.failure.message ?? 'The check could not be made. Try again'),
    )
  }
  return (
    <Section
      title="Safety of the record"
      actions={
        <Button kind="quiet" small disabled={busy} onClick={() => void check()}>
          {busy ? 'Checking' : 'Check now'}
        </Button>
      }
    >
      {problem && <Banner title={problem} tone="danger" urgent />}
      {checks ? (
        <ul className="app-checks">
          {checks.map(({ id, state, message }) => (
            <li key={id}>
              <Tag tone={tones[state]}>{words[state]}</Tag> {message}
            </li>
          ))}
        </ul>
      ) : (
        <p className="app-quiet">
          Checks the file, its safety settings, every page, the audit from its first entry, the
          keys, the backups and the room on the disk.
        </p>
      )}
    </Section>
  )
}
