import { folded } from '../shared/folded-text.ts'

/** What stands beside a name and is none. */
const besideNames: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr doctor professor prof sir the her his their baby s of from and partner boyfriend husband wife ex father dad mother mum mam grandmother grandfather gran nan grandad sister brother aunt uncle friend social worker health visitor midwife gp nurse'.split(
    ' ',
  ),
)

const wordsOf = (text: string): string[] =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')

/**
 * Whether a name as somebody wrote it may mean the person of a name on record: the whole name is in it, in any
 * order and whatever stands beside it; or all that is left of it without titles and roles is part of that name
 * or an initial of it. It would rather stop once too often: who must not be contacted is never rung because
 * "Mr" stood before the name (decision 30: no override).
 */
export function meansSameName(written: string, onRecord: string): boolean {
  const record = wordsOf(onRecord)
  const all = wordsOf(written)
  if (record.length === 0 || all.length === 0) return false
  if (record.every((word) => all.includes(word))) return true
  const names = all.filter((word) => !besideNames.has(word))
  return (
    names.some((word) => word.length > 1) &&
    names.every(
      (word) =>
        record.includes(word) || (word.length === 1 && record.some((one) => one.startsWith(word))),
    )
  )
}
