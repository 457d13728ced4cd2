import { describe, expect, test } from 'vitest'
import { faultsOfAct } from '#domain/unwell-baby/acts.ts'
import { bandsReached, type EpisodeFacts } from '#domain/unwell-baby/episode.ts'
import { followUpsOf } from '#domain/unwell-baby/follow-up.ts'
import type { OutcomeKind } from '#domain/unwell-baby/record.ts'
import { at, contact, episode, outcome, version } from './builders.ts'
import { linesUnder } from './page.ts'
import { rules } from './rules-of-the-unit.ts'

const kinds: Record<string, OutcomeKind> = {
  well: 'reviewed-and-well',
  advice: 'advice-followed',
  error: 'entered-in-error',
}

/** "999; advice 16:00 review 18:00; debrief", in the order in which it was recorded. */
function factsOf(recorded: string): EpisodeFacts {
  const items = recorded === 'nothing' ? [] : recorded.split('; ').map((one) => one.split(' '))
  const ending = items.filter(([what = '']) => what in kinds)
  return episode({
    contacts: items.some(([what]) => what === '999')
      ? [contact({ whom: '999', reached: 'yes', reachedAt: at('14:05'), reachedName: 'S. Okafor' })]
      : [],
    outcomes: ending.map(([what = '', time = '', , review], index) =>
      outcome({
        kind: kinds[what] ?? 'reviewed-and-well',
        at: at(time),
        reviewAt: review ? at(review) : null,
        auditSeq: 100 + index,
      }),
    ),
    debriefs: items.some(([what]) => what === 'debrief')
      ? [{ ...version(), episodeId: 'episode-1', heldAt: at('20:00'), learning: 'Rang at once' }]
      : [],
  })
}

describe('23. what is still asked for once the clock has stopped', () => {
  test.each(linesUnder('unwell-baby', '23. What is still asked for once the clock has stopped'))(
    '%s',
    (_, cell) => {
      const facts = factsOf(cell('recorded'))
      const asked = followUpsOf(rules, facts, bandsReached(rules, facts)).map(({ kind, dueAt }) =>
        kind === 'review' ? `review ${dueAt.slice(11, 16)}` : kind,
      )
      expect(asked.join(', ') || '-').toBe(cell('asked for'))
    },
  )

  test('after advice only its review follows; whatever else happens is a new concern', () => {
    const facts = factsOf('advice 16:00 review 18:00')
    const nurse = { isNurseOrDoctor: true, isNurseInCharge: false, secondIsAnother: false }
    const end = (kind: OutcomeKind) =>
      faultsOfAct(facts, { kind: 'end', outcome: kind, at: at('18:10') }, nurse, at('18:30'))
    expect(end('reviewed-and-well')).toEqual([])
    expect(end('advice-followed')).toEqual([])
    for (const kind of ['returned', 'died'] as const)
      expect(end(kind).map(({ field }) => field)).toContain('kind')
    expect(
      faultsOfAct(
        factsOf('advice 16:00 review 18:00; well 18:10'),
        { kind: 'end', outcome: 'advice-followed', at: at('18:20') },
        nurse,
        at('18:30'),
      ),
    ).not.toEqual([])
  })
})
