import { Buffer } from 'node:buffer'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintDocument } from '#domain/shared/print-document.ts'
import { readFonts } from './fonts.ts'
import { PdfProblem } from './pdf-problem.ts'
import { printableValue } from './printable.ts'
import { template } from './template.ts'

// A folder that does not exist: the compiler reads what it is handed and nothing from the disk.
const workspace = process.platform === 'win32' ? 'C:\\mbu-assurance-print' : '/mbu-assurance-print'

/**
 * The document as a PDF that claims PDF/UA-1, in A4: tagged, with language, title and outline. The same
 * document gives the same bytes. Throws where the compiler refuses; there is no other engine (decision 12).
 */
export function compilePdf(document: PrintDocument): Uint8Array {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] })
  const data = Buffer.from(JSON.stringify(printableValue(document)), 'utf8')
  compiler.mapShadow(inWorkspace('document.json'), data)
  compiler.addSource(inWorkspace('main.typ'), template)
  const { result } = compiler.compile({ mainFilePath: inWorkspace('main.typ') })
  if (!result) throw new PdfProblem('The page could not be set')
  try {
    return compiler.pdf(result, { pdfStandard: 'ua-1' })
  } catch {
    throw new PdfProblem('The PDF broke a rule of PDF/UA-1')
  }
}

const inWorkspace = (name: string) =>
  process.platform === 'win32' ? `${workspace}\\${name}` : `${workspace}/${name}`
