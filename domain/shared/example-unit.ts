/** What the name of the example unit ends with: by it every page says that its people are invented. */
export const exampleMark = '(example)'

/** Whether a unit of this name is the example. */
export const isExample = (unitName: string): boolean => unitName.endsWith(exampleMark)
