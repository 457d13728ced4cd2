import { useState } from 'react'
import { percentText } from '#domain/assurance/figure-text.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { type Asked, askedLabels, complianceChart, groupsIn } from '#domain/training/over-time.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { useChartColours } from '../assurance/chart-colours.ts'
import { ChartImage } from '../assurance/chart-image.tsx'
import { Ready } from '../reading.tsx'

type Points = Outputs['training']['overTime']

const everybody = 'Everybody'
const askedCodes = Object.keys(askedLabels) as Asked[]

/** Compliance by profession over two years: a run chart of one group, and all of them in figures. */
export function OverTime() {
  const points = useRead(read.training.overTime.queryOptions(undefined))
  return (
    <Section title="Over time">
      <Ready reading={points} what="figures">
        {(value) => <Shown points={value} />}
      </Ready>
    </Section>
  )
}

function Shown({ points }: { points: Points }) {
  const [asked, ask] = useState<Asked>('level')
  const [who, choose] = useState(everybody)
  const colours = useChartColours()
  const groups = groupsIn(points)
  return (
    <>
      <div className="training-bar app-no-print">
        <fieldset className="training-columns">
          <legend className="nhsuk-label">What</legend>
          {askedCodes.map((code) => (
            <button
              key={code}
              type="button"
              aria-pressed={code === asked}
              onClick={() => ask(code)}
            >
              {askedLabels[code]}
            </button>
          ))}
        </fieldset>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="over-time-who">
            Whom the chart shows
          </label>
          <select
            id="over-time-who"
            className="nhsuk-select"
            value={who}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {groups.map((group) => (
              <option key={group}>{group}</option>
            ))}
          </select>
        </div>
      </div>
      <figure className="training-chart">
        <figcaption>
          {askedLabels[asked]} in date: {who}
          <p className="app-quiet">
            By today’s records: what was entered late or corrected since counts for the days before
            too. A report is computed from what was on record at its own cut, and may differ.
          </p>
        </figcaption>
        <ChartImage chart={complianceChart(points, who, asked, colours)} />
      </figure>
      <Table
        caption={`${askedLabels[asked]} in date, by profession`}
        rows={groups}
        rowKey={(group) => group}
        columns={[
          { name: 'Who', cell: (group) => group, sortBy: (group) => group },
          ...points.map((point) => ({
            name: formatDate(point.on),
            number: true,
            cell: (group: string) => <Figure point={point} group={group} asked={asked} />,
          })),
        ]}
      />
    </>
  )
}

interface FigureProps {
  point: Points[number]
  group: string
  asked: Asked
}

function Figure({ point, group, asked }: FigureProps) {
  const figure = point.groups.find((one) => one.group === group)?.[asked]
  if (!figure || figure.denominator === 0) return '–'
  return (
    <>
      {percentText(figure)}
      <div className="training-until">n {figure.denominator}</div>
    </>
  )
}
