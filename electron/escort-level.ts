import { isStricter, placesOf, strictestOf } from '#domain/supervision/codes.ts'
import { supervisionAt } from '#domain/supervision/current.ts'
import { hospitalWords, levelName } from '#domain/supervision/rule-content.ts'
import { strictestHere } from '#domain/supervision/strictest-here.ts'
import { pairCase } from './features/supervision/case.ts'
import type { EscortLevelAt } from './features/unwell-baby/escort-rule.ts'

/**
 * The supervision level of a journey to hospital (decision 28): that of "hospital with the baby" while it is
 * in date, else the strictest of outside while that is, else the fallback. A decision for the hospital that
 * has run out still stands where it was the stricter (decision 19).
 */
export const escortLevelAt: EscortLevelAt = (db, pairId, at) => {
  const supervised = pairCase(db, pairId, at)
  const { places, authorityRequirement } = supervisionAt(supervised, at)
  const { hospital } = places
  const atHospital = strictestHere(hospital)
  const answer = (code: typeof hospital.level, from: 'hospital' | 'outside' | 'fallback') => ({
    level: { code, from },
    levelName: levelName(supervised.rules, code),
    authorityRequirement,
    ...hospitalWords(supervised.rules, code),
  })
  if (hospital.reason === 'decided') return answer(atHospital, 'hospital')
  const others = placesOf.outside
    .filter((place) => place !== 'hospital')
    .map((place) => places[place])
  const allowed = others.map(strictestHere).filter((level) => level !== 'not-allowed')
  const outside = strictestOf(allowed) ?? 'not-allowed'
  const stricterStands = hospital.decidedLevel === hospital.level && isStricter(atHospital, outside)
  return others.every(({ reason }) => reason === 'decided') && !stricterStands
    ? answer(outside, 'outside')
    : answer(atHospital, 'fallback')
}
