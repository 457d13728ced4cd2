import {
  classOf,
  handlingOf,
  historyDocuments,
  wardReaders,
} from '#domain/documents/rule-content.ts'
import { addDaysToDate, addHours, addMinutes, dateOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import {
  askForDocument,
  chaseDocument,
  closeDocument,
  expectMissing,
  missingFrom,
  rowsOf,
} from '../features/documents/expect-service.ts'
import { familyOf, type RegisterOf } from '../features/documents/family.ts'
import { fileById, filesOf } from '../features/documents/files.ts'
import { nameReader } from '../features/documents/readers.ts'
import { receiveDocument } from '../features/documents/receive-service.ts'
import type { DocumentRow } from '../features/documents/rows.ts'
import { ruleInForce } from '../features/rule-sets/in-force.ts'
import { chronologyStory } from './chronology-story.ts'
import { readStory } from './history-reading.ts'
import { inventedStaffName } from './invented.ts'
import { letterFor, summaries } from './invented-letters.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

/**
 * The history of a family from its referral on: what is expected is put on the register, asked for and
 * chased; what comes is read. And, as everywhere, some is asked for late, some never comes, some is read
 * late, and some changes after it was read.
 */
export function historyStory(world: World, referralId: string): void {
  takeIn(withOwnChance(world), { referralId })
}

/** From the arrival on: the nurses' parts are named, what came before is read, and more is expected. */
export function historyOfStayStory(everybodys: World, stayId: string): void {
  const world = withOwnChance(everybodys)
  for (const role of ['primary-nurse', 'admitting-nurse-in-charge'] as const) {
    const { staffId } = world.someone('nurse')
    world.as(world.someone('ward-manager'), (ctx) => nameReader(ctx, { stayId, role, staffId }))
  }
  const files = world.look((ctx) => filesOf(ctx.db, rowsOf(ctx.db, familyOf(ctx.db, { stayId }))))
  for (const { document, contents } of files)
    if (contents.length > 0) everybodyReads(world, document.recordId)
  takeIn(world, { stayId })
  const own = withOwnChance(world)
  chronologyStory(own, stayId)
  if (own.chance.happens(0.75))
    own.timeline.at(addHours(own.clock.now(), own.chance.between(60, 180)), () => {
      const documentId = addendum(own, stayId)
      if (documentId !== undefined) everybodyReads(own, documentId)
    })
  // On the last day one comes that nobody has read yet: the board shows it.
  if (own.chance.happens(0.8))
    own.timeline.at(addHours(own.end, -own.chance.between(2, 9)), () => addendum(own, stayId))
}

/** Those of the ward, and whom the child's status adds. */
function everybodyReads(world: World, documentId: string): void {
  readStory(world, documentId, wardReaders)
  readStory(withOwnChance(world), documentId, ['safeguarding-lead'])
}

/** More comes to a document that had come before; answers which, or nothing where none had or the stay is over. */
function addendum(world: World, stayId: string): string | undefined {
  const [received] = world.look((ctx) =>
    filesOf(ctx.db, rowsOf(ctx.db, familyOf(ctx.db, { stayId }))).filter(
      ({ contents }) => contents.length > 0,
    ),
  )
  const documentId = received?.document.recordId
  if (documentId === undefined || hasEnded(world, documentId)) return undefined
  takeReceipt(world, documentId, 'Addendum: ')
  return documentId
}

/** The documents whose way is told already; of one building, which has one timeline. */
const told = new WeakMap<World['timeline'], Set<string>>()

/** Everything that is expected, whoever put it on the register: each document once, with its own way. */
function takeIn(world: World, of: RegisterOf): void {
  const owner = { stayId: null, referralId: null, ...of }
  if (world.look((ctx) => missingFrom(ctx.db, familyOf(ctx.db, of), ctx.now).length) > 0)
    world.as(world.someone('nurse'), (ctx) => expectMissing(ctx, owner))
  const known = told.get(world.timeline) ?? new Set()
  told.set(world.timeline, known)
  for (const document of documentsOf(world, of)) {
    if (known.has(document.recordId)) continue
    known.add(document.recordId)
    documentStory(world, document)
  }
}

const documentsOf = (world: World, of: RegisterOf): DocumentRow[] =>
  world.look((ctx) => rowsOf(ctx.db, familyOf(ctx.db, of)))

/** One document: struck, or asked for, chased, and mostly received. */
function documentStory(world: World, document: DocumentRow): void {
  const { recordId: documentId, sourceName, classId } = document
  const { chance, clock, timeline } = world
  const now = clock.now()
  if (sourceName === '' && chance.happens(0.6)) {
    timeline.at(addHours(now, chance.between(2, 20)), () => strike(world, documentId))
    return
  }
  const isReport = world.look(
    (ctx) =>
      classOf(ruleInForce(ctx.db, historyDocuments, ctx.now).content, classId).socialWorkReport,
  )
  const isForgotten = chance.happens(isReport ? 0.02 : 0.06)
  const asked = addMinutes(
    now,
    isForgotten ? chance.between(4_300, 7_000) : chance.between(20, 240),
  )
  timeline.at(asked, () => {
    ask(world, documentId)
    // A duty social worker sends what there is the same day; a records office takes longer.
    const hours = isReport ? chance.between(1, 9) : chance.between(1, 40)
    if (chance.happens(isReport ? 0.96 : 0.85))
      timeline.at(addHours(asked, hours), () => receive(world, documentId))
    else chaseStory(world, documentId, asked)
  })
}

function strike(world: World, documentId: string): void {
  world.as(world.someone('nurse'), (ctx) =>
    closeDocument(ctx, {
      outcome: 'not-needed',
      documentId,
      because: 'She was never with such a service, by her own word and the GP’s record',
    }),
  )
}

const ask = (world: World, documentId: string) =>
  world.as(world.someone('nurse'), (ctx) =>
    askForDocument(ctx, { documentId, askedOf: 'Records office', askedAt: ctx.now }),
  )

/** It does not come by itself: chased before the limit, or after it; then it comes, or the source holds none. */
function chaseStory(world: World, documentId: string, asked: Instant): void {
  const { chance, timeline } = world
  const due = world.look((ctx) => fileById(ctx.db, documentId).document.chaseDueAt) ?? asked
  const late = chance.happens(0.3)
  timeline.at(addMinutes(due, late ? chance.between(60, 2_000) : -chance.between(30, 200)), () => {
    world.as(world.someone('nurse'), (ctx) =>
      chaseDocument(ctx, { documentId, chasedOf: 'Records office, again', chasedAt: ctx.now }),
    )
    const answered = addHours(world.clock.now(), chance.between(5, 30))
    if (chance.happens(0.6)) timeline.at(answered, () => receive(world, documentId))
    else
      timeline.at(answered, () =>
        world.as(world.someone('nurse'), (ctx) =>
          closeDocument(ctx, {
            outcome: 'not-held',
            documentId,
            closedAt: ctx.now,
            basis: { kind: 'told', by: 'Records office, by telephone', on: dateOf(ctx.now) },
          }),
        ),
      )
  })
}

/** It comes, and is read; now and then an addendum follows, and all of it is read again. */
function receive(world: World, documentId: string): void {
  const { chance, clock, timeline } = world
  if (hasEnded(world, documentId)) return
  takeReceipt(world, documentId, '')
  everybodyReads(world, documentId)
  if (!chance.happens(0.1)) return
  timeline.at(addHours(clock.now(), chance.between(60, 300)), () => {
    if (hasEnded(world, documentId)) return
    takeReceipt(world, documentId, 'Addendum: ')
    everybodyReads(world, documentId)
  })
}

/** Whether the stay is over: what comes then goes to the archive, and nobody reads it here. */
function hasEnded(world: World, documentId: string): boolean {
  const { document, family } = world.look((ctx) => {
    const file = fileById(ctx.db, documentId)
    return { document: file.document, family: familyOf(ctx.db, ownerOf(file.document)) }
  })
  return family.endedAt !== null || document.outcome !== 'open'
}

const ownerOf = ({ stayId, referralId }: DocumentRow): RegisterOf =>
  stayId === null ? { referralId: referralId ?? '' } : { stayId }

function takeReceipt(world: World, documentId: string, before: string): void {
  const { chance, clock, end } = world
  const written = {
    author: `${inventedStaffName(chance)}, Westmarch`,
    writtenOn: addDaysToDate(dateOf(clock.now()), -chance.between(3, 200)),
    summary: chance.one(summaries),
  }
  world.as(world.someone('nurse'), (ctx) => {
    const { document } = fileById(ctx.db, documentId)
    const set = ruleInForce(ctx.db, historyDocuments, ctx.now).content
    const isFiled = handlingOf(set, document.classId) !== 'register-only'
    const title = `${before}${classOf(set, document.classId).title}`
    // Only the last weeks have files: enough for the screens, and quick to build.
    const hasFile = isFiled && ctx.now > addHours(end, -40 * 24)
    const letter = letterFor({ title: `${title} (${documentId.slice(-6)})`, ...written })
    receiveDocument(ctx, {
      documentId,
      receivedAt: ctx.now,
      title,
      author: written.author,
      writtenOn: written.writtenOn,
      summary: isFiled ? written.summary : undefined,
      attachmentHash: hasFile ? ctx.house.store().attachments.put([letter]).sha256 : null,
      sameFileIsRight: false,
    })
  })
}
