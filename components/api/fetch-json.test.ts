import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from './api-problem'
import { fetchJson, send } from './fetch-json'
import { isSignedOut, onSignedOut } from './signed-out'
import { stubApi } from './testing/stub-api'

afterEach(() => vi.unstubAllGlobals())

const number = (value: unknown): number => {
  if (typeof value !== 'number') throw new Error('expected a number')
  return value
}
const problemOf = (asked: Promise<unknown>) =>
  asked.then(
    () => expect.unreachable('it was answered'),
    (error: unknown) => error as ApiProblem,
  )

describe('an answer of the API', () => {
  test('is read by what expects it', async () => {
    stubApi(() => ({ body: 7 }))
    expect(await fetchJson('/x', number)).toBe(7)
  })

  test('that is not what it should be is a problem, and no value', async () => {
    stubApi(() => ({ body: '7' }))
    expect(await problemOf(fetchJson('/x', number))).toMatchObject({ status: 0, detail: 'expected a number' })
  })

  test('that refuses brings its words, its fields and its further members', async () => {
    const errors = [{ path: 'name', message: 'is taken' }, { path: ['phones', 0], message: 'twice' }, 'junk', null]
    stubApi(() => ({ status: 422, body: { title: 'Unprocessable', detail: 'No.', errors, triesLeft: 2 } }))
    const problem = await problemOf(send('/x', { method: 'POST' }))
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem).toMatchObject({ status: 422, title: 'Unprocessable', detail: 'No.', more: { triesLeft: 2 } })
    expect(problem.errors).toEqual([
      { path: 'name', message: 'is taken' },
      { path: 'phones.0', message: 'twice' },
    ])
  })

  test('that never comes is a problem of status 0', async () => {
    stubApi(() => null)
    expect(await problemOf(send('/x', {}))).toMatchObject({ status: 0, title: 'No answer' })
  })

  test('says when to come again', async () => {
    stubApi(() => ({ status: 429, headers: { 'retry-after': '30' } }))
    expect((await problemOf(send('/x', { method: 'POST' }))).retryAfter).toBe(30)
  })
})

test('every change is JSON, though it says nothing', async () => {
  const asked = stubApi(() => ({}))
  await send('/x', { method: 'DELETE' })
  expect(asked).toEqual([{ method: 'DELETE', path: '/x', body: {} }])
})

test('an answer that nobody is signed in is told to the page, at the sign-in itself it is not', async () => {
  const told = vi.fn()
  onSignedOut(told)
  stubApi(() => ({ status: 401, body: {} }))
  await problemOf(send('/session', { method: 'POST', mayBeSignedOut: true }))
  expect(told).not.toHaveBeenCalled()
  await problemOf(send('/x', {}))
  expect(told).toHaveBeenCalledOnce()
  expect(isSignedOut()).toBe(true)
})
