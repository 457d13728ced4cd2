import { tableUnder } from './markdown-table.ts'

export const likelihoods = ['Very high', 'High', 'Medium', 'Low', 'Very low'] as const

export interface Control {
  what: string
  /** Each as file › group › test. */
  tests: string[]
}

export interface Hazard {
  id: string
  facts: Record<string, string>
  controls: Control[]
  /** Lines that begin with Open: what is missing, and what follows from it. */
  open: string[]
}

const tableFrom = (section: string, head: string) => {
  const from = section.indexOf(head)
  return from < 0 ? [] : tableUnder(`# table\n${section.slice(from)}`, 'table')
}

/** The hazards of docs/clinical-safety/hazard-log.md as data. Throws where a hazard has no table of facts. */
export function hazardsIn(page: string): Hazard[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      id: section.slice(0, section.search(/\s/)),
      facts: Object.fromEntries(
        tableUnder(`## ${section}`, section.slice(0, 5)).map((row) => [row.part, row.what ?? '']),
      ),
      controls: tableFrom(section, '| control |').map((row) => ({
        what: row.control ?? '',
        tests: (row['shown by'] ?? '').split(/; (?=test\/)/).filter((one) => one !== ''),
      })),
      open: section.split('\n').filter((line) => line.startsWith('- Open:')),
    }))
}

/** Row of likelihood -> column of consequence -> score, from a page that holds the matrix. */
export function matrixIn(page: string): Map<string, number> {
  return new Map(
    tableUnder(page, 'The matrix').flatMap(({ likelihood, ...cells }) =>
      Object.entries(cells).map(
        ([consequence, score]) => [`${likelihood} x ${consequence}`, Number(score)] as const,
      ),
    ),
  )
}

const title =
  /(?<=\b(?:describe|test|it)|\))\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)\s*,/g

/** The titles of groups and tests of a test file, in their order; those that are skipped are not there. */
export const titlesIn = (source: string): string[] =>
  [...source.matchAll(title)].map(([, literal = '']) =>
    literal.slice(1, -1).replace(/\\(['"`\\])/g, '$1'),
  )

/** Whether a test that is named as file › group › test is there, each title after the one before. */
export function isThere(named: string, read: (file: string) => string | undefined): boolean {
  const [file = '', ...path] = named.split(' › ')
  const source = /^test\/.+\.test\.tsx?$/.test(file) ? read(file) : undefined
  if (source === undefined || path.length === 0) return false
  const titles = titlesIn(source)
  let at = -1
  return path.every((one) => {
    at = titles.indexOf(one, at + 1)
    return at >= 0
  })
}

/** What is wrong with a hazard, in words; nothing where it holds. */
export function faultsOf(
  { id, facts, controls, open }: Hazard,
  matrix: Map<string, number>,
  read: (file: string) => string | undefined,
): string[] {
  const missing = ['cause', 'effect', 'initial', 'residual', 'owner', 'status'].filter(
    (part) => !facts[part],
  )
  const wrongScore = ['initial', 'residual'].filter((part) => {
    const [risk = '', score] = (facts[part] ?? '').split(' = ')
    return matrix.get(risk) !== Number(score)
  })
  const status = open.length > 0 ? 'open' : 'controlled'
  return [
    ...missing.map((part) => `${id}: ${part} is missing`),
    ...wrongScore.map((part) => `${id}: the ${part} risk is not that of the matrix`),
    ...(facts.status === status ? [] : [`${id}: its status should be ${status}`]),
    ...(controls.length > 0 ? [] : [`${id}: no control`]),
    ...controls.flatMap(({ what, tests }) => [
      ...(tests.length > 0 ? [] : [`${id}: no test shows "${what}"`]),
      ...tests.filter((one) => !isThere(one, read)).map((one) => `${id}: no such test: ${one}`),
    ]),
  ]
}
