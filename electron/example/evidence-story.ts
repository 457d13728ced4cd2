import { createHash } from 'node:crypto'
import type { EvidenceKind } from '#domain/oversight/evidence.ts'
import { addDays, addDaysToDate, addMonthsToDate, dateOf } from '#domain/shared/calendar.ts'
import { evidenceById } from '../features/oversight/evidence-rows.ts'
import { addEvidence, changeEvidence } from '../features/oversight/evidence-service.ts'
import { oversightFacts } from '../oversight-facts.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

const { requirements } = oversightFacts

interface Document {
  title: string
  kind: EvidenceKind
  requirements: string[]
  file: string
}

const documents: readonly Document[] = [
  {
    title: 'Admission criteria and referral form',
    kind: 'policy',
    requirements: ['5a'],
    file: 'admission-criteria.pdf',
  },
  {
    title: 'Training needs analysis of the unit',
    kind: 'training',
    requirements: ['5b', '2e'],
    file: 'training-needs-analysis.pdf',
  },
  {
    title: 'Standard for reading reports before a decision',
    kind: 'policy',
    requirements: ['5c', '3'],
    file: 'reading-standard.pdf',
  },
  {
    title: 'Supervision of mother with baby: procedure',
    kind: 'policy',
    requirements: ['5d'],
    file: 'supervision-procedure.pdf',
  },
  {
    title: 'Pathway for an unwell baby',
    kind: 'policy',
    requirements: ['5e', '2d'],
    file: 'unwell-baby-pathway.pdf',
  },
  {
    title: 'Survey of partner agencies',
    kind: 'survey',
    requirements: ['5f'],
    file: 'partner-survey.pdf',
  },
  {
    title: 'Minutes of the safeguarding committee',
    kind: 'minutes',
    requirements: ['5g', '6'],
    file: 'committee-minutes.pdf',
  },
]

/** A unit that has just opened is left alone for two months. */
const firstDays = 60

/** A document for nearly every requirement, reviewed each year; the survey is left to go out of date. */
export function evidenceStory(given: World): void {
  const world = withOwnChance(given)
  const start = addDays(world.clock.now(), firstDays)
  for (const [index, document] of documents.entries())
    world.timeline.at(addDays(start, index), () => add(world, document))
}

function add(world: World, document: Document): void {
  const manager = world.someone('ward-manager')
  const from = dateOf(world.clock.now())
  const entered = (revision: string, reviewDue: string) => ({
    title: document.title,
    kind: document.kind,
    requirements: document.requirements,
    ownerId: manager.staffId,
    effectiveFrom: from,
    effectiveTo: null,
    reviewDue,
    document: {
      revision,
      fileName: document.file,
      fileHash: createHash('sha256').update(`${document.file} ${revision}`).digest('hex'),
      keptAt: 'Policy library of the trust',
    },
    pin: null,
  })
  const due = addMonthsToDate(from, 12)
  const { id } = world.as(manager, (ctx) => addEvidence(requirements)(ctx, entered('1', due)))
  if (document.kind === 'survey') return
  const review = addDays(world.clock.now(), 350)
  if (review >= world.end) return
  world.timeline.at(review, () =>
    world.as(manager, (ctx) =>
      changeEvidence(requirements)(ctx, {
        id,
        version: evidenceById(ctx.db, id).version,
        reason: 'Reviewed',
        evidence: entered('2', addMonthsToDate(addDaysToDate(due, 1), 12)),
      }),
    ),
  )
}
