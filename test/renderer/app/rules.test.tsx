import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const title = 'Supervision of mother with baby'

async function rules(role: string) {
  const opened = await signedIn(unit, role)
  const { user } = opened
  const nav = within(screen.getByRole('navigation', { name: 'Main' }))
  await user.click(nav.getByRole('link', { name: 'Administration' }))
  await user.click(await screen.findByRole('link', { name: 'Rules' }))
  await screen.findByRole('heading', { level: 2, name: 'Rules in force' })
  return opened
}

/** A draft of the supervision rules by the ward manager: a raise is confirmed within 75 minutes. */
async function drafted() {
  const manager = unit.as('ward-manager')
  const { id: basedOn } = await manager.ok('ruleSets.current', { kind: 'supervision' })
  const file = await manager.ok<{ text: string }>('ruleSets.exportFile', { id: basedOn })
  await manager.ok('ruleSets.importFile', {
    text: file.text.replace('"minutes": 60', '"minutes": 75'),
    changes: 'Longer to confirm a raise',
  })
}

describe('the rules', () => {
  it('are listed with source, approver and review, and the unapproved defaults among them', async () => {
    await rules('administrator')
    const row = within(screen.getByRole('row', { name: new RegExp(title) }))
    expect(row.getByText('In force: unapproved default')).toBeTruthy()
    expect(row.getByText(/rules are unapproved defaults/)).toBeTruthy()
    expect(row.getByText('Nobody yet')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Read rules from a file' })).toBeNull()
    await expectAccessible()
  })

  it('open to every rule with its source and mark', async () => {
    const { user } = await rules('consultant')
    await user.click(screen.getByRole('link', { name: title }))
    await screen.findByRole('heading', { level: 2, name: `${title}, version 1` })
    await user.click(screen.getByRole('button', { name: /unapproved defaults alone/ }))
    expect(screen.getByRole('heading', { level: 2, name: /^Unapproved defaults/ })).toBeTruthy()
    expect(screen.getByRole('row', { name: /SUP-1 Constant/ })).toBeTruthy()
    await expectAccessible()
  })

  it('are drafted value by value, with a reason, and a wrong value is refused at its field', async () => {
    const { user } = await rules('ward-manager')
    await user.click(screen.getByRole('link', { name: title }))
    await user.click(await screen.findByRole('button', { name: 'Begin a draft from this version' }))
    await user.type(await screen.findByLabelText('What is to change, and why'), 'Late entries')
    await user.click(screen.getByRole('button', { name: 'Begin the draft' }))
    await screen.findByRole('heading', { level: 2, name: `${title}, version unit-1` })
    expect(screen.getByText(/so somebody else approves it/)).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Change a rule' }))
    await user.type(await screen.findByLabelText('Find a rule'), 'late entry minutes')
    await user.click(screen.getByRole('button', { name: 'Change late entry, minutes' }))
    const field = await screen.findByLabelText('What it becomes')
    await user.clear(field)
    await user.type(field, '0')
    await user.type(screen.getByLabelText('Why'), 'Ward meeting')
    await user.click(screen.getByRole('button', { name: 'Change the draft' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/1 or more/)
    await user.clear(field)
    await user.type(field, '75')
    await user.click(screen.getByRole('button', { name: 'Change the draft' }))
    await user.click(await screen.findByRole('link', { name: 'Back to the draft' }))
    const row = within(await screen.findByRole('row', { name: /late entry, minutes/ }))
    expect(row.getByText('75')).toBeTruthy()
    await expectAccessible()
  })

  it('are approved by somebody else, who sees what changes and says who agreed', async () => {
    await drafted()
    const { user } = await rules('consultant')
    const waiting = within(screen.getByRole('region', { name: 'Not in force yet' }))
    await user.click(waiting.getByRole('link', { name: title }))
    await user.click(await screen.findByRole('button', { name: 'Approve' }))
    expect(await screen.findByRole('row', { name: /confirm raise, minutes/ })).toBeTruthy()
    await enterWhen(user, 'To be reviewed by', '2027-11-1')
    await user.type(screen.getByLabelText(/^Who agreed/), 'Three local authorities')
    await user.type(screen.getByLabelText(/^On what ground/), 'Governance meeting')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Approve these rules' }))
    expect(await screen.findByText('In force, approved')).toBeTruthy()
    expect(screen.getByText('Three local authorities')).toBeTruthy()
  })

  it('go out as a file and come in as a draft; what is no rule file is refused', async () => {
    const { user, saved, choosing } = await rules('ward-manager')
    await user.click(screen.getByRole('link', { name: title }))
    await user.click(await screen.findByRole('button', { name: 'Save as a file' }))
    await screen.findByText('The file was saved.')
    const [file] = saved
    if (!file) throw new Error('Nothing was saved')
    await user.click(screen.getByRole('link', { name: 'Back to the rules' }))
    await user.click(await screen.findByRole('link', { name: 'Read rules from a file' }))
    choosing.push({ name: 'picture.json', bytes: new Uint8Array([0xff, 0xfe, 0x00]) })
    choosing.push({ name: 'list.json', bytes: new TextEncoder().encode('[]') }, file)
    await user.click(await screen.findByRole('button', { name: 'Choose a file' }))
    expect(await screen.findByText(/This is not a file of rules/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Choose a file' }))
    await user.type(await screen.findByLabelText(/^Where the file comes from/), 'Sister unit')
    await user.click(screen.getByRole('button', { name: 'Read as a draft' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Choose another file' }))
    await user.click(screen.getByRole('button', { name: 'Read as a draft' }))
    await screen.findByRole('heading', { level: 2, name: `${title}, version unit-1` })
    expect(screen.getByText('Read from a file')).toBeTruthy()
    expect(screen.getByText(/Nothing: the rules are those of version 1/)).toBeTruthy()
  })
})
