import type { CivilDate } from './time.ts'

/**
 * A document as it goes on paper: what it says, not how it looks. The same blocks make the PDF and the
 * word-processor file, so that both say the same. Texts are plain: nothing in them is read as markup.
 */
export interface PrintDocument {
  /** Goes into the file's metadata: no name of a person. */
  title: string
  /** The date of the document, fixed by what it reports, so that the same document is the same file. */
  date: CivilDate
  /** Printed at the head and foot of each page: OFFICIAL-SENSITIVE. */
  marking: string
  /** At the foot of each page, beside the page number. */
  footer: string
  cover: Cover | null
  /** For a page that has to hold everything: a notice for the wall. */
  narrowMargins?: boolean
  blocks: readonly Block[]
}

export interface Cover {
  kicker: string
  title: string
  subtitle: string
  /** Label and text, in order. */
  facts: readonly Fact[]
  notice: string
}

export interface Fact {
  label: string
  text: string
}

/** How a cell or a box is to be taken; always with its words, never by colour alone. */
export const tones = ['plain', 'best', 'good', 'poor', 'worst', 'unknown'] as const
export type Tone = (typeof tones)[number]

export interface Cell {
  text: string
  /** Drawn as a label with a scale of four steps beside its words. */
  tone?: Tone
  strong?: boolean
  /** Smaller second line. */
  note?: string
}

export interface Column {
  label: string
  /** Share of the width; columns without one take what their text needs. */
  share?: number
  align?: 'left' | 'right'
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean }
  | { kind: 'paragraph'; text: string; style?: 'lead' | 'small' | 'quote' }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[]; dense?: boolean }
  | {
      kind: 'table'
      caption: string
      columns: readonly Column[]
      rows: readonly (readonly Cell[])[]
      /** Stands in place of a table without rows. */
      empty: string
      dense?: boolean
      /** Its cells are to be written in by hand: tall rows, ruled on all sides. */
      write?: boolean
    }
  | { kind: 'chart'; svg: string; alt: string; caption?: string }
  | { kind: 'box'; tone: Tone; title: string; text: string }
  /** Keeps what belongs together on one page where it fits. */
  | { kind: 'together'; blocks: readonly Block[] }

/** A plain cell. */
export const cell = (text: string): Cell => ({ text })
