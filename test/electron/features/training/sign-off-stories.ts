import type { Role } from '#domain/users/roles.ts'
import type { Arrived, TestUnit } from '../../../support/app.ts'
import { type DocumentView, expectDocument, receiveDocument } from '../../../support/documents.ts'
import { shownBy } from '../../../support/shown-by.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { complete, overrideInput, refer } from '../admission/referring.ts'

/** One sign-off with what it signs made ready by the services: who wrote that, and who may sign it. */
export interface SignOff {
  author: Role
  signer: Role
  input: () => unknown
  /** What the signer's act ends with where more than the signature is still to come. */
  ends?: string
}

interface At {
  unit: TestUnit
  family: Arrived
}
type Story = (at: At) => Promise<SignOff>

/** The ways to a record that somebody else than its author signs, by procedure. */
export const signOffStories: Record<string, Story> = {
  'admission.signOverride': agreedByTelephone,
  'documents.sign': ownReport,
  'oversight.verifyAction': actionDone,
  'restricted.review': openedInEmergency,
  'restricted.reviewMove': movedRecord,
  'ruleSets.approve': draftOfRules,
  'ruleSets.renewReview': approvedRules,
  'supervision.confirmRaise': raisedLevel,
  'writing.makeFinal': reportInItsCheck,
}

/** The one who agreed by telephone signs, and not the one who overrode. */
async function agreedByTelephone({ unit }: At): Promise<SignOff> {
  const id = await refer(unit)
  await complete(unit, id, { items: ['ADM-R-07'] })
  const { staffId } = unit.as('ward-manager')
  const second = { by: 'telephone', staffId, telephone: '01632 960 002' }
  const made = await unit
    .as('consultant')
    .ok('admission.override', overrideInput(unit, id, 'ADM-R-07', { second }))
  const input = { overrideId: made.id }
  return { author: 'consultant', signer: 'ward-manager', input: () => input }
}

/** A report of the consultant, whose part it is to have read it. */
async function ownReport({ unit, family }: At): Promise<SignOff> {
  const documentId = await expectDocument(unit.as('ward-manager'), family.stayId)
  await receiveDocument(unit.as('nurse'), documentId, unit.clock.now(), {
    author: 'consultant person',
  })
  for (const role of ['consultant', 'ward-manager'] as const) {
    const { current } = await unit.as(role).ok<DocumentView>('documents.get', { documentId })
    const { receivedId, version } = current ?? {}
    await unit.as(role).ok('documents.open', { receivedId, version })
  }
  const { current } = await unit.as('nurse').ok<DocumentView>('documents.get', { documentId })
  const input = (readerRole: string) => ({
    documentId,
    receivedId: current?.receivedId,
    receivedVersion: current?.version,
    contentHash: current?.contentHash,
    readerRole,
    significance: 'Not to be alone with the baby at feeds',
    notTheAuthor: false,
  })
  let asked = 0
  // The author tries the part of the consultant first; the ward manager signs in their own.
  return {
    author: 'consultant',
    signer: 'ward-manager',
    input: () => {
      asked += 1
      return input(asked === 1 ? 'consultant' : 'ward-manager')
    },
  }
}

async function actionDone({ unit }: At): Promise<SignOff> {
  const manager = unit.as('ward-manager')
  const { id } = await manager.ok('oversight.addAction', {
    requirement: '5e',
    what: 'A drill of the unwell baby on nights',
    ownerId: manager.staffId,
    dueOn: '2026-12-18',
    high: true,
  })
  const pin = await shownBy(manager)
  const done = { doneOn: '2026-11-23', evidence: 'Drill record', pin, impact: '' }
  await manager.ok('oversight.doneAction', { id, version: 1, ...done })
  const input = { id, version: 2, impact: 'Help is reached sooner', retestOn: '2027-02-23' }
  return { author: 'ward-manager', signer: 'safeguarding-lead', input: () => input }
}

