import { describe, expect, test } from 'vitest'
import { formatExplained, parseExplained, withExplained } from './explain-address'

const parse = (search: string) => parseExplained(new URLSearchParams(search))

describe('what is opened in an address', () => {
  test('is a figure of this moment or of a window, of some queues or of all', () => {
    expect(parse('explain=waiting&explain-of=support,sales')).toEqual({
      ...{ live: 'waiting', queues: ['support', 'sales'], label: null },
    })
    expect(parse('explain=agents.ready&explain-everywhere=true')).toEqual({
      ...{ live: 'agents.ready', queues: [], label: null, everywhere: true },
    })
    expect(parse('explain=answered&explain-window=last15')).toEqual({
      ...{ figure: 'answered', window: 'last15', queues: [], label: null },
    })
  })

  test('knows a queue whose name has a comma', () => {
    expect(parse('explain=waiting&explain-of=Fish\\, chips,sales')?.queues).toEqual(['Fish, chips', 'sales'])
  })

  test('is nothing where it names no figure that we know', () => {
    for (const search of ['', 'explain=', 'explain=everything', 'explain-of=support', 'figure=waiting'])
      expect([search, parse(search)]).toEqual([search, null])
    expect(parse('explain=lost&explain-window=century&explain-of=,,')).toEqual({
      ...{ figure: 'lost', window: 'today', queues: [], label: null },
    })
  })

  test('comes back as it was', () => {
    for (const search of [
      'explain=paused&explain-of=support',
      'explain=lost&explain-window=last60',
      'explain=agents.all',
      'explain=answered&explain-agent=PJSIP%2F101',
      'explain=waiting&explain-of=Fish%5C%2C+chips%2Csales',
    ])
      expect(formatExplained(parse(search) ?? { live: 'ready', queues: [], label: null }).toString()).toBe(search)
  })

  test('changes nothing else of it, and goes when it is closed', () => {
    const opened = withExplained('?group=care&explain=lost&explain-window=last15', {
      ...{ live: 'waiting', queues: ['support'], label: 'Support' },
    })
    expect(opened).toBe('group=care&explain=waiting&explain-of=support')
    expect(withExplained(opened, null)).toBe('group=care')
    expect(withExplained(opened, { house: 'parked', of: null })).toBe('group=care')
  })
})
