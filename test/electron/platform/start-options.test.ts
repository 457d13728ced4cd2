import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startOptions } from '../../../electron/platform/start-options.ts'

const ward = { platform: 'linux' as const, env: {}, userData: '/people/ward/MBU Assurance' }

describe('The app keeps its store', () => {
  test("in the person's own application folder", () => {
    const options = startOptions(['main.js'], ward)
    expect(options.folder).toBe(join(ward.userData, 'unit'))
    expect(options.profile).toBe(join(ward.userData, 'browser'))
    expect(options.example).toBe(false)
  })

  test('on Windows in the local folder, not in the one that roams over the network', () => {
    const env = {
      LOCALAPPDATA: 'C:/Users/ward/AppData/Local',
      APPDATA: 'C:/Users/ward/AppData/Roaming',
    }
    const options = startOptions([], {
      platform: 'win32',
      env,
      userData: `${env.APPDATA}/MBU Assurance`,
    })
    expect(options.folder).toBe(join(env.LOCALAPPDATA, 'MBU Assurance', 'unit'))
  })

  test('in the folder that --data names, with the browser engine apart from it', () => {
    const options = startOptions(['main.js', '--data', 'some/unit'], ward)
    expect(options.folder).toBe(resolve('some/unit'))
    expect(options.profile).toBe(join(resolve('some/unit'), 'browser'))
  })

  test('for the example unit in a folder of its own', () => {
    const options = startOptions(['--example'], ward)
    expect(options).toMatchObject({ example: true, folder: join(ward.userData, 'example') })
  })
})

test("the browser engine's own switches are left alone", () => {
  const options = startOptions(
    ['--inspect=0', '--type=renderer', '--lang', 'en-GB', '-psn_0'],
    ward,
  )
  expect(options.folder).toBe(join(ward.userData, 'unit'))
})
