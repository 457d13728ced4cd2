import type { Bundle, Resource } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../../support/app.ts'
import { fhirFaults } from '../../../../support/assurance/fhir-faults.ts'
import { actsOn, pass } from '../../unwell-baby/acting.ts'

let unit: TestUnit
let family: Arrived
let episodeId: string
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20', babyName: 'Amber', motherName: 'Jo' })
  await pass(unit, 5)
  const act = actsOn(unit, family)
  episodeId = await act.raise({
    findings: ['nasal-flaring'],
    words: 'Amber breathes fast since the feed',
  })
  await pass(unit, 3)
  await act.observe(
    episodeId,
    { 'heart-rate': 165 },
    { findings: ['nasal-flaring'], note: 'Jo held her' },
  )
  await act.infection(episodeId, 'yes')
  const contact = await act.reached(episodeId, '999', { advice: 'Keep Amber warm' })
  await unit
    .as('nurse')
    .ok('unwellBaby.correctCall', {
      ...contact,
      whom: '999',
      calledAt: unit.clock.now(),
      reachedAt: unit.clock.now(),
      reachedName: 'Control room',
      advice: 'Keep her warm, ambulance sent',
      reference: 'CAD 77',
      transferAdvised: true,
      reason: 'The reference was missing',
    })
    .catch(() => undefined)
})
afterAll(() => unit.close())

/** With references that say of what type they are, so that the definitions can hold that too. */
function withTypes(bundle: Bundle): Bundle {
  const types = new Map(
    (bundle.entry ?? []).map(({ fullUrl, resource }) => [fullUrl, resource?.resourceType]),
  )
  return JSON.parse(JSON.stringify(bundle), (key, value: unknown) =>
    key === 'reference' && typeof value === 'string'
      ? `${types.get(value)}/${value.replace('urn:uuid:', '')}`
      : value,
  ) as Bundle
}

type Naming = 'named' | 'pseudonymised'
async function taken(naming: Naming, role: 'nurse' | 'safeguarding-lead' = 'nurse') {
  const { name, bytes } = await unit
    .as(role)
    .ok<{ name: string; bytes: Uint8Array }>('assurance.episodeBundle', {
      episodeId,
      naming,
      reason: 'Asked for by the hospital',
    })
  const text = new TextDecoder().decode(bytes)
  const bundle = JSON.parse(text) as Bundle
  return {
    name,
    text,
    bundle,
    resources: (bundle.entry ?? []).map((one) => one.resource as Resource),
  }
}
const ofType = <T extends Resource['resourceType']>(resources: Resource[], type: T) =>
  resources.filter(
    (one): one is Extract<Resource, { resourceType: T }> => one.resourceType === type,
  )

describe.each<Naming>(['named', 'pseudonymised'])('an episode as a %s bundle', (naming) => {
  let made: Awaited<ReturnType<typeof taken>>
  beforeAll(async () => {
    made = await taken(naming)
  })

  test('holds to the definitions of FHIR R4, whole and each resource by itself', () => {
    expect(fhirFaults(withTypes(made.bundle))).toEqual([])
    for (const { resource } of withTypes(made.bundle).entry ?? [])
      expect(fhirFaults(resource as Resource)).toEqual([])
  })

  test('refers to nothing that is not in it, and says nothing twice', () => {
    const urls = (made.bundle.entry ?? []).map(({ fullUrl }) => fullUrl)
    expect(new Set(urls).size).toBe(urls.length)
    const meant = [...made.text.matchAll(/"reference": "([^"]+)"/g)].map(([, url]) => url)
    expect(meant.length).toBeGreaterThan(20)
    expect(meant.filter((url) => !urls.includes(url))).toEqual([])
  })

  test('tells who wrote each version of each resource', () => {
    const provenance = ofType(made.resources, 'Provenance')
    const targets = new Set(
      provenance.flatMap(({ target }) => target.map(({ reference }) => reference)),
    )
    const written = made.resources.filter(
      ({ resourceType, id }) =>
        ['Encounter', 'Communication'].includes(resourceType) && id !== undefined,
    )
    expect(written.length).toBeGreaterThan(1)
    for (const { id } of written) expect(targets).toContain(`urn:uuid:${id}`)
    for (const { agent } of provenance) expect(agent[0]?.who?.reference).toMatch(/^urn:uuid:/)
  })

  test('brings what the audit says of it', () => {
    const acts = ofType(made.resources, 'AuditEvent').map(({ subtype }) => subtype?.[0]?.code)
    expect(acts.length).toBeGreaterThan(3)
  })

  test('has every sign that was measured, in units that others read', () => {
    const signs = ofType(made.resources, 'Observation').filter(({ category }) => category)
    expect(signs).toHaveLength(6)
    const heart = signs.find(({ code }) => code.coding?.some(({ code }) => code === '8867-4'))
    expect(heart?.valueQuantity).toMatchObject({ value: 165, code: '/min' })
    const warm = signs.find(({ code }) => code.coding?.some(({ code }) => code === '8310-5'))
    expect(warm?.valueQuantity).toMatchObject({ value: 37, code: 'Cel' })
  })

  test('keeps in the audit who took it, why, and its hash', () => {
    const row = unit.db.row<{ reason: string; payload: string; hash: string; patients: string }>(
      `select reason, payload, after_hash as hash, patients from audit
        where action = 'episode.exported' order by seq desc limit 1`,
    )
    expect(row).toMatchObject({ reason: 'Asked for by the hospital' })
    expect(row?.patients).toContain(family.babyId)
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.parse(row?.payload ?? '')).toMatchObject({ naming })
  })
})

