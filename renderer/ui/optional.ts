/** The object without the entries that are undefined, for components that take an absent property, not an undefined one. */
export function given<T extends object>(
  properties: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as { [K in keyof T]: Exclude<T[K], undefined> }
}
