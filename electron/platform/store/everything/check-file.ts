import { createHash, type Hash } from 'node:crypto'
import type { z } from 'zod'
import { fileLines } from './file-lines.ts'
import {
  attachmentLine,
  auditLine,
  auditOut,
  chainAfter,
  chainBefore,
  endLine,
  type Head,
  headLine,
  rowLine,
} from './lines.ts'
import { wrongFile } from './wrong-file.ts'

/** One line of the file, as it was found to be. */
export type FoundLine =
  | ({ kind: 'row' } & z.output<typeof rowLine>)
  | ({ kind: 'audit' } & z.output<typeof auditLine>)
  | ({ kind: 'attachment' } & z.output<typeof attachmentLine>)

export interface CheckedFile {
  head: Head
  lines: number
  sha256: string
  attachments: number
  rows: number
}

/**
 * Reads a file of everything and gives each of its lines, checked: the shape of the line, the chain of the audit,
 * the hash of each attachment, and at the end the number of lines and the hash over all of them. Refuses at the
 * first that does not hold, naming its line.
 */
export function* checkedLines(path: string): Generator<FoundLine, CheckedFile, void> {
  const hash = createHash('sha256')
  let head: Head | undefined
  let number = 0
  let rows = 0
  const audit = auditChecker()
  const attachments = attachmentChecker()
  const lines = fileLines(path)
  for (const text of lines) {
    number += 1
    const read = parsed(text, number)
    if (!head) {
      const found = headLine.safeParse(read)
      if (!found.success)
        wrongFile('It is no export of everything, or one of another version of the app', number)
      head = found.data as Head
    } else if ('end' in read) {
      const { end } = checked(endLine, read, number)
      if (end.lines !== number - 1 || end.sha256 !== hash.copy().digest('hex'))
        wrongFile('It is not as it was written: something was changed, added or left out', number)
      if (!lines.next().done) wrongFile('Something stands behind its end', number)
      if (audit.entries() !== head.cut.seq)
        wrongFile('Entries of the audit are missing at its end', number)
      attachments.finish(number)
      return { head, lines: number, sha256: end.sha256, attachments: attachments.count(), rows }
    } else if ('table' in read) {
      rows += 1
      yield { kind: 'row', ...checked(rowLine, read, number) }
    } else if ('audit' in read) {
      const line = checked(auditLine, read, number)
      audit.take(line, number)
      yield { kind: 'audit', ...line }
    } else {
      const line = checked(attachmentLine, read, number)
      attachments.take(line, number)
      yield { kind: 'attachment', ...line }
    }
    hash.update(text).update('\n')
  }
  return number === 0 ? wrongFile('It is empty') : wrongFile('Its end is missing', number)
}

function parsed(text: string, number: number): object {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read
  } catch {
    // Said below, with the line.
  }
  return wrongFile('A line of it is no JSON object', number)
}

function checked<S extends z.ZodType>(schema: S, read: object, number: number): z.output<S> {
  const found = schema.safeParse(read)
  return found.success ? found.data : wrongFile('A line of it is not as the app writes it', number)
}

function auditChecker() {
  let chain = chainBefore
  let entries = 0
  return {
    entries: () => entries,
    take({ audit, chain: after }: z.output<typeof auditLine>, number: number) {
      entries += 1
      const names = Object.keys(audit)
      const whole =
        names.length === auditOut.length && auditOut.every((name, index) => names[index] === name)
      chain = chainAfter(chain, audit)
      if (!whole || audit.seq !== entries || chain !== after)
        wrongFile(`Entry ${entries} of the audit does not follow the one before it`, number)
    },
  }
}

function attachmentChecker() {
  let open: { sha256: string; next: number; of: number; hash: Hash } | undefined
  let count = 0
  return {
    count: () => count,
    finish(number: number) {
      if (open) wrongFile('An attached file is not whole', number)
    },
    take(line: z.output<typeof attachmentLine>, number: number) {
      open ??= { sha256: line.attachment, next: 0, of: line.of, hash: createHash('sha256') }
      if (line.attachment !== open.sha256 || line.part !== open.next || line.of !== open.of)
        wrongFile('The parts of an attached file are out of order', number)
      open.hash.update(Buffer.from(line.base64, 'base64'))
      open.next += 1
      if (open.next < open.of) return
      if (open.hash.digest('hex') !== open.sha256)
        wrongFile('An attached file is not what was attached', number)
      open = undefined
      count += 1
    },
  }
}