async function openedInEmergency({ unit, family }: At): Promise<SignOff> {
  await unit.as('nursery-nurse').ok('restricted.add', {
    personId: family.babyId,
    keptFrom: ['partner'],
    because: 'She could be harmed if he knew that she spoke',
    happenedAt: unit.clock.now(),
    what: 'She is afraid of him',
    basis: { kind: 'told', by: 'Her sister', on: '2026-11-23' },
  })
  const because = 'The baby is going home with him this evening'
  await unit.as('safeguarding-lead').ok('restricted.open', { personId: family.babyId, because })
  const [opening] = await unit
    .as('ward-manager')
    .ok<{ id: string; version: number }[]>('restricted.openings')
  const input = { ...pick(opening), outcome: 'needed', review: 'It was needed that evening' }
  return { author: 'safeguarding-lead', signer: 'ward-manager', input: () => input }
}

const pick = (one: { id: string; version: number } | undefined) => ({
  id: one?.id,
  version: one?.version,
})

interface Kind {
  kind: string
  inForce: string
}

/** A draft that the ward manager began, with what approves it. */
async function draftOfRules({ unit }: At): Promise<SignOff> {
  const manager = unit.as('ward-manager')
  const kinds = await manager.ok<Kind[]>('ruleSets.overview')
  const basedOn = kinds.find(({ kind }) => kind === 'supervision')?.inForce
  const { id } = await manager.ok('ruleSets.startDraft', { basedOn, changes: 'Late entries' })
  const input = {
    id,
    version: 1,
    reason: 'Agreed by the governance meeting',
    reviewDue: '2027-11-01',
    agreedWith: 'Three local authorities, letter of 18 November',
    effectiveFrom: null,
  }
  return { author: 'ward-manager', signer: 'consultant', input: () => input }
}

async function approvedRules(at: At): Promise<SignOff> {
  const { unit } = at
  const { input } = await draftOfRules(at)
  const draft = input() as { id: string; version: number }
  const made = await unit.as('safeguarding-lead').ok<{ version: number }>('ruleSets.approve', draft)
  const renewal = {
    id: draft.id,
    version: made.version,
    reason: 'Looked at in the governance meeting',
    reviewDue: '2028-11-01',
  }
  return { author: 'ward-manager', signer: 'consultant', input: () => renewal }
}

async function raisedLevel({ unit, family }: At): Promise<SignOff> {
  await unit
    .as('nurse')
    .ok('supervision.decide', wholeDecision(family.pairId, 'SUP-3', unit.clock.now(), 12))
  unit.clock.pass(1)
  const { decisionId } = await unit
    .as('nursery-nurse')
    .ok<{ decisionId: string }>(
      'supervision.raise',
      wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 12),
    )
  const input = { decisionId, confirmed: true }
  return { author: 'nursery-nurse', signer: 'nurse', input: () => input }
}

/** Made final by another than who began it; here the time for comments is not over for them either. */
async function reportInItsCheck({ unit }: At): Promise<SignOff> {
  const lead = unit.as('safeguarding-lead')
  const { id } = await lead.ok('writing.begin', {
    first: '2026-11-01',
    last: '2026-11-30',
    disclosure: 'restricted',
    requirements: ['5g'],
    distribution: ['NHS England specialised commissioning'],
  })
  await lead.ok('writing.sendToCheck', { id, version: 1, commentsBy: '2026-12-30' })
  const input = { id, version: 2 }
  const ends = 'Comments are asked for until 30 Dec 2026'
  return { author: 'safeguarding-lead', signer: 'ward-manager', input: () => input, ends }
}

/** An event of the page of history that the safeguarding lead made a restricted entry, and a nurse had written. */
async function movedRecord({ unit, family }: At): Promise<SignOff> {
  const { id } = await unit.as('nurse').ok('chronology.add', {
    stayId: family.stayId,
    personId: family.motherId,
    kind: 'home',
    happened: '3/2025',
    ended: '',
    what: 'Her sister says that he hits her',
    basis: { kind: 'told', by: 'Her sister', on: '2026-11-20' },
    receivedId: null,
    place: '',
  })
  await unit.as('safeguarding-lead').ok('restricted.move', {
    id,
    version: 1,
    keptFrom: ['partner'],
    because: 'He comes to the ward and reads the screen',
  })
  const [move] = await unit
    .as('ward-manager')
    .ok<{ id: string; version: number }[]>('restricted.moves')
  const input = { ...pick(move), outcome: 'needed', review: 'It was needed' }
  return { author: 'safeguarding-lead', signer: 'ward-manager', input: () => input }
}
