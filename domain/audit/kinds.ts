/**
 * What somebody did, as the audit viewer sorts it. The patterns are SQLite GLOB patterns over the action
 * (`*` = anything); the first line that fits decides, and whatever fits none is a change.
 */
export const entryKinds = {
  looked: { label: 'Looked', actions: ['read'] },
  refused: { label: 'Was refused', actions: ['refused', '*-refused', 'deny'] },
  'took-out': {
    label: 'Printed or took out',
    actions: [
      '*printed',
      '*-letter',
      '*-sheet',
      '*.exported',
      'report.made',
      'pack.sealed',
      'subject-access.copied',
    ],
  },
  entrance: {
    label: 'Signed in, out, or account',
    actions: [
      'sign-in*',
      'sign-out',
      'lock',
      'unlock',
      'open-account',
      '*password',
      'reset-*',
      'recover',
    ],
  },
  changed: { label: 'Recorded or changed', actions: [] },
} as const satisfies Record<string, { label: string; actions: readonly string[] }>

export type EntryKind = keyof typeof entryKinds
export const entryKindKeys = Object.keys(entryKinds) as EntryKind[]

/** How the SQL of the viewer names the kind of an entry; `column` is the column of its action. */
export function kindCase(column: string): string {
  const lines = entryKindKeys.flatMap((kind) => {
    const tests = entryKinds[kind].actions.map((action) => `${column} glob '${action}'`)
    return tests.length === 0 ? [] : `when ${tests.join(' or ')} then '${kind}'`
  })
  return `case ${lines.join(' ')} else 'changed' end`
}
