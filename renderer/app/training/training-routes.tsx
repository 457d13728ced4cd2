import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { isCivilDate } from '#domain/shared/calendar.ts'
import { type Who, whoLabels } from '../../features/training/choose-people.ts'
import type { Columns } from '../../features/training/matrix.tsx'
import { AddCoursePage, ChangeCoursePage, CoursesPage } from './courses-page.tsx'
import { EndingPage } from './ending-page.tsx'
import { EvidencePage } from './evidence-page.tsx'
import { GroupsPage } from './groups-page.tsx'
import { ImportPage } from './import-page.tsx'
import { MatrixPage } from './matrix-page.tsx'
import { CorrectCertificatePage, PersonPage, RecordCertificatePage } from './person-page.tsx'
import { RegisterPage } from './register-page.tsx'

/** The day that a page shows; left out for today. */
export interface DaySearch {
  on?: string
}

export interface MatrixSearch extends DaySearch {
  who?: Who
  columns?: Columns
}

const dayIn = ({ on }: Record<string, unknown>): DaySearch =>
  typeof on === 'string' && isCivilDate(on) ? { on } : {}

const matrixIn = (search: Record<string, unknown>): MatrixSearch => ({
  ...dayIn(search),
  ...(typeof search.who === 'string' && search.who in whoLabels ? { who: search.who as Who } : {}),
  ...(search.columns === 'topics' ? { columns: 'topics' } : {}),
})

/** Who is trained in what: the pages of the training register. */
export const trainingRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({
      getParentRoute,
      path: '/people/training',
      component: MatrixPage,
      validateSearch: matrixIn,
    }),
    createRoute({ getParentRoute, path: '/people/training/soon', component: EndingPage }),
    createRoute({
      getParentRoute,
      path: '/people/training/professions',
      component: GroupsPage,
      validateSearch: dayIn,
    }),
    createRoute({ getParentRoute, path: '/people/training/courses', component: CoursesPage }),
    createRoute({ getParentRoute, path: '/people/training/courses/new', component: AddCoursePage }),
    createRoute({
      getParentRoute,
      path: '/people/training/courses/$courseId',
      component: ChangeCoursePage,
    }),
    createRoute({ getParentRoute, path: '/people/training/register', component: RegisterPage }),
    createRoute({ getParentRoute, path: '/people/training/import', component: ImportPage }),
    createRoute({
      getParentRoute,
      path: '/people/training/staff/$staffId',
      component: PersonPage,
      validateSearch: dayIn,
    }),
    createRoute({
      getParentRoute,
      path: '/people/training/staff/$staffId/record',
      component: RecordCertificatePage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/training/staff/$staffId/$certificateId',
      component: CorrectCertificatePage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/training/staff/$staffId/$certificateId/file',
      component: EvidencePage,
    }),
  ] as const
}
