/**
 * The words of the audit viewer. Names of tables and columns are made readable by rule; a line here says it
 * better where the rule would not.
 */

/** What somebody opened, by the procedure that read it. A test holds the list to the API. */
export const readWords: Readonly<Record<string, string>> = {
  'stays.current': 'the list of people on the unit',
  'stays.get': 'the page of the stay',
  'discharge.view': 'the discharge plan',
  'discharge.print': 'the discharge summary, to print',
  'discharge.sent': 'a discharge summary as it was sent',
  'people.search': 'a search for a person',
  'people.alike': 'whether somebody is on record already',
  'people.get': 'the details of a person',
  'people.ties': 'the people round them',
  'people.contacts': 'the contacts',
  'people.legalStatus': 'the legal status',
  'people.mentalHealthAct': 'the Mental Health Act status',
  'people.family': 'the page of the family',
  'people.toDo': 'what is to be found out about families',
  'board.cards': 'the ward board',
  'board.handover': 'the handover sheet',
  'board.emergency': 'the emergency sheet, to print',
  'search.find': 'a search',
  'search.more': 'more of a search',
  'admission.list': 'the list of referrals',
  'admission.get': 'a referral',
  'admission.beds': 'the beds with who is coming',
  'admission.find': 'a search in past referrals',
  'admission.likely': 'whether she is on record already',
  'admission.mother': 'what is on record of a mother who is referred',
  'documents.register': 'the register of documents',
  'documents.get': 'a document',
  'documents.file': 'the file of a document',
  'chronology.view': 'the chronology',
  'chronology.print': 'the chronology, to print',
  'chronology.pattern': 'the pattern of health-service use',
  'communications.open': 'the duties to tell others',
  'communications.ofPair': 'who was told about this baby',
  'communications.letter': 'a letter to somebody who must be told',
  'supervision.current': 'the supervision levels',
  'supervision.print': 'the supervision sheet, to print',
  'supervision.prepared': 'the supervision prepared before arrival',
  'supervision.rounds': 'the rounds',
  'reviews.view': 'the events that opened a review',
  'leave.view': 'the leave of the stay',
  'leave.consider': 'what the rules say of leave',
  'relationship.view': 'the assessments of relationship',
  'relationship.print': 'an assessment of relationship, to print',
  'unwellBaby.episode': 'an episode of an unwell baby',
  'unwellBaby.running': 'the running episodes',
  'unwellBaby.followUps': 'the reviews and debriefs after a baby concern',
  'unwellBaby.past': 'past episodes',
  'unwellBaby.considerEscort': 'what the rules say of an escort',
  'unwellBaby.handover': 'the hospital handover sheet',
  'unwellBaby.pressed': 'a concern pressed on the lock screen',
  'unwellBaby.drills': 'the drills',
  'unwellBaby.pathway': 'the pathway and who has read it',
  'unwellBaby.pathwayPaper': 'the pathway or its blank form, to print',
  'babyCare.log': 'the baby-care log',
  'culture.partnership': 'meetings and disagreements with agencies',
  'culture.spotChecks': 'the spot checks',
  'culture.spotReminders': 'the board, with the spot checks that are due',
  'assurance.records': 'the named records behind a figure',
  'oversight.selfCheck': 'the self-check before a visit',
  'restricted.view': 'the restricted entries',
  'restricted.moves': 'what became restricted entries',
  'restricted.moved': 'which of their own words became restricted entries',
  'restricted.openings': 'who opened restricted entries in an emergency',
  'retention.kept': 'until when records are kept',
  'retention.copyLines': 'what a copy of the record would hold',
  'audit.ofPatient': 'who looked at this person',
  'audit.entries': 'the audit',
  'audit.history': 'the history of a record',
}

const typeWords: Readonly<Record<string, string>> = {
  mental_health_act_status: 'Mental Health Act status',
  section_17_leave: 'leave under section 17, Mental Health Act',
  cpis_check: 'CP-IS check',
  user_account: 'account',
  rule_set: 'rules',
  observation_level: 'observation level of the mother',
  care_entry: 'entry in the baby-care log',
  chronology_entry: 'event of the page of history',
  health_contact: 'contact with a health service',
  clause_answer: 'answer to a clause',
}

const fieldWords: Readonly<Record<string, string>> = {
  basisKind: 'How it is known',
  basisBy: 'Told or observed by',
  basisOn: 'Known since',
  basisDocument: 'Document behind it',
  bornOn: 'Date of birth',
  bornAt: 'Time of birth',
  bornOnEstimate: 'How the date of birth was estimated',
  nhsNumber: 'NHS number',
  nhsNumberAbsent: 'Why there is no NHS number',
  code: 'Status',
  ruleSetId: 'Rules in force',
  recordId: 'Record',
  withdrawn: 'Entered in error',
}

const spaced = (name: string) =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase()
    .trim()

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What kind of record it is: `duty_sending` is a "duty sending". */
export const typeLabel = (type: string): string => typeWords[type] ?? spaced(type)

/** What a field is called on the screen: `reviewDueAt` is "Review due at". */
export const fieldLabel = (field: string): string =>
  fieldWords[field] ?? upper(spaced(field.replace(/Id$/, '')))

/** What was done, in words: "read" of a procedure tells what was opened. */
export function actWords(action: string, entity: string): string {
  if (action === 'read') return `Opened ${readWords[entity] ?? spaced(entity)}`
  if (action === 'refused') return `Was refused: ${spaced(entity)}`
  if (action.includes('.') || entity === 'account') return upper(spaced(action))
  return upper(`${spaced(action)} ${typeLabel(entity)}`.trim())
}

/** A code as it reads: `not-known` is "not known". Whatever a person wrote stays as it is. */
export const codeText = (text: string): string =>
  /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text) ? text.replaceAll('-', ' ') : text
