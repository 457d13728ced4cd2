/** For how long the raters watched, all together, as screen and print say it; null where nobody counted. */
export const hoursInWords = (hours: number | null): string =>
  hours === null ? 'hours not counted' : `about ${hours} ${hours === 1 ? 'hour' : 'hours'}`
