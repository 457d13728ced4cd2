import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Cell, Column, Fact } from '#domain/shared/print-document.ts'

type Element = Paragraph | Table

export const font = 'Arial'
export const ink = '212B32'
const muted = '4C6272'

/** The block as elements of a Word document; words only where it has no drawing. */
export function blockElements(block: Block): Element[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'paragraph':
      return [paragraph(block)]
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    case 'facts':
      return [factsTable(block.facts)]
    case 'table':
      return [caption(block.caption), block.rows.length === 0 ? small(block.empty) : table(block)]
    case 'chart':
      return [...(block.caption ? [caption(block.caption)] : []), chart(block), small(block.alt)]
    case 'box':
      return box(block)
    case 'together':
      return block.blocks.flatMap(blockElements)
  }
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

const heading = (block: Extract<Block, { kind: 'heading' }>) =>
  new Paragraph({
    text: block.text,
    heading: headingLevels[block.level],
    pageBreakBefore: block.newPage ?? false,
  })

const paragraph = ({ text, style }: Extract<Block, { kind: 'paragraph' }>) =>
  new Paragraph({
    children: [
      new TextRun({
        text,
        italics: style === 'quote',
        ...(style === 'small' ? { size: 17, color: muted } : {}),
      }),
    ],
    ...(style === 'quote' ? { indent: { left: 284 } } : {}),
    spacing: { after: 120 },
  })

const small = (text: string) =>
  new Paragraph({
    children: [new TextRun({ text, size: 17, color: muted })],
    spacing: { after: 160 },
  })

const caption = (text: string) =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 60 },
    children: [new TextRun({ text, size: 17, color: muted })],
  })

const box = ({ title, text }: Extract<Block, { kind: 'box' }>) =>
  [title, ...(text === '' ? [] : [text])].map(
    (words, index) =>
      new Paragraph({
        children: [new TextRun({ text: words, bold: index === 0 })],
        shading: { type: ShadingType.CLEAR, fill: 'F0F4F5', color: 'auto' },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: '005EB8', space: 8 } },
        spacing: { after: 80 },
      }),
  )

const line = { style: BorderStyle.SINGLE, size: 4, color: 'D8DDE0' }
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const borders = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
}
const whole = { size: 100, type: WidthType.PERCENTAGE }
const margins = { top: 50, bottom: 50, left: 80, right: 80 }

function table({ columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) =>
      tableCell({ text: column.label, strong: true }, column, 'F0F4F5'),
    ),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((cell, index) => tableCell(cell, columns[index] ?? { label: '' })),
      }),
  )
  return new Table({ width: whole, borders, rows: [head, ...body] })
}

function tableCell(cell: Cell, column: Column, fill?: string): TableCell {
  const alignment = column.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT
  const bold = cell.strong === true || (cell.tone !== undefined && cell.tone !== 'plain')
  return new TableCell({
    margins,
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    children: [
      new Paragraph({ alignment, children: [new TextRun({ text: cell.text, bold, size: 17 })] }),
      ...(cell.note === undefined
        ? []
        : [
            new Paragraph({
              alignment,
              children: [new TextRun({ text: cell.note, size: 15, color: muted })],
            }),
          ]),
    ],
  })
}

export const factsTable = (facts: readonly Fact[]): Table =>
  new Table({
    width: whole,
    borders,
    rows: facts.map(
      ({ label, text }) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              margins,
              width: { size: 28, type: WidthType.PERCENTAGE },
              children: [
                new Paragraph({ children: [new TextRun({ text: label, bold: true, size: 18 })] }),
              ],
            }),
            new TableCell({
              margins,
              children: [new Paragraph({ children: [new TextRun({ text, size: 18 })] })],
            }),
          ],
        }),
    ),
  })

/** One clear dot: what a program shows that does not know SVG. The words beneath say the same. */
const clearDot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

function chart({ svg, alt }: Extract<Block, { kind: 'chart' }>): Paragraph {
  const [, width = '480', height = '120'] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const scale = 620 / Number(width)
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg, 'utf8'),
        fallback: { type: 'png', data: clearDot },
        transformation: { width: 620, height: Math.round(Number(height) * scale) },
        altText: { name: 'Chart', title: 'Chart', description: alt },
      }),
    ],
  })
}
