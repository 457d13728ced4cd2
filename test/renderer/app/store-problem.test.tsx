import { copyFileSync, existsSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { startBareApp, startTestUnit, testPassword, testStart } from '../../support/app.ts'
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
  await screen.findByRole('heading', { name: 'The unit’s record cannot be opened' })
  expect(screen.queryByText('Set up the unit')).toBeNull()
  expect(screen.queryByLabelText('Password')).toBeNull()
  await screen.findByRole('table', { name: 'Backups' })
  expect(document.body.textContent?.match(/last good backup is from/g)).toHaveLength(1)
  expect(document.body.textContent).not.toContain('.mbu')
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
  await screen.findByRole('heading', { name: 'The unit’s record cannot be opened' })
  await tryAgain()
  await screen.findByText('It is still so.')
  expect(existsSync(database)).toBe(false)

  renameSync(away, database)
  await tryAgain()
  await enter()
  expect(await screen.findByText('Amber Example')).toBeTruthy()
})

/** A unit with a backup whose closed files were spoilt, opened anew. */
async function spoilt(spoil: (unit: Awaited<ReturnType<typeof startTestUnit>>) => Promise<void>) {
  const unit = await startTestUnit()
  await unit.as('administrator').ok('store.backUpNow')
  await spoil(unit)
  unit.app.suspend()
  close = unit.close
  return unit
}

const twoPeople = async (user: ReturnType<typeof openWindow>['user'], why: string) => {
  await user.type(await screen.findByLabelText('Why'), why)
  await user.type(screen.getByLabelText(/^Your sign-in name/), 'administrator')
  await user.type(screen.getByLabelText('Your password'), testPassword)
  await user.type(screen.getByLabelText(/^Sign-in name of the second/), 'ward-manager')
  await user.type(screen.getByLabelText('Password of the second person'), testPassword)
}

it('a record of a newer version: says to install it; an older backup is folded away and opens', async () => {
  const unit = await spoilt(async ({ app, clock, as }) => {
    clock.pass(61)
    app.house.store().raw.pragma('user_version=999')
    await as('administrator').signIn()
    await as('administrator').ok('store.backUpNow')
  })
  const { user } = openWindow(unit)
  await user.type(await screen.findByLabelText('Sign-in name'), 'nurse')
  await user.type(screen.getByLabelText('Password'), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('heading', { name: 'The unit’s record cannot be opened' })
  await user.click(await screen.findByText(/^Restore a backup instead/))
  await screen.findByText(/^Install the newer version of the app on this computer first/)
  const restores = await screen.findAllByRole('button', { name: /^Restore the backup/ })
  expect(restores).toHaveLength(1)
  await expectAccessible()
  await user.click(restores[0] as HTMLElement)
  await twoPeople(user, 'the newer version cannot be had')
  await user.click(screen.getByRole('button', { name: 'Restore this backup' }))
  await screen.findByRole('heading', { name: 'Sign in' })
})

it('records without their anchors are accepted by two people who know why', async () => {
  const unit = await spoilt(async ({ app }) => rmSync(app.house.paths.anchors))
  const { user } = openWindow(unit)
  await user.click(await screen.findByRole('button', { name: /accept them as they are/ }))
  await expectAccessible()
  await twoPeople(user, 'a cleaning program removed the file')
  await user.click(screen.getByRole('button', { name: 'Accept the records' }))
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(unit.db.rows("select 1 from audit where action = 'accept-anchors'")).toHaveLength(1)
})

it('the key file of another unit gives way to the earlier one beside it', async () => {
  const other = await startTestUnit(testStart, 'another')
  const unit = await spoilt(async ({ app }) =>
    copyFileSync(other.app.house.paths.keys, app.house.paths.keys),
  )
  other.close()
  const { user } = openWindow(unit)
  await screen.findByText(/does not belong to these records/)
  await screen.findByRole('button', { name: /^Restore the backup/ })
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Put back the earlier key file' }))
  await screen.findByRole('heading', { name: 'Sign in' })
})

it('never offers a new unit on “Try again” where the whole folder has gone by then', async () => {
  const { app, folder, close: end, ...served } = await cutUnit()
  const { user } = openWindow({ app, ...served })
  const again = await screen.findByRole('button', { name: 'Try again' })
  renameSync(folder, `${folder}-away`)
  close = () => {
    renameSync(`${folder}-away`, folder)
    end()
  }
  await user.click(again)
  expect(await screen.findByText('It is still so.')).toBeTruthy()
  expect(screen.queryByText('Set up the unit')).toBeNull()
})
