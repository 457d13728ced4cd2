import type { CivilDate } from './time.ts'

/**
 * Bank holidays of England, substitute days included, with the first and last day that they are known for.
 * Beyond those a limit in working days is marked *calendar not known* (decision 7).
 */
export interface BankHolidays {
  source: string
  knownFrom: CivilDate
  knownUntil: CivilDate
  dates: readonly CivilDate[]
}

/**
 * Source: www.gov.uk/bank-holidays (England and Wales). 2028 is worked out from the Banking and Financial
 * Dealings Act 1971 and the date of Easter, ahead of the published list: check it against the list.
 */
export const englandBankHolidays: BankHolidays = {
  source: 'www.gov.uk/bank-holidays, England and Wales; 2028 from the 1971 Act',
  knownFrom: '2016-01-01',
  knownUntil: '2028-12-31',
  // biome-ignore format: a line or two a year
  dates: [
    '2016-01-01', '2016-03-25', '2016-03-28', '2016-05-02', '2016-05-30', '2016-08-29',
    '2016-12-26', '2016-12-27',
    '2017-01-02', '2017-04-14', '2017-04-17', '2017-05-01', '2017-05-29', '2017-08-28',
    '2017-12-25', '2017-12-26',
    '2018-01-01', '2018-03-30', '2018-04-02', '2018-05-07', '2018-05-28', '2018-08-27',
    '2018-12-25', '2018-12-26',
    '2019-01-01', '2019-04-19', '2019-04-22', '2019-05-06', '2019-05-27', '2019-08-26',
    '2019-12-25', '2019-12-26',
    // The early May holiday moved to the 75th anniversary of VE Day.
    '2020-01-01', '2020-04-10', '2020-04-13', '2020-05-08', '2020-05-25', '2020-08-31',
    '2020-12-25', '2020-12-28',
    '2021-01-01', '2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31', '2021-08-30',
    '2021-12-27', '2021-12-28',
    // The spring holiday moved to join the Platinum Jubilee; 19 September was the State Funeral.
    '2022-01-03', '2022-04-15', '2022-04-18', '2022-05-02', '2022-06-02', '2022-06-03',
    '2022-08-29', '2022-09-19', '2022-12-26', '2022-12-27',
    // 8 May was for the Coronation.
    '2023-01-02', '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29',
    '2023-08-28', '2023-12-25', '2023-12-26',
    '2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26',
    '2024-12-25', '2024-12-26',
    '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25',
    '2025-12-25', '2025-12-26',
    '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31',
    '2026-12-25', '2026-12-28',
    '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30',
    '2027-12-27', '2027-12-28',
    '2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28',
    '2028-12-25', '2028-12-26',
  ],
}
