import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { catalogue, measureIds } from '#domain/assurance/catalogue.ts'
import { frameworkFaults, measuresOf, readFramework } from '#domain/assurance/framework.ts'
import json from '#drizzle/seed/frameworks/finding-five.json' with { type: 'json' }

const findingFive = readFramework(json, measureIds)

describe('Finding Five', () => {
  it('asks for 5a to 5g and the linked parts, each in the words of its source', () => {
    expect(findingFive.requirements.map((requirement) => requirement.id)).toEqual(
      '5a 5b 5c 5d 5e 5f 5g 2d 2e 3 6 7'.split(' '),
    )
    const words = findingFive.requirements.map((requirement) => requirement.words).join('\n')
    const hash = createHash('sha256').update(words).digest('hex')
    expect(hash, 'the words were compared with the published document, letter by letter').toBe(
      '51a05e6e061b2d5dcec68d49e32a768f0aad42b76517e828d4beea8b080511e1',
    )
  })

  it('has a key line of enquiry for each', () => {
    const lines = findingFive.requirements.flatMap((requirement) => requirement.linesOfEnquiry)
    expect(lines.map((line) => line.id)).toEqual(
      findingFive.requirements.map((requirement) => `K${requirement.id}`),
    )
  })

  it('asks for every measure of the catalogue once, under the requirement it belongs to', () => {
    const mapped = findingFive.requirements.flatMap((requirement) =>
      measuresOf(requirement).map((id) => `${requirement.id} ${id}`),
    )
    expect(mapped.toSorted()).toEqual(
      catalogue.map((line) => `${line.requirement} ${line.id}`).toSorted(),
    )
  })
})

describe('a framework that was imported', () => {
  const requirement = findingFive.requirements[0]
  if (!requirement) throw new Error('No requirement')

  it('may map other requirements to the same measures', () => {
    const other = { ...findingFive, id: 'network', requirements: [{ ...requirement, id: 'N1' }] }
    expect(frameworkFaults(other, measureIds)).toEqual([])
  })

  it('is refused where it names a measure that is not there, says which, or says things twice', () => {
    const enquiry = {
      id: 'K',
      question: 'Is it so?',
      evidence: [],
      measures: ['9z-1', '5a-1', '5a-1'],
    }
    const bad = {
      ...findingFive,
      requirements: [
        requirement,
        { ...requirement, finding: 'Finding Nine', linesOfEnquiry: [enquiry] },
      ],
    }
    expect(() => readFramework(bad, measureIds)).toThrow(
      /5a is there twice.*Finding Nine.*5a-1 twice.*9z-1, which this app does not have/,
    )
  })

  it('is refused where it has a field that is not known', () => {
    expect(() => readFramework({ ...findingFive, extra: 1 }, measureIds)).toThrow()
  })
})
