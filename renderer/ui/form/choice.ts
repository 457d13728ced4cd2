/** One thing that can be chosen. */
export interface Choice<Value extends string = string> {
  value: Value
  label: string
  hint?: string
}

/** Choices from a table of labels, in the table's order. */
export const choicesOf = <Value extends string>(labels: Record<Value, string>): Choice<Value>[] =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }))
