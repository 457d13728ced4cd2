/** The files that a report is taken away as; all hold the same figures. */
export const formats = [
  { name: 'pdf', label: 'Save as PDF' },
  { name: 'html', label: 'Save as web page' },
  { name: 'xlsx', label: 'Save as spreadsheet' },
  { name: 'csv', label: 'Save as CSV' },
  { name: 'docx', label: 'Save as Word document' },
  { name: 'json', label: 'Save as JSON' },
] as const

export type FormatName = (typeof formats)[number]['name']
