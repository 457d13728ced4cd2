/** The files that a report is taken away as; all hold the same figures. */
export const formats = [
  { name: 'pdf', label: 'Save as PDF', title: 'PDF' },
  { name: 'html', label: 'Save as web page', title: 'Web page' },
  { name: 'xlsx', label: 'Save as spreadsheet', title: 'Spreadsheet' },
  { name: 'csv', label: 'Save as CSV', title: 'CSV' },
  { name: 'docx', label: 'Save as Word document', title: 'Word document' },
  { name: 'json', label: 'Save as JSON', title: 'JSON' },
] as const

export type FormatName = (typeof formats)[number]['name']
