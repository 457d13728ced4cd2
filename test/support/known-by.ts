/** How invented people are known: nobody is recorded without it (Finding Seven). */
export const knownBy = { kind: 'told', by: 'The crisis team, from the record', on: '2026-01-05' }
