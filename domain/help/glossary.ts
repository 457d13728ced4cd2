/**
 * The words of the app as they are explained on the page of help. A test holds them to docs/glossary.md, so that
 * a word is explained alike in both.
 */
export const glossary: readonly { word: string; means: string }[] = [
  {
    word: 'acknowledged',
    means: 'a named person outside has said that they know. Sent is not acknowledged',
  },
  {
    word: 'anchor',
    means:
      'a line outside the records with the newest entry of the audit, so that an older file put back is noticed',
  },
  {
    word: 'assessment',
    means:
      'of supervision: which level in each place, why, until when. Of relationship and parenting: what was seen between mother and baby, and what it means',
  },
  { word: 'audit', means: 'who did, read or changed what, and when. It only grows' },
  {
    word: 'basis',
    means:
      'how something is known: observed by staff, document seen, told by someone, professional opinion, asked and not established',
  },
  {
    word: 'break-glass',
    means:
      'something was opened because it could not wait: the recovery code because nobody could sign in, or restricted entries in an emergency. It is marked in the audit, and reviewed',
  },
  {
    word: 'bulk-entered',
    means:
      'several due times of one baby in one act or within five minutes, or entered later than one interval after. Shown as such',
  },
  {
    word: 'class of the child',
    means:
      'none; C: a plan, an enquiry or proceedings; L: looked after or under an order. It decides who is told, and how soon',
  },
  { word: 'clause', means: 'one line of the admission criteria' },
  {
    word: 'cleared',
    means:
      'a typed text that somebody other than its writer has read and lets leave the unit, in that very wording',
  },
  {
    word: "commissioner's desk",
    means: 'the app opened without a unit: takes in sealed packs, compares them, signs replies',
  },
  {
    word: 'concern',
    means: 'staff or mother are worried about a baby. It counts whatever the score',
  },
  {
    word: 'CP-IS',
    means: 'Child Protection Information Sharing: staff look there and record what it showed',
  },
  {
    word: 'cut',
    means: 'the moment, and the entry of the audit, up to which a report reads the record',
  },
  { word: 'duty', means: 'somebody outside has to be told of an event, within a limit' },
  { word: 'EDT', means: 'emergency duty team of the local authority, out of hours' },
  {
    word: 'episode',
    means: 'everything about one unwell baby from first concern to debrief, under one clock',
  },
  { word: 'escort', means: 'who goes with a sick baby, and whether the mother may' },
  {
    word: 'evidence',
    means:
      'a document known by the hash of its file, or a record pinned at its version, behind one requirement or several',
  },
  {
    word: 'factual check',
    means: 'the stage of a report in which others say what is not right in it, before it is final',
  },
  {
    word: 'fallback',
    means:
      'the level where no assessment holds: Constant; at night the baby in the nursery or one-to-one; outside only with one-to-one staff',
  },
  {
    word: 'fact with dates',
    means: 'a status or tie that holds from one time to another; any past time can be asked',
  },
  {
    word: 'final',
    means: 'a report in which nothing changes any more; the hash of each file is kept',
  },
  {
    word: 'four classes',
    means:
      'passed, failed, incomplete (a time or answer is missing), not eligible (among them: not yet due)',
  },
  { word: 'holder of parental responsibility', means: 'who may decide for a child. Never guessed' },
  { word: 'HZ', means: 'a hazard of the [hazard log](clinical-safety/hazard-log.md)' },
  { word: 'late entry', means: 'entered after it happened; both times are kept' },
  { word: 'level of assurance', means: 'substantial, reasonable, limited, none; or not tested' },
  { word: 'limit', means: 'the time by which something has to be done' },
  { word: 'looked after', means: 'a child in care of a local authority, or accommodated by it' },
  {
    word: 'measure',
    means: 'one figure, with its numerator and denominator and the records behind it',
  },
  { word: 'must-know', means: 'information without which nothing is offered' },
  { word: 'n', means: 'how many records a rate rests on' },
  { word: 'narrative', means: 'what the unit says of a requirement, in its own words' },
  { word: 'not established', means: 'asked, and no answer found. Paternity begins so' },
  {
    word: 'not known',
    means: 'an answer: somebody asked. Not the same as no, as not applicable, or as not asked yet',
  },
  {
    word: 'not tested',
    means: 'too few records, or a safety-critical measure without any. Never a good result',
  },
  { word: 'nurse in charge', means: 'a duty of a shift, not a role. Somebody else records it' },
  {
    word: 'observation level',
    means:
      'how closely the *mother* is observed for her mental health. Not the same as supervision',
  },
  {
    word: 'override',
    means: 'an authorised person lets something through by name, with a reason. Each is counted',
  },
  { word: 'pair', means: 'a mother and one baby within a stay. Twins are two pairs' },
  {
    word: 'PEWS',
    means: 'the national paediatric early warning score; here the chart for 0 to 11 months',
  },
  {
    word: 'pseudonym',
    means: 'stands for a person in a report; two reports cannot be joined by it',
  },
  { word: 're-opened', means: 'what was signed has changed since, so it is to be signed again' },
  {
    word: 'recovery code',
    means: 'opens the unit when nobody can sign in. Printed once, sealed, kept by two people',
  },
  {
    word: 'register of documents',
    means: 'what is expected about a family, what has come, who has read it',
  },
  {
    word: 'reply',
    means: "what a commissioner's desk sends back about one report, signed: findings and levels",
  },
  { word: 'requirement', means: 'one part of Finding Five (5a to 5g) or of what is linked to it' },
  {
    word: 'restricted entry',
    means: 'what the mother, a partner or others must not see: in no print and on no other page',
  },
  {
    word: 'restricted report',
    means: 'exact counts and pseudonymised records, for those on its cover alone',
  },
  {
    word: 'risk-critical',
    means: 'a kind of document that everybody who must has to read before supervision is lowered',
  },
  { word: 'route', means: 'who is called, and how soon, for what an unwell baby shows' },
  {
    word: 'rule set',
    means: 'criteria, thresholds, levels, limits or duties, as a version with source and approval',
  },
  { word: 'safety-critical', means: 'a measure whose failure caps its requirement at limited' },
  {
    word: 'scope statement',
    means: 'one page: what this unit assesses of relationship and parenting, and what it does not',
  },
  {
    word: 'sealed pack',
    means:
      'a report in every format with a page that verifies it, in one ZIP that the unit has signed',
  },
  {
    word: 'section 17',
    means:
      'leave under section 17, Mental Health Act; or a child in need under section 17, Children Act. Always written in full',
  },
  { word: 'separate', means: 'the strictest level, only ever a decision with its legal basis' },
  {
    word: 'shareable',
    means:
      'a report that may be passed on: rounded, small numbers withheld, no records. The other kind is *restricted*',
  },
  { word: 'sign-off', means: 'own password, role and exactly this content' },
  { word: 'stale', means: 'older than its information may be; without a date, always' },
  { word: 'stay', means: "a mother's time on the unit" },
  { word: 'stop', means: 'a clause that nobody can override' },
  {
    word: 'supervision',
    means:
      'how closely mother *and baby together* are watched: Separate, Constant, Close, General, Independent',
  },
  { word: 'two hands', means: "two people none of whom may know the other's password" },
  {
    word: 'unapproved default',
    means: 'a rule that came with the app and that the unit has not approved',
  },
  { word: 'verified backup', means: 'opened again after it was made, and checked page by page' },
  { word: 'working day', means: 'Monday to Friday, without bank holidays of England, to 17:00' },
]
