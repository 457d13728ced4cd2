import { z } from 'zod'
import { instantSchema } from '#domain/shared/calendar.ts'
import { line } from '#domain/shared/text.ts'
import { command, nothing, query, router, twoPersonCommand } from '../../platform/serve.ts'
import { alike } from './alike.ts'
import { familyPage, peopleOfFamily } from './family.ts'
import { placementMeetings } from './meetings.ts'
import {
  changeLegalStatus,
  changeLegalStatusByTwo,
  endLegalStatus,
  endLegalStatusByTwo,
  withdrawLegalStatus,
  withdrawLegalStatusByTwo,
} from './order-by-two.ts'
import { addPerson, changePerson, withdrawPerson } from './person-service.ts'
import { personById, personOf, searchPeople } from './queries.ts'
import { ownQuestions, questionAskings } from './questions.ts'
import {
  alikeInput,
  askingInput,
  change,
  contactInput,
  endInput,
  id,
  legalStatusInput,
  maybe,
  meetingInput,
  mentalHealthActInput,
  newPersonInput,
  personInput,
  questionInput,
  settlementInput,
  tieInput,
} from './schemas.ts'
import { clashSettlements } from './settle.ts'
import { legalStatusEnds, mentalHealthActEnds } from './status-ends.ts'
import {
  actStatusOfMother,
  addLegalStatus,
  legalStatusOfChild,
  mentalHealthAct,
} from './statuses.ts'
import { addTie, contacts, contactsOfPerson, ties, tiesOfPerson } from './ties.ts'
import { peopleOfToDo, peopleToDo } from './to-do.ts'

const ofPerson = z.strictObject({ personId: id })
const atTime = z.strictObject({ personId: id, at: maybe(instantSchema) })
const changed = <S extends z.ZodType>(fact: S) => z.strictObject({ ...change, fact })
const onlyThem = (_value: unknown, input: { personId: string }) => [input.personId]

const byTwo = { signs: 'own', second: 'people:legal' } as const

export const peopleRouter = router({
  search: query(
    'people:read',
    z.strictObject({ text: line }),
    (ctx, input) => searchPeople(ctx.db, input.text),
    { identifies: (found) => found.map((person) => person.id) },
  ),
  get: query('people:read', ofPerson, (ctx, input) => personById(ctx.db, input.personId), {
    identifies: onlyThem,
  }),
  /** Those on record who may be somebody who is to be recorded. */
  alike: query('people:read', alikeInput, (ctx, input) => alike(ctx.db, input), {
    identifies: (found) =>
      found.flatMap((one) => [one.id, ...one.mothers.map((mother) => mother.id)]),
  }),
  add: command('people:edit', newPersonInput, addPerson),
  change: command('people:edit', z.strictObject({ ...change, person: personInput }), changePerson),
  withdraw: command('people:edit', z.strictObject(change), withdrawPerson),

  ties: query('people:read', ofPerson, (ctx, input) => tiesOfPerson(ctx.db, input.personId), {
    identifies: (found, input) => [
      input.personId,
      ...found.flatMap((tie) => [tie.personId, tie.toPersonId]),
    ],
  }),
  addTie: command('people:edit', tieInput, addTie),
  changeTie: command('people:edit', changed(tieInput), ties.change),
  withdrawTie: command('people:edit', z.strictObject(change), ties.withdraw),

  /** For a person, or with null for the unit itself. */
  contacts: query(
    'people:read',
    z.strictObject({ personId: id.nullable() }),
    (ctx, input) => contactsOfPerson(ctx.db, input.personId),
    { identifies: (_found, input) => (input.personId === null ? [] : [input.personId]) },
  ),
  addContact: command('people:edit', contactInput, contacts.add),
  changeContact: command('people:edit', changed(contactInput), contacts.change),
  withdrawContact: command('people:edit', z.strictObject(change), contacts.withdraw),

  /** A baby's legal status now, or at any past time; of a mother, the expected baby's. */
  legalStatus: query(
    'people:read',
    atTime,
    (ctx, input) => {
      personById(ctx.db, input.personId)
      return legalStatusOfChild(ctx.db, input.personId, input.at ?? ctx.now)
    },
    { identifies: onlyThem },
  ),
  addLegalStatus: command('people:legal', legalStatusInput, addLegalStatus),
  changeLegalStatus: command('people:legal', changed(legalStatusInput), changeLegalStatus),
  /** What takes an order or a plan of the child out is signed by two. */
  changeLegalStatusByTwo: twoPersonCommand(
    'people:legal',
    changed(legalStatusInput),
    changeLegalStatusByTwo,
    byTwo,
  ),
  /** It has ended, and what followed: never by its date alone. */
  endLegalStatus: command('people:legal', endInput, endLegalStatus),
  endLegalStatusByTwo: twoPersonCommand('people:legal', endInput, endLegalStatusByTwo, byTwo),
  takeBackLegalStatusEnd: command('people:legal', z.strictObject(change), legalStatusEnds.takeBack),
  withdrawLegalStatus: command('people:legal', z.strictObject(change), withdrawLegalStatus),
  withdrawLegalStatusByTwo: twoPersonCommand(
    'people:legal',
    z.strictObject(change),
    withdrawLegalStatusByTwo,
    byTwo,
  ),

  /** A mother's Mental Health Act status now, or at any past time. */
  mentalHealthAct: query(
    'people:read',
    atTime,
    (ctx, input) => {
      personOf(ctx.db, input.personId, 'mother', 'personId')
      return actStatusOfMother(ctx.db, input.personId, input.at ?? ctx.now)
    },
    { identifies: onlyThem },
  ),
  addMentalHealthAct: command('people:legal', mentalHealthActInput, mentalHealthAct.add),
  changeMentalHealthAct: command(
    'people:legal',
    changed(mentalHealthActInput),
    mentalHealthAct.change,
  ),
  endMentalHealthAct: command('people:legal', endInput, (ctx, end) =>
    mentalHealthActEnds.end(ctx, end),
  ),
  takeBackMentalHealthActEnd: command(
    'people:legal',
    z.strictObject(change),
    mentalHealthActEnds.takeBack,
  ),
  withdrawMentalHealthAct: command(
    'people:legal',
    z.strictObject(change),
    mentalHealthAct.withdraw,
  ),

  /** A mother, her babies, and what is to be found out about the people round them. */
  family: query(
    'people:read',
    z.strictObject({ motherId: id }),
    (ctx, input) => familyPage(ctx.db, input.motherId, ctx.now),
    { identifies: peopleOfFamily },
  ),
  /** The same for everybody on the unit or on an open referral, by when it is due. */
  toDo: query('people:read', nothing, (ctx) => peopleToDo(ctx.db, ctx.now), {
    identifies: peopleOfToDo,
  }),
  addQuestion: command('people:edit', questionInput, ownQuestions.add),
  withdrawQuestion: command('people:edit', z.strictObject(change), ownQuestions.withdraw),
  ask: command('people:edit', askingInput, questionAskings.add),
  withdrawAsking: command('people:edit', z.strictObject(change), questionAskings.withdraw),
  settleClash: command('people:edit', settlementInput, clashSettlements.add),
  withdrawSettlement: command('people:edit', z.strictObject(change), clashSettlements.withdraw),
  addMeeting: command('people:edit', meetingInput, placementMeetings.add),
  changeMeeting: command('people:edit', changed(meetingInput), placementMeetings.change),
  withdrawMeeting: command('people:edit', z.strictObject(change), placementMeetings.withdraw),
})
