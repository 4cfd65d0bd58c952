import { expect, it } from 'vitest'
import { streamed } from './streamed'

function endless() {
  const state = { told: 0, ended: false }
  async function* texts() {
    try {
      for (;;) {
        state.told += 1
        yield 'x'.repeat(1024)
      }
    } finally {
      state.ended = true
    }
  }
  return { state, stream: streamed(texts()) }
}

it('texts are made as they are taken, and no further ahead than two pieces', async () => {
  const { state, stream } = endless()
  const reader = stream.getReader()
  await reader.read()
  expect(state.told).toBeLessThanOrEqual(2 * 32)
  await reader.cancel()
})

it('whoever goes away ends them', async () => {
  const { state, stream } = endless()
  const reader = stream.getReader()
  await reader.read()
  await reader.cancel()
  expect(state.ended).toBe(true)
})

it('what is short comes whole', async () => {
  async function* texts() {
    yield 'a'
    yield 'é'
  }
  expect(await new Response(streamed(texts())).text()).toBe('aé')
})
