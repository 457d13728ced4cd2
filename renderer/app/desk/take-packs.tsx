import { findingText } from '#domain/assurance/pack/findings.ts'
import { act, type Outputs, readings } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import type { PackDoor } from '../assurance/send-pack.ts'
import { usePackFile } from '../assurance/use-pack-file.ts'
import { TakeFolder } from './take-folder.tsx'

type Taken = NonNullable<Outputs['desk']['packPart']>

const desk: PackDoor<Taken> = {
  start: act.desk.startPack.mutate,
  part: act.desk.packPart.mutate,
}

const tooLarge =
  'This file is too large for the desk. Verify it on the command line, and open it by its viewer'

/** Takes in sealed packs: each is verified to the last byte first, and is not taken in otherwise. */
export function TakePacks() {
  const { busy, fault, found, choose } = usePackFile(desk, tooLarge, () =>
    readings.invalidateQueries(),
  )
  return (
    <Section title="Take in a pack">
      {fault && <Banner title={fault} tone="danger" urgent />}
      {found && <Result {...found} />}
      <p>
        A pack is verified before it is taken in. The desk keeps its levels and figures; the records
        behind them stay in the pack and its viewer.
      </p>
      <Button disabled={busy} onClick={() => void choose()}>
        {busy ? 'Verifying the pack' : 'Choose a pack'}
      </Button>
      <TakeFolder />
    </Section>
  )
}

function Result({ name, answer: { check, key } }: { name: string; answer: Taken }) {
  if (!check.whole)
    return (
      <Banner title="This pack is not as it was sealed: it was not taken in" tone="danger" urgent>
        <p>
          <Shown>{name}</Shown>
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {check.findings.map((finding) => (
            <li key={`${finding.what} ${finding.path}`}>
              <Shown>{findingText(finding)}</Shown>
            </li>
          ))}
        </ul>
      </Banner>
    )
  return (
    <Banner title="Every byte is as it was sealed: the pack is taken in" tone="good">
      <p>
        <Shown>{name}</Shown>
      </p>
      {key !== 'confirmed' && (
        <p>
          {key === 'another'
            ? 'It is signed with another key than the one that this unit confirmed. Ring the unit.'
            : 'Nobody has confirmed whose key it is yet. Ask the unit for its fingerprint by telephone or letter.'}
        </p>
      )}
    </Banner>
  )
}
