import { formatDate } from '#domain/shared/calendar.ts'
import { Table } from '../../ui/table.tsx'
import type { Assessment, RelationshipView } from './view.ts'

interface ScoresTableProps {
  scores: Assessment['scores']
  tools: RelationshipView['tools']
}

/** The scores of one assessment, by tool and scale. */
export function ScoresTable({ scores, tools }: ScoresTableProps) {
  if (scores.length === 0) return <p className="app-quiet">No tool was scored.</p>
  const toolOf = (id: string) => tools.find((tool) => tool.id === id)
  return (
    <Table
      caption="Scores"
      rows={scores}
      rowKey={({ toolId, scaleId }) => `${toolId} ${scaleId}`}
      columns={[
        { name: 'Tool', cell: ({ toolId }) => toolOf(toolId)?.name ?? toolId },
        {
          name: 'Scale',
          cell: ({ toolId, scaleId }) =>
            toolOf(toolId)?.scales.find(({ id }) => id === scaleId)?.name ?? scaleId,
        },
        { name: 'Score', number: true, cell: ({ score }) => score },
        { name: 'Scored on', cell: ({ scoredOn }) => formatDate(scoredOn) },
      ]}
    />
  )
}
