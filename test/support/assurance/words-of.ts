import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { type AnyReport, readReport } from '#domain/assurance/any-report.ts'
import {
  type FormatName,
  makeReportFile,
} from '../../../electron/features/assurance/formats/formats.ts'
import { readPdf, spaced } from '../read-pdf.ts'
import { readHtml } from './read-html.ts'

/** The words of a file, whatever its format, on one line. */
export async function wordsOf(model: AnyReport, format: FormatName): Promise<string> {
  const { bytes } = await makeReportFile(format, model)
  switch (format) {
    case 'pdf':
      return spaced((await readPdf(bytes)).text)
    case 'html':
      return readHtml(bytes).text
    case 'xlsx':
      return spaced((await readXlsx(bytes)).sheets.flatMap(({ rows }) => rows.flat()).join(' '))
    case 'csv':
      return spaced(
        Object.values(unzipSync(bytes))
          .flatMap((part) => (parseCsv(strFromU8(part)) as string[][]).flat())
          .join(' '),
      )
    case 'docx': {
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
      const runs = [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map((found) => found[1]).join(' ')
      return spaced(runs.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    }
    case 'json':
      return JSON.stringify(readReport(JSON.parse(strFromU8(bytes))))
  }
}

// Lines of a page are broken where they fit, so a word may be parted from its neighbour by more than a space.
export const squeezed = (text: string) => text.replace(/[\s\u00ad]+/g, '')
