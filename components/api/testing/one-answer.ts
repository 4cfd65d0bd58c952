import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { type Asked, stubApi } from './stub-api'

type Server<Body> = {
  /** What was asked in this test so far. */
  asked: Asked[]
  answer: { status?: number; body?: Body }
}

/** Stands in for the server in each test of a file: to all that is asked it answers what is usual, until a test sets another answer. */
export function oneAnswer<Body>(usual: () => Body): Server<Body> {
  const server: Server<Body> = { asked: [], answer: {} }
  beforeEach(() => {
    server.answer = { body: usual() }
    server.asked = stubApi(() => server.answer)
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })
  return server
}
