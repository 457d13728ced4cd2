import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CareKind, CareSource } from '#domain/baby-care/kinds.ts'
import { addDaysToDate, formatDate } from '#domain/shared/calendar.ts'
import { minuteOf } from '#domain/shared/minute.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { act, read, useCommand, useCommandAtPress, useRead } from '../../api.ts'
import { EntryForm } from '../../features/baby-care/entry-form.tsx'
import { EntryList } from '../../features/baby-care/entry-list.tsx'
import { QuickEntry } from '../../features/baby-care/quick-entry.tsx'
import type { CareLogView, EntryView } from '../../features/baby-care/view.ts'
import { WeightChart } from '../../features/baby-care/weight-chart.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { CorrectEntry } from './correct-entry.tsx'

/** The baby-care log of one baby: two taps to write down, the day in words, and the weights over time. */
export function CarePage() {
  const { pairId } = useParams({ from: '/stays/$stayId/care/$pairId' })
  const [day, setDay] = useState<CivilDate>()
  const log = useRead(read.babyCare.log.queryOptions({ pairId, ...(day ? { day } : {}) }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={log} what="baby-care log">
        {(view) => <Care log={view} setDay={setDay} />}
      </Ready>
    </div>
  )
}

type Doing = { form: 'new'; kind: CareKind } | { form: 'correct'; entry: EntryView } | null

interface CareProps {
  log: CareLogView
  setDay: (day: CivilDate | undefined) => void
}

function Care({ log, setDay }: CareProps) {
  const mayWrite = useMay('baby-care:record')
  const [doing, setDoing] = useState<Doing>(null)
  const [source, setSource] = useState<CareSource>('staff')
  const add = useCommand(act.babyCare.add.mutate)
  const addNow = useCommandAtPress(act.babyCare.add.mutate)
  const undo = useCommand(act.babyCare.undo.mutate)
  const [refused, setRefused] = useState<string>()
  const { pairId, stayId, baby } = log
  const takeBack = async (id: string) => {
    const reply = await undo({ id })
    setRefused(reply.ok ? undefined : reply.failure.message)
  }
  const done = () => setDoing(null)
  const lastWeight = log.weights.at(-1)?.grams ?? null
  return (
    <>
      <PageHeader
        title={
          <>
            Baby-care log: <Shown>{baby.name}</Shown>
          </>
        }
        under={`${baby.age ?? 'Age not known'}${baby.correctedAge ? ` (corrected ${baby.correctedAge})` : ''}`}
        back={
          <Link to="/stays/$stayId" params={{ stayId }} className="nhsuk-back-link">
            Back to the stay
          </Link>
        }
        actions={log.leftAt === null && <ConcernHere stayId={stayId} pairId={pairId} />}
      />
      {doing?.form === 'correct' && (
        <CorrectEntry entry={doing.entry} lastWeight={lastWeight} onDone={done} />
      )}
      {doing?.form === 'new' && (
        <EntryForm
          kind={doing.kind}
          source={source}
          draft={`care:${pairId}:${doing.kind}`}
          lastWeight={lastWeight}
          save={(entry) => add({ ...entry, pairId })}
          onDone={done}
        />
      )}
      {doing === null && (
        <>
          {mayWrite && log.leftAt === null && log.day === log.today && (
            <QuickEntry
              baby={baby.name}
              source={source}
              setSource={setSource}
              save={(kind, { way, amount }) =>
                addNow((pressedAt) => ({
                  pairId,
                  kind,
                  way,
                  amount,
                  source,
                  happenedAt: minuteOf(pressedAt),
                }))
              }
              onMore={(kind) => setDoing({ form: 'new', kind })}
            />
          )}
          {log.missing.map(({ text, source }) => (
            <Banner key={text} title="Nothing written down" tone="warning">
              <p>
                <strong>{text}.</strong> <span className="app-quiet">{source}</span>
              </p>
              <ConcernHere stayId={stayId} pairId={pairId} />
            </Banner>
          ))}
          <Day log={log} setDay={setDay} />
          <Section title="What is written down">
            {refused && <p role="alert">{refused}</p>}
            <EntryList
              log={log}
              mayWrite={mayWrite}
              onCorrect={(entry) => setDoing({ form: 'correct', entry })}
              onUndo={({ id }) => void takeBack(id)}
              concern={<ConcernHere stayId={stayId} pairId={pairId} />}
            />
          </Section>
          <Section title="Weight">
            <WeightChart points={log.weights} change={log.weightChange} />
          </Section>
        </>
      )}
    </>
  )
}

/** The totals of the day in words, and the way to the day before and after. */
function Day({ log, setDay }: CareProps) {
  const { day, today, firstDay } = log
  return (
    <Section
      title={day === today ? 'Today' : formatDate(day)}
      actions={
        <>
          {day > firstDay && (
            <Button kind="quiet" small onClick={() => setDay(addDaysToDate(day, -1))}>
              The day before
            </Button>
          )}
          {day < today && (
            <>
              <Button kind="quiet" small onClick={() => setDay(addDaysToDate(day, 1))}>
                The day after
              </Button>
              <Button kind="quiet" small onClick={() => setDay(undefined)}>
                Today
              </Button>
            </>
          )}
        </>
      }
    >
      <Facts facts={log.totals.map(({ label, text }) => ({ name: label, value: text }))} />
    </Section>
  )
}

const ConcernHere = ({ stayId, pairId }: { stayId: string; pairId: string }) => (
  <Link
    to="/stays/$stayId/concern/$pairId"
    params={{ stayId, pairId }}
    className="nhsuk-button nhsuk-button--warning nhsuk-button--small"
  >
    Baby concern
  </Link>
)
