import type {
  IForbiddenRuleType,
  IReachabilityForbiddenRuleType,
  IRegularForbiddenRuleType,
} from 'dependency-cruiser'

/** What a feature is called, in every room (architecture, "Rooms"). Features never know of each other. */
export const FEATURES = [
  'admission',
  'history-review',
  'chronology',
  'relationship',
  'leave',
  'unwell-baby',
  'training',
  'culture',
  'oversight',
  'retention',
  'search',
]

/** What features stand on; it never knows of a feature. */
export const SHARED = [
  'users',
  'people',
  'stays',
  'communications',
  'documents',
  'rule-sets',
  'letters',
  // What was seen of a baby day by day: the history tells of it.
  'baby-care',
  'supervision',
  'reviews',
  'restricted',
  'audit',
  'drafts',
  'store',
]

const features = FEATURES.join('|')
const shared = SHARED.join('|')
const inRoom = '^(?:domain|electron/features|renderer/features)'

/** Libraries that compute and nothing else: no clock, no disk, no screen. */
const PURE = 'node_modules/(zod|temporal-polyfill|d3-[a-z]+|uuid|fflate|@medplum/fhirtypes)/'

const rule = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'] | IReachabilityForbiddenRuleType['to'],
): IForbiddenRuleType => ({ name, comment, severity: 'error', from, to })

/** Who may not import what. A rule's comment is what a person reads who broke it. */
export const importRules: IForbiddenRuleType[] = [
  rule(
    'features-apart',
    'A feature never imports another feature: let them meet in renderer/app, board or assurance.',
    { path: `${inRoom}/(${features})/` },
    { path: `${inRoom}/(${features})/`, pathNot: `${inRoom}/$1/` },
  ),
  rule(
    'shared-knows-no-feature',
    'What features stand on does not know them.',
    { path: `${inRoom}/(${shared})/` },
    { path: `${inRoom}/(${features})/` },
  ),
  rule(
    'domain-shared-is-the-ground',
    'domain/shared stands on nothing else of the domain.',
    { path: '^domain/shared/' },
    { path: '^domain/', pathNot: '^domain/shared/' },
  ),
  rule(
    'domain-is-pure',
    'The domain knows no process, no table and no screen.',
    { path: '^domain/' },
    { path: '^(drizzle|electron|renderer|build)/' },
  ),
  rule(
    'domain-has-no-clock-and-no-disk',
    'The domain uses nothing of Node: time and data are arguments.',
    { path: '^domain/' },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'domain-uses-pure-libraries',
    'The domain uses libraries that only compute.',
    { path: '^domain/' },
    { path: 'node_modules/', pathNot: PURE },
  ),
  rule(
    'tables-know-no-process',
    'The schema may use value lists of the domain and nothing above it.',
    { path: '^drizzle/' },
    { path: '^(electron|renderer|build)/' },
  ),
  rule(
    'platform-knows-no-feature',
    'The platform serves whatever features there are.',
    { path: '^electron/platform/' },
    { path: '^electron/(features/|router|worker|main|cli)' },
  ),
  rule(
    'services-know-no-window',
    'Services run in a worker, on the command line and in tests: none has Electron.',
    { path: '^electron/(features/|worker|router|cli)' },
    { path: 'node_modules/electron/', reachable: true },
  ),
  rule(
    'one-door-to-the-store',
    'Only the store opens the database; everything else is handed a reader or a transaction.',
    { path: '^electron/', pathNot: '^electron/platform/store/' },
    { path: 'node_modules/better-sqlite3', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'preload-is-one-bridge',
    'The preload has the bridge, the channel names and types.',
    { path: '^electron/preload\\.ts$' },
    {
      pathNot: ['node_modules/electron/', '^electron/platform/channels\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'screens-know-no-process',
    'Screens reach the app through renderer/api.ts alone.',
    { path: '^renderer/', pathNot: '^renderer/api\\.ts$' },
    { path: '^(electron|drizzle|build)/' },
  ),
  rule(
    'api-knows-the-router-alone',
    'renderer/api.ts knows the router and nothing else across.',
    { path: '^renderer/api\\.ts$' },
    { path: '^(electron|drizzle|build)/', pathNot: '^electron/router\\.ts$' },
  ),
  rule(
    'api-knows-types-alone',
    'renderer/api.ts knows the type of the router, never its code.',
    { path: '^renderer/api\\.ts$' },
    { path: '^electron/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'screens-have-no-node',
    'A page has nothing of Node: it runs in the sandbox.',
    { path: '^renderer/' },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'kit-is-not-clinical',
    'renderer/ui has no clinical word: of the domain it knows the ground and the rules of passwords alone.',
    { path: '^renderer/ui/' },
    { path: ['^domain/(?!(shared|users)/)', '^renderer/(app|features)/', '^renderer/api'] },
  ),
  rule(
    'screens-of-a-feature-know-no-app',
    'renderer/app puts features together; a feature does not know where it is shown.',
    { path: '^renderer/features/' },
    { path: '^renderer/app/' },
  ),
  rule(
    'tests-are-for-nobody',
    'Nothing but `npm test` imports a test or its support.',
    { path: '^(domain|drizzle|electron|renderer|build)/', pathNot: '^build/check/' },
    { path: '^test/' },
  ),
  rule(
    'the-build-is-for-nobody',
    'The app does not know how it is built.',
    { path: '^(domain|drizzle|electron|renderer)/' },
    { path: '^build/' },
  ),
  rule(
    'tools-are-not-shipped',
    'What the app runs on is a dependency, not a tool of ours.',
    { path: '^(domain|drizzle|electron|renderer)/' },
    {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
      pathNot: 'node_modules/(electron|@types)/',
    },
  ),
  rule(
    'no-circles',
    'Two files that need each other are one file or three.',
    {},
    {
      circular: true,
      viaOnly: { dependencyTypesNot: ['type-only'] },
    },
  ),
  rule('nothing-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
]
