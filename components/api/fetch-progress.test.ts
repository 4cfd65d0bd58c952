import { afterEach, expect, test, vi } from 'vitest'
import { ApiProblem } from './api-problem'
import { fetchProgress } from './fetch-progress'

afterEach(() => vi.unstubAllGlobals())

function answering(...pieces: string[]) {
  const encoder = new TextEncoder()
  const stream = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece))
      controller.close()
    },
  })
  vi.stubGlobal('fetch', async () => new Response(stream))
}

async function asked() {
  const told: number[] = []
  const { signal } = new AbortController()
  const answer = await fetchProgress('/api/v1/reports?progress=1', Number, { signal, onProgress: (d) => told.push(d) })
  return { answer, told }
}

test('how far it is comes line by line, wherever the network cuts them, and the answer last', async () => {
  answering('{"done":0.25}\n{"do', 'ne":0.5}\n', '{"answer":7}\n')
  expect(await asked()).toEqual({ answer: 7, told: [0.25, 0.5] })
})

test('what is found before all is comes with it', async () => {
  answering('{"some":[1]}\n{"done":0.5}\n{"some":[2]}\n{"answer":3}\n')
  const some: unknown[] = []
  const { signal } = new AbortController()
  const listener = { signal, onProgress: () => {}, onSome: (one: unknown) => some.push(one) }
  expect(await fetchProgress('/api/v1/visits?progress=1', Number, listener)).toBe(3)
  expect(some).toEqual([[1], [2]])
})

test('an answer that breaks off is none', async () => {
  answering('{"done":0.25}\n')
  await expect(asked()).rejects.toEqual(new ApiProblem(0, 'No answer', null))
})

test('a refusal is a problem as everywhere', async () => {
  vi.stubGlobal(
    'fetch',
    async () => new Response('{"title":"Unprocessable Content","detail":"too fine"}', { status: 422 }),
  )
  await expect(asked()).rejects.toMatchObject({ status: 422 })
})
