import type { Chance } from './chance.ts'

/** Invented people: names of many origins, so that every screen and page meets long ones and accents. */
const mothers = [
  'Amara',
  'Bethan',
  'Chloe',
  'Danuta',
  'Efa',
  'Fatima',
  'Grace',
  'Hana',
  'Ifeoma',
  'Jolanta',
  'Katarzyna',
  'Leila',
  'Małgorzata',
  'Niamh',
  'Oluwaseun',
  'Priya',
  'Rhiannon',
  'Siân',
  'Thenmozhi',
  'Uzma',
  'Victoria',
  'Wiktoria',
  'Yasmin',
  'Zoë',
  'Alexandra-Mae',
  'Jo',
] as const
const babies = [
  'Amber',
  'Bronwen',
  'Callum',
  'Dylan',
  'Elif',
  'Finn',
  'Gwilym',
  'Hafsa',
  'Idris',
  'Jakub',
  'Kofi',
  'Lottie',
  'Meera',
  'Noah',
  'Osian',
  'Poppy',
  'Rafi',
  'Seren',
  'Teddy',
  'Uma',
  'Vihaan',
  'Willow',
  'Yusuf',
  'Zuzanna',
] as const
const families = [
  'Abara',
  'Bevan',
  'Chaudhry',
  'Davies',
  'Eze',
  'Fairweather',
  'Górska',
  'Hussain',
  'Idowu',
  'Jones',
  'Kowalczyk',
  'Llewellyn',
  'Murugesan',
  'Nowak',
  'O’Connell',
  'Patel',
  'Quartey',
  'Rees',
  'Subramaniam',
  'Tŷ-Gwyn',
  'Usman',
  'Venkataraghavan',
  'Whitcombe-Featherstonehaugh',
  'Young',
  'Zielińska',
] as const
const staffGiven = [
  'Sade',
  'Tomasz',
  'Helen',
  'Idris',
  'Margaret',
  'Nasreen',
  'Owen',
  'Priscilla',
  'Ruth',
  'Gareth',
  'Ayesha',
  'Bukola',
  'Colin',
  'Deepa',
  'Eleri',
  'Funmi',
] as const

export interface InventedName {
  givenName: string
  familyName: string
}

export const inventedMother = (chance: Chance): InventedName => ({
  givenName: chance.one(mothers),
  familyName: chance.one(families),
})

/** A baby whose brothers and sisters have other names. */
export function inventedBaby(
  chance: Chance,
  familyName: string,
  taken: readonly string[] = [],
): InventedName {
  const drawn = babies.indexOf(chance.one(babies))
  const inTurn = [...babies.slice(drawn), ...babies.slice(0, drawn)]
  const givenName = inTurn.find((name) => !taken.includes(name))
  if (givenName === undefined) throw new Error('More babies than names')
  return { givenName, familyName }
}

export const inventedStaffName = (chance: Chance): string =>
  `${chance.one(staffGiven)} ${chance.one(families)}`
