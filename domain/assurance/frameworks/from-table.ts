import { type Framework, type LineOfEnquiry, longestWords, tooManyWords } from '../framework.ts'

/** The columns of a framework as a table: one row for each line of enquiry of a requirement. */
export const frameworkColumns = [
  { key: 'framework', heading: 'Framework id', about: 'Short and without blanks: rcpsych-pqn' },
  { key: 'title', heading: 'Framework title', about: 'Of the whole framework' },
  { key: 'document', heading: 'Document', about: 'Where the words stand' },
  { key: 'publisher', heading: 'Publisher', about: 'Who published it' },
  { key: 'section', heading: 'Section', about: 'Of the document' },
  { key: 'requirement', heading: 'Requirement id', about: 'As the document numbers it' },
  { key: 'short', heading: 'Short name', about: 'A few words, for tables' },
  { key: 'addressedTo', heading: 'Addressed to', about: 'Who is asked' },
  { key: 'words', heading: 'Words', about: 'The requirement in the words of the document' },
  { key: 'question', heading: 'Question', about: 'What a visitor asks' },
  { key: 'evidence', heading: 'Evidence', about: 'Kinds, with a semicolon between them' },
  {
    key: 'measures',
    heading: 'Measures',
    about: 'Ids such as 5a-1, with a semicolon between them',
  },
] as const
type Key = (typeof frameworkColumns)[number]['key']
type Row = Record<Key, string>

export interface LineFault {
  /** As the spreadsheet counts: the headings are line 1. */
  line: number
  message: string
}

export type FromTable =
  | { ok: true; framework: Omit<Framework, 'version'> }
  | { ok: false; faults: LineFault[] }

/** What stands in the rows before may be left empty in the rows below. */
const carried: readonly Key[] = ['framework', 'title', 'document', 'publisher', 'section']
const ofRequirement: readonly Key[] = ['short', 'addressedTo', 'words']

/** A framework from a table with its headings in the first row. Says what is wrong line by line. */
export function frameworkFromTable(
  table: readonly (readonly string[])[],
  measures: ReadonlySet<string>,
): FromTable {
  const [headings = [], ...body] = table
  const place = new Map(
    frameworkColumns.map(({ key, heading }) => [
      key,
      headings.findIndex((text) => text.trim().toLowerCase() === heading.toLowerCase()),
    ]),
  )
  const missing = frameworkColumns.filter(({ key }) => (place.get(key) ?? -1) < 0)
  if (missing.length > 0)
    return fault(
      1,
      `These headings are missing: ${missing.map(({ heading }) => heading).join(', ')}`,
    )
  const read = (cells: readonly string[]): Row =>
    Object.fromEntries(
      frameworkColumns.map(({ key }) => [key, (cells[place.get(key) ?? -1] ?? '').trim()]),
    ) as Row
  const lines = body
    .map((cells, index) => ({ line: index + 2, row: read(cells) }))
    .filter(({ row }) => Object.values(row).some((cell) => cell !== ''))
  const [first] = lines
  if (!first) return fault(2, 'There is nothing under the headings')
  const faults: LineFault[] = []
  const requirements = new Map<string, Framework['requirements'][number]>()
  for (const { line, row } of lines) {
    faults.push(...rowFaults(line, row, first.row, requirements.has(row.requirement), measures))
    put(requirements, row)
  }
  if (faults.length > 0) return { ok: false, faults }
  const { framework: id, title, document, publisher, section } = first.row
  return {
    ok: true,
    framework: {
      id,
      title,
      source: { document, publisher, section },
      findings: [{ id: title, words: title }],
      requirements: [...requirements.values()].map((one) => ({ ...one, finding: title })),
    },
  }
}

const fault = (line: number, message: string): FromTable => ({
  ok: false,
  faults: [{ line, message }],
})

const listOf = (text: string) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

const headingOf = (key: Key) => frameworkColumns.find((one) => one.key === key)?.heading ?? key

function rowFaults(
  line: number,
  row: Row,
  first: Row,
  known: boolean,
  measures: ReadonlySet<string>,
): LineFault[] {
  const said: string[] = []
  for (const key of carried)
    if (row === first ? row[key] === '' : row[key] !== '' && row[key] !== first[key])
      said.push(
        row === first
          ? `Enter: ${headingOf(key)}`
          : `${headingOf(key)} is another than in the first row. One file holds one framework`,
      )
  if (row === first && row.framework !== '' && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(row.framework))
    said.push('Framework id: small letters, figures and hyphens, without blanks')
  for (const key of ['requirement', 'question'] as const)
    if (row[key] === '') said.push(`Enter: ${headingOf(key)}`)
  if (!known)
    for (const key of ofRequirement) if (row[key] === '') said.push(`Enter: ${headingOf(key)}`)
  for (const { key, heading } of frameworkColumns)
    if (row[key].length > longestWords) said.push(`${heading}: ${tooManyWords}`)
  const named = listOf(row.measures)
  if (named.length === 0) said.push('Name at least one measure')
  for (const id of named)
    if (!measures.has(id)) said.push(`There is no measure ${id}. Measures are named such as 5a-1`)
  return said.map((message) => ({ line, message }))
}

function put(requirements: Map<string, Framework['requirements'][number]>, row: Row): void {
  const { requirement: id, short, addressedTo, words, question, evidence, measures } = row
  const before = requirements.get(id)
  const enquiry: LineOfEnquiry = {
    id: `${id}-${(before?.linesOfEnquiry.length ?? 0) + 1}`,
    question,
    evidence: listOf(evidence),
    measures: listOf(measures),
  }
  requirements.set(
    id,
    before
      ? { ...before, linesOfEnquiry: [...before.linesOfEnquiry, enquiry] }
      : { id, short, finding: '', addressedTo, words, linesOfEnquiry: [enquiry] },
  )
}

/** A framework as the table that it can be read back from: what is sent to be filled in. */
export const frameworkAsTable = ({ id, title, source, requirements }: Framework): string[][] => [
  frameworkColumns.map(({ heading }) => heading),
  ...requirements.flatMap((one) =>
    one.linesOfEnquiry.map((enquiry) => [
      id,
      title,
      source.document,
      source.publisher,
      source.section,
      one.id,
      one.short,
      one.addressedTo,
      one.words,
      enquiry.question,
      enquiry.evidence.join('; '),
      enquiry.measures.join('; '),
    ]),
  ),
]
