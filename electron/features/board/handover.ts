import { type HandoverBaby, type HandoverBed, handoverSheet } from '#domain/board/handover.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { bedTitle } from '#domain/stays/bed-title.ts'
import { legalLine } from '#domain/supervision/print.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { type LetterFormat, letterFile } from '../letters/letter-file.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { theUnit } from '../stays/queries.ts'
import {
  type BoardBed,
  type BoardView,
  boardAt,
  type CardLevel,
  type CardPair,
  peopleOn,
} from './cards.ts'

/** The whole unit as one sheet for the change of shift. Rejects where it cannot be made (decision 12). */
export async function handoverFile(ctx: ReadContext, { format }: { format: LetterFormat }) {
  const { db, actor } = ctx
  const now = trustedNow(db, ctx.now)
  const view = boardAt(db, now)
  const patients = peopleOn(view)
  const document = handoverSheet({
    head: letterheadOf(db),
    beds: view.beds.flatMap((bed) => bedOf(bed, view)),
    free: view.beds.filter(({ stay }) => !stay).map(({ bedName }) => bedTitle(bedName)),
    onShift: view.onShift.map(({ name, nurseInCharge }) =>
      nurseInCharge ? `${name} (nurse in charge)` : name,
    ),
    printedBy: actor.name,
    printedAt: now,
    today: dateOf(now),
  })
  const file = await letterFile(ctx, format, {
    document,
    stem: 'handover-of-the-shift',
    action: 'board.printed',
    entity: 'unit',
    entityId: theUnit(db).id,
    patients,
  })
  return { ...file, patients, bytes: Uint8Array.from(file.bytes) }
}

function bedOf({ bedName, stay, pairs }: BoardBed, { overdue }: BoardView): HandoverBed[] {
  if (!stay) return []
  return [
    {
      bed: bedTitle(bedName),
      mother: stay.mother.name,
      day: stay.day,
      status: stay.mother.status ?? '',
      observation: [stay.mother.observation, stay.observationWrong?.replace('observation ', '')]
        .filter(Boolean)
        .join(', '),
      away: awayText('Mother', stay),
      babies: pairs.map(babyOf),
      overdue: overdue
        .filter(({ stayId }) => stayId === stay.stayId)
        .map(({ text, since }) => ({ what: text, since })),
      unread: stay.unread,
    },
  ]
}

/** The level of a side for paper: what is stricter for one activity, and why the fallback holds, beside it. */
export const levelText = ({ levelName, stricterFor, fallback }: CardLevel) => {
  const beside = [stricterFor, fallback].filter(Boolean).join('; ')
  return beside ? `${levelName} (${beside})` : levelName
}

function babyOf(pair: CardPair): HandoverBaby {
  const { baby, legal, episode, reviewDueAt, authorityRequirement, duties } = pair
  return {
    name: baby.name,
    age: [baby.ageText, baby.correctedAgeText].filter(Boolean).join(', '),
    away: awayText('Baby', pair),
    legal: legal.map(({ label, until }) => legalLine(label, until ?? null)),
    inside: levelText(pair.inside),
    outside: levelText(pair.outside),
    night: levelText(pair.night),
    reviewDueAt: reviewDueAt ?? null,
    requirement: authorityRequirement ?? null,
    episode: episode
      ? { recognisedAt: episode.recognisedAt, nextStep: episode.nextStep, dueAt: episode.dueAt }
      : null,
    duties,
    events: pair.eventReview ?? null,
  }
}

/** Where somebody is who is not on the ward; or whether they are, where nobody has recorded it. */
function awayText(who: string, { away }: Pick<CardPair, 'away'>): string {
  if (!away) return ''
  const said = /^(mother|baby) /.test(away.what)
    ? `${who} ${away.what.replace(/^(mother|baby) /, '')}`
    : `${who}: ${away.what}`
  return away.where ? `${said} (${away.where.toLowerCase()})` : said
}
