/** Every keyword with which a statement that only reads can begin. */
const beginning = /^\s*(select|with)\b/i

/**
 * What a statement that reads must not name: SQLite calls ATTACH read-only, pragma functions reach
 * settings, and the cipher's own functions change it (reliability.md 4.1).
 */
const forbidden = /\b(attach|detach|vacuum|pragma\w*|sqlite3mc\w*|load_extension|fts3_tokenizer)\b/i

/** Throws unless the text is one statement that only reads; a text of our own that fails here is a bug. */
export function assertReads(sql: string): void {
  if (!beginning.test(sql)) throw new Error('Only SELECT and WITH can be read')
  if (forbidden.test(sql)) throw new Error('The statement names what a read may not')
}
