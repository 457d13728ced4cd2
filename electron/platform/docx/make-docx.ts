import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Cover, PrintDocument } from '#domain/shared/print-document.ts'
import { blockElements, factsTable, font, ink } from './blocks.ts'
import { settleDocx } from './settle.ts'

/** The media type of a Word document. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The document as a Word document, from the same blocks as the PDF. `creator` is the program that made it.
 * The same document gives the same bytes.
 */
export async function makeDocx(printed: PrintDocument, creator: string): Promise<Uint8Array> {
  const document = new Document({
    title: printed.title,
    creator,
    description: printed.marking,
    styles: {
      default: {
        document: { run: { font, size: 20, color: ink, language: { value: 'en-GB' } } },
        heading1: headingStyle(36, 360),
        heading2: headingStyle(26, 280),
        heading3: headingStyle(22, 220),
      },
    },
    sections: [
      {
        properties: {
          page: { size: a4, margin: { top: 1300, bottom: 1300, left: 1134, right: 1134 } },
        },
        headers: { default: new Header({ children: [marking(printed)] }) },
        footers: { default: new Footer({ children: [footer(printed), marking(printed)] }) },
        children: [
          ...(printed.cover ? cover(printed.cover) : []),
          ...printed.blocks.flatMap(blockElements),
        ],
      },
    ],
  })
  return settleDocx(new Uint8Array(await Packer.toArrayBuffer(document)), printed.date)
}

/** In twentieths of a point. */
const a4 = { width: 11906, height: 16838 }

const headingStyle = (size: number, before: number) => ({
  run: { font, size, bold: true, color: '003087' },
  paragraph: { spacing: { before, after: 120 } },
})

const marking = ({ marking }: PrintDocument) =>
  new Paragraph({
    alignment: 'center',
    children: [new TextRun({ text: marking, bold: true, size: 16, color: '003087' })],
  })

const footer = ({ footer }: PrintDocument) =>
  new Paragraph({
    children: [
      new TextRun({ text: `${footer}. Page `, size: 16 }),
      new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 16 }),
    ],
  })

const cover = (cover: Cover) => [
  new Paragraph({
    children: [new TextRun({ text: cover.kicker, size: 24 })],
    spacing: { before: 1200 },
  }),
  new Paragraph({
    heading: 'Title',
    children: [new TextRun({ text: cover.title, bold: true, size: 56, color: '003087' })],
  }),
  new Paragraph({
    children: [new TextRun({ text: cover.subtitle, size: 28 })],
    spacing: { after: 600 },
  }),
  factsTable(cover.facts),
  new Paragraph({ text: cover.notice, spacing: { before: 600 } }),
]
