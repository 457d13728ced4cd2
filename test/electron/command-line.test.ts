import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../electron/command-line.ts'
import { answersFrom } from '../../electron/platform/terminal.ts'
import { newFolder, startTestUnit, type TestUnit, testPassword } from '../support/app.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit(new Date().toISOString())
  await unit.as('administrator').ok('store.backUpNow')
  unit.app.suspend()
})
afterAll(() => unit.close())

async function run(
  command: string,
  answers: string[],
  operands: string[] = [],
  folder = unit.folder,
) {
  const said: string[] = []
  const left = [...answers]
  const code = await runCommand({
    folder,
    command,
    operands,
    ask: async () => left.shift() ?? '',
    say: (text) => said.push(text),
  })
  return { code, text: said.join('\n') }
}
const administrator = ['administrator', testPassword]

describe('the command line', () => {
  test('tells how it is used', async () => {
    expect(await run('', [])).toMatchObject({ code: 2, text: expect.stringContaining('verify') })
    expect((await run('toString', [])).code).toBe(2)
  })

  test('says where there is no unit, and makes none', async () => {
    const folder = newFolder()
    expect(await run('verify', administrator, [], folder)).toEqual({
      code: 1,
      text: `There is no unit in ${folder}.`,
    })
  })

  test('checks the audit, the files and the accounts as the person who signs in', async () => {
    expect(await run('verify', administrator)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^All \d+ entries/),
    })
    expect((await run('integrity', administrator)).text).toMatch(/good .*page/)
    expect((await run('users', administrator)).text).toMatch(/nursery-nurse +nursery-nurse +open/)
  })

  test('allows no more than the screens do', async () => {
    expect(await run('users', ['nurse', testPassword])).toMatchObject({
      code: 1,
      text: expect.stringMatching(/Your role does not allow this/),
    })
    expect(await run('verify', ['administrator', 'wrong password'])).toMatchObject({ code: 1 })
  })

  test('backs up, and restores with two people', async () => {
    await new Promise((done) => setTimeout(done, 1_100))
    const made = await run('backup', administrator)
    const file = /mbu-[\w-]+\.mbu/.exec(made.text)?.[0] ?? ''
    expect((await run('restore', administrator)).text).toContain(file)
    const answers = [...administrator, 'Exercise', testPassword]
    expect(await run('restore', [...answers, 'nurse', testPassword], [file])).toMatchObject({
      code: 1,
    })
    const done = await run('restore', [...answers, 'ward-manager', testPassword], [file])
    expect(done).toMatchObject({ code: 0, text: expect.stringMatching(/Restored/) })
    expect((await run('verify', administrator)).code).toBe(0)
  })

  test('takes its answers from a pipe in their order, and an end as nothing', async () => {
    const input = new PassThrough()
    const ask = answersFrom(input, new PassThrough())
    input.end('s.okafor\nthe password\n')
    expect(await ask('Name: ')).toBe('s.okafor')
    expect(await ask('Password: ', { secret: true })).toBe('the password')
    expect(await ask('More: ')).toBe('')
  })

  test('exports everything, signed by two, and makes it again in an empty folder', async () => {
    const [to, empty] = [newFolder(), newFolder()]
    const manager = ['ward-manager', testPassword]
    const second = ['administrator', testPassword]
    const made = await run('export', [...manager, 'We move', testPassword, ...second], [to])
    expect(made).toMatchObject({ code: 0, text: expect.stringMatching(/Its hash.*: [0-9a-f]{64}/) })
    const file = join(to, readdirSync(to)[0] ?? '')
    const people = ['administrator', 'nine purple otters', 'ward-manager', 'ten purple otters']
    const taken = await run('import', people, [file], empty)
    expect(taken).toMatchObject({ code: 0, text: expect.stringContaining('recovery code') })
    expect(await run('verify', ['ward-manager', 'ten purple otters'], [], empty)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^All \d+ entries/),
    })
    expect((await run('import', people, [file], empty)).text).toContain(
      'records on this computer already',
    )
    for (const folder of [to, empty]) rmSync(folder, { recursive: true })
  })
})
