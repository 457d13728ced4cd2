import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, useCommand } from '../../api.ts'
import { Limit } from '../../features/unwell-baby/limit.tsx'
import { StrategyForm } from '../../features/unwell-baby/strategy-form.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Button } from '../../ui/button.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useMay } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import type { Do } from './doing.ts'

interface PartProps {
  view: EpisodeView
  onDone: () => void
}

export function StrategyPart({ view: { episodeId }, onDone }: PartProps) {
  const save = useCommand(act.unwellBaby.strategy.mutate)
  return (
    <StrategyForm
      draft={`strategy:${episodeId}`}
      save={(typed) => save({ ...typed, episodeId })}
      onDone={onDone}
    />
  )
}

export function WithdrawStrategyPart({
  view,
  strategyId,
  onDone,
}: PartProps & { strategyId: string }) {
  const withdraw = useCommand(act.unwellBaby.withdrawStrategy.mutate)
  const known = view.strategy?.discussions.find((one) => one.strategyId === strategyId)
  if (!known) return null
  const { episodeId } = view
  return (
    <WithdrawForm
      what="this strategy discussion"
      draft={`withdraw-strategy:${strategyId}:${known.version}`}
      withdraw={(reason) => withdraw({ episodeId, strategyId, version: known.version, reason })}
      onDone={onDone}
    />
  )
}

/** The strategy discussion with its limit until it is settled, then what it decided. */
export function StrategyLine({ view, onDo }: { view: EpisodeView; onDo: Do }) {
  const mayRecord = useMay('episode:record')
  const { strategy } = view
  if (!strategy) return null
  const { dueAt, state, discussions, calendarKnown } = strategy
  return (
    <>
      {discussions.length === 0 && (
        <p className="body-map__limit">
          <strong>Strategy discussion</strong> {dueAt && <Limit due={dueAt} />}{' '}
          {!calendarKnown && <Tag tone="warning">Calendar not known</Tag>}
        </p>
      )}
      {discussions.map(({ strategyId, heldAt, decidedAt, decision, by, ...who }) => (
        <div key={strategyId}>
          <p>
            <strong>Strategy discussion</strong>{' '}
            {heldAt
              ? `held ${formatDateTime(heldAt)}`
              : `not held, decided ${formatDateTime(decidedAt)}`}
            {state === 'settled-late' && <Tag tone="late">LATE</Tag>}:{' '}
            <Shown>
              {[who.socialWorker, who.police, who.paediatrician].filter(Boolean).join('; ')}
            </Shown>
            . Recorded by <Shown>{by}</Shown>.{' '}
            {mayRecord && (
              <Button
                kind="quiet"
                small
                label="Entered in error: strategy discussion"
                onClick={() => onDo({ form: 'withdraw-strategy', strategyId })}
              >
                Entered in error
              </Button>
            )}
          </p>
          <ShownNote>{decision}</ShownNote>
        </div>
      ))}
      {mayRecord && (
        <Button kind="quiet" small onClick={() => onDo({ form: 'strategy' })}>
          Record a strategy discussion
        </Button>
      )}
    </>
  )
}
