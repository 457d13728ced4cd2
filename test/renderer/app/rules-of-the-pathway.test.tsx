import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

/** Opens the fields of a new draft of a kind of rules, as the ward manager. */
async function changing(kind: string, title: string) {
  const manager = unit.as('ward-manager')
  const { id: basedOn } = await manager.ok('ruleSets.current', { kind })
  const { id } = await manager.ok('ruleSets.startDraft', { basedOn, changes: 'As agreed here' })
  const { user } = await signedIn(unit, 'ward-manager')
  const nav = within(screen.getByRole('navigation', { name: 'Main' }))
  await user.click(nav.getByRole('link', { name: 'Administration' }))
  await user.click(await screen.findByRole('link', { name: 'Rules' }))
  const waiting = within(await screen.findByRole('region', { name: 'Not in force yet' }))
  await user.click(waiting.getByRole('link', { name: title }))
  await user.click(await screen.findByRole('link', { name: 'Change a rule' }))
  await screen.findByLabelText('Find a rule')
  const content = async () =>
    JSON.parse((await manager.ok<{ content: string }>('ruleSets.get', { id })).content)
  return { user, content }
}

async function because(user: UserEvent, button: string) {
  await user.type(screen.getByLabelText('Why'), 'Agreed with the paediatric team')
  await user.click(screen.getByRole('button', { name: button }))
  await screen.findByLabelText('Find a rule')
}

describe('the routes of an unwell baby on the screen', () => {
  it('have their limit, their helpers and the steps for a bruise changed field by field', async () => {
    const { user, content } = await changing(
      'escalation-routes',
      'Unwell baby: routes, limits and words',
    )
    await user.selectOptions(screen.getByLabelText('Part of the rules'), 'routes')
    await user.type(screen.getByLabelText('Find a rule'), 'paediatrics-30 within')
    await user.click(
      screen.getByRole('button', { name: /^Change routes, .*paediatrics-30.*within$/ }),
    )
    await user.click(await screen.findByLabelText('A number of hours'))
    const many = screen.getByLabelText('How many')
    await user.clear(many)
    await user.type(many, '1')
    await expectAccessible()
    await because(user, 'Change the draft')
    expect(screen.getByRole('row', { name: / 1 hour / })).toBeTruthy()

    const find = screen.getByLabelText('Find a rule')
    await user.clear(find)
    await user.selectOptions(screen.getByLabelText('Part of the rules'), 'injury')
    await user.click(screen.getByRole('button', { name: 'Add one like injury, steps, number 2' }))
    await user.type(await screen.findByLabelText('What it says'), 'Ring the named nurse')
    await because(user, 'Add it to the draft')
    await user.click(screen.getByRole('button', { name: 'Change injury, mobility' }))
    await user.click(await screen.findByLabelText('not known'))
    await because(user, 'Change the draft')

    const rules = await content()
    const route = rules.routes.find(({ id }: { id: string }) => id === 'paediatrics')
    expect(route.steps[0].within).toEqual({ kind: 'hours', hours: 1 })
    expect(rules.injury.steps[2]).toBe('Ring the named nurse')
    expect(rules.injury.mobility).toEqual(['not-mobile'])
    await expectAccessible()
  })
})

describe('the duties on the screen', () => {
  it('gain somebody who is told, and lose somebody, cell by cell', async () => {
    const { user, content } = await changing('duties', 'Who must be told, and when')
    const cells = async () =>
      (await content()).events.find(({ id }: { id: string }) => id === 'COM-04').cells
    const before = (await cells()).length
    const find = screen.getByLabelText('Find a rule')
    await user.type(find, 'com-04 health-visitor')
    await user.click(
      screen.getByRole('button', { name: /^Add one like events, COM-04.*health-visitor/ }),
    )
    await because(user, 'Add it to the draft')
    expect(await cells()).toHaveLength(before + 1)
    await user.click(
      screen.getAllByRole('button', {
        name: /^Change .*health-visitor.*, recipient$/,
      })[1] as HTMLElement,
    )
    await user.selectOptions(await screen.findByLabelText('What it becomes'), 'police')
    await because(user, 'Change the draft')
    expect(
      (await cells()).filter((one: { recipient: string }) => one.recipient === 'police'),
    ).toHaveLength(1)
    await user.clear(screen.getByLabelText('Find a rule'))
    await user.type(screen.getByLabelText('Find a rule'), 'com-04 police')
    await user.click(screen.getByRole('button', { name: /^Take out events, COM-04.*police/ }))
    await because(user, 'Take it out of the draft')
    expect(await cells()).toHaveLength(before)
  })
})

describe('who goes with a sick baby on the screen', () => {
  it('has the status of the child of a row changed where it stands', async () => {
    const { user, content } = await changing('escort', 'Who goes with a sick baby')
    await user.selectOptions(screen.getByLabelText('Part of the rules'), 'rows')
    await user.type(screen.getByLabelText('Find a rule'), 'ESC-10 child')
    await user.click(screen.getByRole('button', { name: /^Change rows, .*ESC-10.*child$/ }))
    await user.click(await screen.findByLabelText('Nothing but these'))
    const codes = screen.getByLabelText('Which codes')
    await user.clear(codes)
    await user.type(codes, 'LEG-06, LEG-11')
    await because(user, 'Change the draft')
    const row = (await content()).rows.find(({ id }: { id: string }) => id === 'ESC-10')
    expect(row.when.child).toEqual({ kind: 'only', codes: ['LEG-06', 'LEG-11'] })
  })
})
