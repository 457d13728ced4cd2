import type { Role } from './roles.ts'

/**
 * What may be done through the API, each with a line in plain English for the administrator's screen.
 * A procedure declares exactly one; a role without it is refused (architecture.md 5, law 2).
 */
export const permissionLines = {
  'own:session': 'Use their own session: see who they are, lock, sign out',
  'own:password': 'Change their own password',
  'own:drafts': 'Keep what they have typed and not yet saved',
  'own:search': 'Search whatever their role may read',

  'unit:read': 'Read the name, beds and settings of the unit',
  'unit:settings': 'Change the settings of the unit',
  'unit:beds': 'Add, rename and close beds',

  'users:read': 'See the list of accounts',
  'users:manage': 'Open, change and disable accounts',
  'users:one-shift':
    'Open an account for one shift for a named bank or agency nurse (nurse in charge)',
  'users:reset-start': 'Start a password reset for somebody (nurse in charge)',
  'users:reset-confirm': 'Confirm a password reset',
  'staff:read': 'See the staff register',
  'staff:edit': 'Keep the staff register',
  'shift:read': 'See who is on shift and who is nurse in charge',
  'shift:edit': 'Record who is on shift and who is nurse in charge',

  'people:read': 'Read the records of mothers, babies and other people',
  'people:edit': 'Record mothers, babies, other people, ties and contacts',
  'people:legal': 'Record the legal status of a child and Mental Health Act status of a mother',
  'stays:read': 'Read stays and pairs',
  'stays:edit': 'Record arrivals, births, moves between beds and ends of stays',
  'stays:observation': 'Set the observation level of a mother',

  'board:read': 'See the ward board',
  'board:wall': 'Show the board on the wall of a staff room',

  'supervision:read': 'Read supervision decisions',
  'supervision:decide': 'Record and renew a supervision assessment',
  'supervision:raise': 'Raise a supervision level at once',
  'supervision:round': 'Make and sign a round over the babies',
  'supervision:note-event': 'Note an incident or a concern that opens a review',
  'supervision:confirm-raise': 'Confirm a raise that somebody else made',
  'supervision:lower': 'Record a decision to lower supervision',
  'supervision:lower-second': 'Sign a lowering as the second person',
  'supervision:override': 'Override by name what holds a lowering back',

  'relationship:read': 'Read assessments of relationship and parenting',
  'relationship:assess': 'Sign an assessment of relationship and parenting',
  'relationship:share':
    'Record who was given an assessment with the scope statement, and who acknowledged it',

  'admission:read': 'Read referrals and admission decisions',
  'admission:edit': 'Take referrals, record information and check criteria',
  'admission:decide': 'Decide on an admission (a nurse: while nurse in charge)',
  'admission:decide-second': 'Decide on an admission as the second person',
  'admission:override': 'Override by name a clause that holds an offer',

  'history:read': 'Read the register of documents and the one-page history',
  'history:edit': 'Keep the register of documents and attach files',
  'history:sign': 'Sign that a document has been read',
  'history:analyse': 'Sign an analysis of the pattern of health-service use',

  'episode:read': 'Read episodes of an unwell baby',
  'episode:raise': 'Raise a concern about a baby',
  'episode:record': 'Record observations, help, escort and hospital',
  'episode:escort-override': 'Override by name the escort that the rules give',
  'episode:outcome': 'Sign the outcome of an episode',
  'episode:void': 'Mark an episode as entered in error',
  'episode:void-second': 'Confirm as the second person that an episode was entered in error',

  'duty:read': 'See the duties to tell others',
  'duty:act': 'Record that somebody was told, and who acknowledged it',
  'duty:drop': 'Drop a duty that is not needed, with a reason',

  'training:read': 'See courses and who has done them',
  'training:edit': 'Record training and import training sheets',
  'training:declare': 'Declare the training register complete',

  'rule-sets:read': 'Read criteria, levels, limits and other rules',
  'rule-sets:edit': 'Write a new revision of the rules',
  'rule-sets:approve': 'Approve a revision of the rules',

  'assurance:read': 'See the requirements and their measures',
  'assurance:drill': 'Open a figure to the pseudonymised records behind it',
  'assurance:identify': 'Open a figure to the named records behind it',
  'assurance:judge': 'Record findings and a level',
  'assurance:report': 'Make and export a quality-visit report',

  'audit:read': 'Read who looked at or changed a record',
  'audit:verify': 'Check that the audit is whole',

  'store:read': 'See the state of the store and its backups',
  'store:backup': 'Make and prove a backup',
  'store:restore': 'Restore a backup',
  'store:restore-second': 'Confirm a restore as the second person',
  'store:close': 'Close the unit',
} as const satisfies Record<string, string>

export type Permission = keyof typeof permissionLines
export const permissions = Object.keys(permissionLines) as Permission[]

const own: Permission[] = ['own:session', 'own:password', 'own:drafts']

