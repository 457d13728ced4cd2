import { agencyLabels } from '#domain/people/record.ts'
import { sourceMarkLabels } from '#domain/shared/source.ts'
import { findingLabels } from '#domain/unwell-baby/findings.ts'
import { helperLabels } from '#domain/unwell-baby/record.ts'
import { signs } from '#domain/unwell-baby/signs.ts'

/** Codes of rules that have words of their own elsewhere in the app. */
const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(signs).map(([code, { label }]) => [code, label])),
  ...agencyLabels,
  ...findingLabels,
  ...helperLabels,
  ...sourceMarkLabels,
  none: 'Neither a plan nor an order (none)',
  C: 'Child with a plan or proceedings (C)',
  L: 'Looked after, or with an order (L)',
}

/** A code of a rule in words: "On-call paediatrics", or the code itself with blanks. */
export const codeWords = (code: string | number): string =>
  labels[String(code)] ?? String(code).replaceAll('-', ' ')

/** Codes as the choices of a field. */
export const codeChoices = (codes: readonly (string | number)[]) =>
  codes.map((code) => ({ value: String(code), label: codeWords(code) }))
