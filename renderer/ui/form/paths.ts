type Tree = Record<string, unknown>

/** The value at a path of names and numbers joined by dots; undefined where there is none. */
export function valueAt(tree: unknown, path: string): unknown {
  let at = tree
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Tree)[step]
  }
  return at
}

/** Puts a value at a path, making lists for numbers and objects for names on the way. */
export function putAt(tree: Tree, path: string, value: unknown): void {
  const steps = path.split('.')
  let at: Tree = tree
  for (const [index, step] of steps.entries()) {
    if (index === steps.length - 1) {
      at[step] = value
      return
    }
    const next = at[step]
    if (typeof next === 'object' && next !== null) {
      at = next as Tree
    } else {
      const made = (/^\d+$/.test(steps[index + 1] ?? '') ? [] : {}) as Tree
      at[step] = made
      at = made
    }
  }
}