/** What every clinical role may read and do on the ward. */
const clinical: Permission[] = [
  ...own,
  'own:search',
  'unit:read',
  'staff:read',
  'shift:read',
  'people:read',
  'stays:read',
  'board:read',
  'board:wall',
  'supervision:read',
  'supervision:raise',
  'supervision:note-event',
  'supervision:round',
  'relationship:read',
  'admission:read',
  'history:read',
  'history:sign',
  'episode:read',
  'episode:raise',
  'episode:record',
  'duty:read',
  'duty:act',
  'training:read',
  'rule-sets:read',
  'store:close',
]

/** What those may write who keep the record of a family. */
const keeping: Permission[] = [
  'relationship:share',
  'people:edit',
  'people:legal',
  'stays:edit',
  'admission:edit',
  'history:edit',
]

/**
 * Role x permission; what is not listed is refused. A commissioner reads pseudonymised and aggregate data
 * alone; an administrator sees no clinical record (product.md 1). Who may decide, lower, confirm and sign
 * what: decisions 11, 18, 20, 21 and 26. Where the profession counts beside the role: role-professions.ts.
 */
export const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  'ward-manager': new Set([
    ...clinical,
    ...keeping,
    'relationship:assess',
    'history:analyse',
    'unit:settings',
    'unit:beds',
    'users:read',
    'users:manage',
    'users:one-shift',
    'users:reset-start',
    'users:reset-confirm',
    'staff:edit',
    'shift:edit',
    'stays:observation',
    'supervision:decide',
    'supervision:confirm-raise',
    'supervision:lower',
    'supervision:lower-second',
    'supervision:override',
    'admission:decide',
    'admission:decide-second',
    'admission:override',
    'episode:escort-override',
    'episode:outcome',
    'episode:void',
    'episode:void-second',
    'duty:drop',
    'training:edit',
    'training:declare',
    'rule-sets:edit',
    'rule-sets:approve',
    'assurance:read',
    'assurance:drill',
    'assurance:identify',
    'assurance:report',
    'audit:read',
    'audit:verify',
    'store:read',
    'store:backup',
    'store:restore',
    'store:restore-second',
  ]),
  consultant: new Set([
    ...clinical,
    ...keeping,
    'relationship:assess',
    'history:analyse',
    'shift:edit',
    'stays:observation',
    'supervision:decide',
    'supervision:confirm-raise',
    'supervision:lower',
    'supervision:lower-second',
    'supervision:override',
    'admission:decide',
    'admission:decide-second',
    'admission:override',
    'episode:escort-override',
    'episode:outcome',
    'episode:void-second',
    'duty:drop',
    'rule-sets:edit',
    'rule-sets:approve',
    'assurance:read',
    'assurance:drill',
    'assurance:identify',
    'assurance:report',
  ]),
  nurse: new Set([
    ...clinical,
    ...keeping,
    'relationship:assess',
    'users:one-shift',
    'users:reset-start',
    'shift:edit',
    'stays:observation',
    'supervision:decide',
    'supervision:confirm-raise',
    'supervision:lower',
    'supervision:lower-second',
    'admission:decide',
    'admission:decide-second',
    'episode:escort-override',
    'episode:outcome',
    'episode:void',
    'episode:void-second',
    'duty:drop',
  ]),
  'nursery-nurse': new Set([...clinical, 'relationship:assess']),
  'other-clinician': new Set([
    ...clinical,
    ...keeping,
    'relationship:assess',
    'episode:outcome',
    'duty:drop',
  ]),
  'safeguarding-lead': new Set([
    ...clinical,
    ...keeping,
    'history:analyse',
    'episode:outcome',
    'duty:drop',
    'training:edit',
    'rule-sets:approve',
    'assurance:read',
    'assurance:drill',
    'assurance:identify',
    'assurance:judge',
    'assurance:report',
    'audit:read',
    'audit:verify',
    'store:read',
  ]),
  commissioner: new Set([
    ...own,
    'rule-sets:read',
    'assurance:read',
    'assurance:drill',
    'assurance:judge',
    'assurance:report',
    'audit:verify',
  ]),
  administrator: new Set([
    ...own,
    'own:search',
    'unit:read',
    'unit:settings',
    'unit:beds',
    'users:read',
    'users:manage',
    'users:reset-start',
    'users:reset-confirm',
    'staff:read',
    'staff:edit',
    'rule-sets:read',
    'audit:verify',
    'store:read',
    'store:backup',
    'store:restore',
    'store:restore-second',
    'store:close',
  ]),
}

/** What is left to a session that shows the board on the wall: it outlives its idle lock and opens nothing else (decision 5). */
export const wallPermissions: ReadonlySet<Permission> = new Set(['own:session', 'board:wall'])

/** True if the role may do it; the default is no. */
export function permits(role: Role, permission: Permission): boolean {
  return rolePermissions[role].has(permission)
}
