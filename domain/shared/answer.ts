/**
 * An answer to a clause. "Not known" is an answer, apart from no, from not applicable and from not yet
 * asked (product.md 2). The question is worded so that for an exclusion yes = present (decision 17).
 */
export const answers = ['yes', 'no', 'not-known', 'not-applicable', 'not-yet-asked'] as const
export type Answer = (typeof answers)[number]

export const answerLabels: Record<Answer, string> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
  'not-applicable': 'Not applicable',
  'not-yet-asked': 'Not yet asked',
}
