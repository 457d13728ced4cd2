import { Link } from '@tanstack/react-router'
import { findingText } from '#domain/assurance/pack/findings.ts'
import { proves, provesNot } from '#domain/assurance/pack/frank.ts'
import { disclosureLabels, stateLabels } from '#domain/assurance/report-words.ts'
import { act, type Outputs } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import type { PackDoor } from './send-pack.ts'
import { usePackFile } from './use-pack-file.ts'

type Verdict = NonNullable<Outputs['assurance']['packPart']>

const check: PackDoor<Verdict> = {
  start: act.assurance.startPackCheck.mutate,
  part: act.assurance.packPart.mutate,
}

const tooLarge =
  'This file is too large for the app. Verify it on the command line: npm run mbu -- verify <pack>'

/** Verifies a sealed pack of this unit or of any other, to the last byte. */
export function VerifyPage() {
  const { busy, fault, found, choose } = usePackFile(check, tooLarge)
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Verify a pack"
        under="Whether a sealed pack is as its unit sealed it, to the last byte."
        back={
          <Link to="/assurance/reports" className="nhsuk-back-link">
            Back to the reports
          </Link>
        }
      />
      <Section title="The pack">
        {fault && <Banner title={fault} tone="danger" urgent />}
        {found && <Result {...found} />}
        <div className="app-buttons">
          <Button disabled={busy} onClick={() => void choose()}>
            {busy ? 'Verifying the pack' : 'Choose a pack'}
          </Button>
        </div>
      </Section>
      <Section title="What a signature proves">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {proves.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      <Section title="What it does not prove">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {provesNot.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Result({ name, answer }: { name: string; answer: Verdict }) {
  const { findings, fingerprints, manifest, ownUnit, whole } = answer
  if (!whole || !manifest)
    return (
      <Banner title="This pack is not as it was sealed" tone="danger" urgent>
        <p>
          <Shown>{name}</Shown>
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {findings.map((finding) => (
            <li key={`${finding.what} ${finding.path}`}>
              <Shown>{findingText(finding)}</Shown>
            </li>
          ))}
        </ul>
      </Banner>
    )
  const [signer, ...before] = fingerprints
  return (
    <>
      <Banner title="Every byte is as it was sealed, and the signature fits its key" tone="good">
        <p>
          <Shown>{name}</Shown>
        </p>
      </Banner>
      <Facts
        facts={[
          { name: 'Unit', value: <Shown>{manifest.unit.name}</Shown> },
          { name: 'Period', value: <Shown>{manifest.period.label}</Shown> },
          { name: 'Kind', value: disclosureLabels[manifest.kind] },
          {
            name: 'Version',
            value: `${manifest.report.version}, ${stateLabels[manifest.report.state].toLowerCase()}`,
          },
          { name: 'Signed with', value: signer ?? '' },
          {
            name: 'Whose key',
            value: ownUnit
              ? 'This unit’s own.'
              : 'Not this unit’s. Ask the unit named for its fingerprint by telephone or letter, by a number that you had before, and compare all eight groups.',
          },
          ...(before.length > 0
            ? [{ name: 'Follows from the key', value: before.join(', then ') }]
            : []),
        ]}
      />
    </>
  )
}
