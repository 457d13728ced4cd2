/** Given name before family name, as people are spoken of on the ward. */
export const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`
