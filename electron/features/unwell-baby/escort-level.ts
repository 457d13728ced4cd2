import type { EscortFacts } from '#domain/shared/escort/escort.ts'
import type { Instant } from '#domain/shared/time.ts'
import { isStricter, placesOf, strictestOf } from '#domain/supervision/codes.ts'
import { supervisionAt } from '#domain/supervision/current.ts'
import { hospitalWords, levelName } from '#domain/supervision/rule-content.ts'
import { strictestHere } from '#domain/supervision/strictest-here.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { pairCase } from '../supervision/case.ts'

/** The supervision level by which a journey to hospital is judged, as the feature that keeps it says. */
export interface EscortLevel {
  level: EscortFacts['level']
  /** In the words of its rule set: "Close". */
  levelName: string
  /** The mother may be alone with the baby there. */
  alone: boolean
  /** What the level means there, for whoever does not know its name. */
  means: string
  /** What a court or an authority requires of supervision; null where nothing is on record. */
  authorityRequirement: string | null
}

/**
 * The supervision level of a journey to hospital (decision 28): that of "hospital with the baby" while it is
 * in date, else the strictest of outside while that is, else the fallback. A decision for the hospital that
 * has run out still stands where it was the stricter (decision 19).
 */
export function escortLevelAt(db: ReadDb, pairId: string, at: Instant): EscortLevel {
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