describe('a named bundle', () => {
  test('names the baby and her mother, and tells the times as they were', async () => {
    const { resources, text } = await taken('named')
    const [baby] = ofType(resources, 'Patient')
    expect(baby).toMatchObject({ birthDate: '2026-07-20', name: [{ given: ['Amber'] }] })
    expect(ofType(resources, 'RelatedPerson')[0]?.name).toMatchObject([{ given: ['Jo'] }])
    expect(text).toContain('Amber breathes fast since the feed')
    expect(ofType(resources, 'Encounter')[0]?.period?.start).toMatch(/^2026-11-23T/)
  })
})

describe('a pseudonymised bundle', () => {
  test('holds no name, number, date, id or word of anybody', async () => {
    const { text, bundle } = await taken('pseudonymised')
    for (const one of ['Amber', 'Jo ', 'Test', '999000', '2026', 'ambulance', 'Control', 'Nurse'])
      expect(text).not.toContain(one)
    for (const id of [...Object.values(family), episodeId, unit.as('nurse').staffId])
      expect(text).not.toContain(id)
    expect(bundle.meta?.security).toContainEqual(expect.objectContaining({ code: 'PSEUDED' }))
    expect(text).toContain('Withheld: free text that nobody has cleared')
  })

  test('counts its days from the arrival, and two of one episode cannot be linked', async () => {
    const [one, two] = [await taken('pseudonymised'), await taken('pseudonymised')]
    const [first, second] = [one, two].map(({ resources }) => ofType(resources, 'Encounter')[0])
    expect(first?.period?.start).toMatch(/^2000-01-01T/)
    expect(first?.id).not.toBe(second?.id)
  })
})

describe('who may take an episode away', () => {
  test.each(['nursery-nurse', 'other-clinician', 'commissioner', 'administrator'] as const)(
    'not a %s',
    async (role) => {
      await unit.as(role).signIn()
      const failure = await unit.as(role).fails('assurance.episodeBundle', {
        episodeId,
        naming: 'pseudonymised',
        reason: 'For the court',
      })
      expect(failure.code).toBe('not-permitted')
    },
  )

  test.each([
    ['a reason of nothing', { reason: ' ' }, 'reason'],
    ['a naming that there is not', { naming: 'half' }, 'naming'],
    ['an episode that is no id', { episodeId: 'x' }, 'episodeId'],
    ['an episode that is not on record', { episodeId: crypto.randomUUID() }, 'episodeId'],
  ])('nobody with %s, and the message is at its field', async (_, wrong, field) => {
    const failure = await unit.as('nurse').fails('assurance.episodeBundle', {
      episodeId,
      naming: 'named',
      reason: 'For the hospital',
      ...wrong,
    })
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })
})
