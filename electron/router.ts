import { episodeAround } from './episode-around.ts'
import { admissionRouter } from './features/admission/router.ts'
import { whenSheCame } from './features/admission/when-she-came.ts'
import { deskRouter } from './features/assurance/desk/router.ts'
import { assuranceRouter } from './features/assurance/router.ts'
import { writingRouter } from './features/assurance/writing/router.ts'
import { auditRouter } from './features/audit/router.ts'
import { babyCareRouter } from './features/baby-care/router.ts'
import { boardRouter } from './features/board/router.ts'
import { chronologyRouter } from './features/chronology/router.ts'
import { communicationsRouter } from './features/communications/router.ts'
import { cultureRouter } from './features/culture/router.ts'
import { missingAtLeaving } from './features/discharge/leaving.ts'
import { dischargeRouter } from './features/discharge/router.ts'
import { documentsRouter } from './features/documents/router.ts'
import { draftsRouter } from './features/drafts/router.ts'
import { nobodyIsAway } from './features/leave/before-leaving.ts'
import { leaveRouter } from './features/leave/router.ts'
import { oversightRouter } from './features/oversight/router.ts'
import { peopleRouter } from './features/people/router.ts'
import { relationshipRouter } from './features/relationship/router.ts'
import { restrictedRouter } from './features/restricted/router.ts'
import { retentionRouter } from './features/retention/router.ts'
import { reviewsRouter } from './features/reviews/router.ts'
import { unansweredEvents } from './features/reviews/view.ts'
import { ruleSetsRouter } from './features/rule-sets/router.ts'
import { searchRouter } from './features/search/router.ts'
import { staysRouter } from './features/stays/router.ts'
import { storeRouter } from './features/store/router.ts'
import { supervisionRouter } from './features/supervision/router.ts'
import { takeOverPrepared } from './features/supervision/take-over.ts'
import { trainingRouter } from './features/training/router.ts'
import { noEpisodeRuns } from './features/unwell-baby/before-leaving.ts'
import { runningEpisodesOf } from './features/unwell-baby/lists.ts'
import { unwellBabyRouter } from './features/unwell-baby/router.ts'
import { usersRouter } from './features/users/router.ts'
import { sessionRouter } from './features/users/session-router.ts'
import { setupRouter } from './features/users/setup-router.ts'
import { oversightFacts } from './oversight-facts.ts'
import { router } from './platform/serve.ts'
import { ruleSetKinds } from './rule-set-kinds.ts'

/** The whole API. The screen imports its type, and nothing else of this room. */
export const appRouter = router({
  setup: setupRouter,
  session: sessionRouter,
  users: usersRouter,
  stays: staysRouter(
    takeOverPrepared,
    (...leaving) => [...noEpisodeRuns(...leaving), ...nobodyIsAway(...leaving)],
    whenSheCame,
    missingAtLeaving,
  ),
  discharge: dischargeRouter,
  people: peopleRouter,
  ruleSets: ruleSetsRouter(ruleSetKinds),
  board: boardRouter,
  search: searchRouter,
  admission: admissionRouter(takeOverPrepared),
  documents: documentsRouter,
  chronology: chronologyRouter,
  communications: communicationsRouter,
  supervision: supervisionRouter(
    // What a review has to answer first: an episode that goes on, and events that nobody has answered.
    (db, babyId) => runningEpisodesOf(db, babyId) + unansweredEvents(db, babyId),
  ),
  reviews: reviewsRouter,
  leave: leaveRouter,
  relationship: relationshipRouter,
  unwellBaby: unwellBabyRouter(episodeAround),
  babyCare: babyCareRouter,
  training: trainingRouter,
  culture: cultureRouter,
  assurance: assuranceRouter,
  writing: writingRouter,
  desk: deskRouter,
  oversight: oversightRouter(oversightFacts),
  restricted: restrictedRouter,
  retention: retentionRouter,
  audit: auditRouter,
  drafts: draftsRouter,
  store: storeRouter,
})

export type AppRouter = typeof appRouter
