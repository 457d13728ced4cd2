import { Link } from '@tanstack/react-router'
import { clashTopicLabels } from '#domain/people/clashes.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { Banner } from '../../ui/banner.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { useMay } from '../session/me.ts'
import type { ClashView, FamilyView } from './family-view.ts'
import { WithdrawSettlement } from './withdraw.tsx'

/** Where two sources say different things: both stay, and a person settles which holds. */
export function ClashesSection({ family }: { family: FamilyView }) {
  if (family.clashes.length === 0) return null
  return (
    <Section title="Where two sources differ">
      {family.clashes.map((clash) => (
        <ClashBox key={clash.key} clash={clash} motherId={family.mother.id} />
      ))}
    </Section>
  )
}

function ClashBox({ clash, motherId }: { clash: ClashView; motherId: string }) {
  const mayEdit = useMay('people:edit')
  const { settlement } = clash
  const title = `They differ on ${clashTopicLabels[clash.topic]}`
  return (
    <Banner
      title={settlement ? `Settled: ${title.toLowerCase()}` : title}
      tone={settlement ? 'info' : 'warning'}
    >
      <p className="app-quiet">
        About <Shown>{clash.about}</Shown>
      </p>
      <Side side={clash.first} held={settlement ? settlement.holds === 'first' : undefined} />
      <Side side={clash.other} held={settlement ? settlement.holds === 'other' : undefined} />
      {settlement && (
        <p>
          <Shown>{settlement.because}</Shown> ({settlement.by})
        </p>
      )}
      {settlement && <WithdrawSettlement settlement={settlement} />}
      {mayEdit && !settlement && (
        <Link
          to="/families/$motherId/settle/$clashKey"
          params={{ motherId, clashKey: clash.key }}
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        >
          Settle which holds <span className="app-hidden">on {clashTopicLabels[clash.topic]}</span>
        </Link>
      )}
    </Banner>
  )
}

/** What one source says; `held` once it was settled. */
function Side({ side, held }: { side: ClashView['first']; held: boolean | undefined }) {
  return (
    <p>
      {held !== undefined && <strong>{held ? 'Holds: ' : 'Does not hold: '}</strong>}
      <Shown>{side.says}</Shown>
      {side.basis && (
        <span className="app-quiet">
          {' '}
          (<Shown>{basisLine(side.basis)}</Shown>)
        </span>
      )}
    </p>
  )
}
