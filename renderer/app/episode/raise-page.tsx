import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { act, read, useCommandAtPress, useRead } from '../../api.ts'
import { ConcernForm } from '../../features/unwell-baby/concern-form.tsx'
import { concernOf } from '../../features/unwell-baby/concern-input.ts'
import { Banner } from '../../ui/banner.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { fullName } from '../people/full-name.ts'
import { StayFormPage } from '../stay/stay-form-page.tsx'
import type { StayView } from '../stay/stay-view.ts'

/** The second of two clicks: raises a concern about one baby and goes straight to its episode. */
export function RaisePage() {
  const { stayId, pairId } = useParams({ from: '/stays/$stayId/concern/$pairId' })
  return (
    <StayFormPage stayId={stayId} title={() => 'Baby concern'} wide>
      {(stay) => <Raise stay={stay} pairId={pairId} />}
    </StayFormPage>
  )
}

function Raise({ stay, pairId }: { stay: StayView; pairId: string }) {
  const raise = useCommandAtPress(act.unwellBaby.raise.mutate)
  const navigate = useNavigate()
  const running = useRead(read.unwellBaby.running.queryOptions(undefined))
  const waiting = useRead(read.unwellBaby.pressed.queryOptions(undefined))
  const pair = stay.pairs.find(({ id }) => id === pairId)
  if (!pair) return <Banner title="This baby is not on the unit any longer" tone="warning" />
  const open =
    running.state === 'ready'
      ? running.value.episodes.find((episode) => episode.pairId === pairId)
      : undefined
  const { baby } = pair
  const press =
    waiting.state === 'ready'
      ? waiting.value.find(
          ({ bedId, pressedAt }) => bedId === stay.stay.bedId && pressedAt >= pair.startedAt,
        )
      : undefined
  return (
    <>
      {open && (
        <Banner title="A concern about this baby is open already" tone="danger">
          <p>
            <Link to="/episodes/$episodeId" params={{ episodeId: open.episodeId }}>
              Open it, and add what is new
            </Link>
            . Raise another one only for another matter.
          </p>
        </Banner>
      )}
      <ConcernForm
        baby={{
          babyName: fullName(baby),
          motherName: fullName(stay.mother),
          bedName: stay.bed ? bedTitle(stay.bed.name) : null,
          bornOn: baby.bornOn,
          bornOnEstimate: baby.bornOnEstimate,
          bornAt: baby.bornAt,
          gestationDays: baby.gestationDays,
        }}
        save={async (typed, by) => {
          const reply = await raise((pressedAt) => ({
            ...concernOf(typed, by, press?.pressedAt ?? pressedAt, fullName(stay.mother)),
            ...(press ? { press: { pressId: press.pressId, version: press.version } } : {}),
            pairId,
            another: open !== undefined,
          }))
          if (reply.ok)
            void navigate({
              to: '/episodes/$episodeId',
              params: { episodeId: reply.value.episodeId },
            })
          return reply
        }}
        pressedAt={press?.pressedAt}
        leftAt={pair.endedAt}
        onCancel={() => void navigate({ to: '/stays/$stayId', params: { stayId: stay.stay.id } })}
      />
    </>
  )
}
