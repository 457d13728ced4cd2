import type { EscortFacts } from '#domain/shared/escort/escort.ts'
import type { EscortDecision } from '#domain/unwell-baby/record.ts'
import { at, version } from './builders.ts'

/** An informal mother with independent supervision and a baby without involvement. */
export const escortFacts = (changes: Partial<EscortFacts> = {}): EscortFacts => ({
  mentalHealthAct: '01',
  leave: { covers: false, escorted: false, ministryConsent: false },
  childCodes: ['LEG-00'],
  level: { code: 'SUP-4', from: 'hospital' },
  assessmentSays: 'not-said',
  planSays: 'not-said',
  authoritySays: 'not-said',
  ...changes,
})

export const escortChoice = (changes: Partial<EscortDecision> = {}): EscortDecision => ({
  ...version(),
  episodeId: 'episode-1',
  decidedAt: at('14:10'),
  facts: escortFacts(),
  choice: { babyEscorts: 1, motherEscorts: 1, section17Escort: false, motherMayGo: 'with-escort' },
  reached: [],
  overrideId: null,
  ruleSetId: 'escort-1',
  ...changes,
})
