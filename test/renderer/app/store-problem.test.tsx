import { existsSync, renameSync, truncateSync } from 'node:fs'
import { screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { startBareApp, startTestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { openWindow } from './open-window.tsx'

let close: (() => void) | undefined
afterEach(() => close?.())

/** A unit with one backup, whose database was cut to nothing while the app was closed. */
async function cutUnit() {
  const unit = await startTestUnit()
  await unit.arrive({ babyName: 'Amber' })
  await unit.as('administrator').ok('store.backUpNow')
  const { folder, app } = unit
  const database = app.house.paths.database
  app.shutdown()
  truncateSync(database, 0)
  const again = startBareApp('2026-11-23T10:00:00.000Z', folder)
  close = again.close
  return again
}

it('says plainly that the record cannot be opened, and restores the last good backup by two people', async () => {
  const again = await cutUnit()
  const { user } = openWindow(again)
  await user.type(await screen.findByLabelText('Sign-in name'), 'nurse')
  await user.type(screen.getByLabelText('Password'), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('heading', { name: 'The unit’s record cannot be opened' })
  expect(screen.queryByText('Set up the unit')).toBeNull()
  await expectAccessible()

  await user.click(await screen.findByRole('button', { name: /^Restore the backup/ }))
  await user.type(await screen.findByLabelText('Why'), 'the file was cut to nothing')
  await user.type(screen.getByLabelText(/^Your sign-in name/), 'administrator')
  await user.type(screen.getByLabelText('Your password'), testPassword)
  await user.type(screen.getByLabelText(/^Sign-in name of the second/), 'ward-manager')
  await user.type(screen.getByLabelText('Password of the second person'), testPassword)
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Restore this backup' }))
  await screen.findByRole('heading', { name: 'Sign in' })

  await user.type(screen.getByLabelText('Sign-in name'), 'nurse')
  await user.type(screen.getByLabelText('Password'), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  expect(card.getByText('Amber Example')).toBeTruthy()
})

it('leads back to the sign-in on “Try again”, which opens the record once the trouble has passed', async () => {
  const unit = await startTestUnit()
  close = unit.close
  await unit.arrive({ babyName: 'Amber' })
  unit.app.suspend()
  const { database } = unit.app.house.paths
  const away = `${database}.away`
  renameSync(database, away)
  const { user } = openWindow(unit)
  const enter = async () => {
    await user.type(await screen.findByLabelText('Sign-in name'), 'nurse')
    await user.type(screen.getByLabelText('Password'), testPassword)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
  }
  const tryAgain = async () => user.click(await screen.findByRole('button', { name: 'Try again' }))
  await enter()
  await tryAgain()
  await enter()
  await screen.findByRole('heading', { name: 'The unit’s record cannot be opened' })
  expect(existsSync(database)).toBe(false)

  renameSync(away, database)
  await tryAgain()
  await enter()
  expect(await screen.findByText('Amber Example')).toBeTruthy()
})

it('never offers a new unit on “Try again” where the whole folder has gone by then', async () => {
  const { app, folder, close: end, ...served } = await cutUnit()
  const { user } = openWindow({ app, ...served })
  await user.type(await screen.findByLabelText('Sign-in name'), 'nurse')
  await user.type(screen.getByLabelText('Password'), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  const again = await screen.findByRole('button', { name: 'Try again' })
  renameSync(folder, `${folder}-away`)
  close = () => {
    renameSync(`${folder}-away`, folder)
    end()
  }
  await user.click(again)
  expect(await screen.findByText('The records are not there yet.')).toBeTruthy()
  expect(screen.queryByText('Set up the unit')).toBeNull()
})
