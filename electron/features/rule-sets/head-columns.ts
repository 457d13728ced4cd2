/** The columns of a revision without its content: what every list and every choice among revisions reads. */
export const headColumns = [
  'recordId',
  'version',
  'kind',
  'revision',
  'title',
  'source',
  'effectiveFrom',
  'reviewDue',
  'approvedBy',
  'approvedAt',
  'recordedAt',
] as const
