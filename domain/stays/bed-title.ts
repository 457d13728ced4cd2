/** A bed as it is spoken of: Bed 4; a name that says so itself, or the place of those without a bed or who have left, stays as it is. */
export const bedTitle = (name: string) =>
  /^(bed|no bed|left the unit)\b/i.test(name) ? name : `Bed ${name}`
