import { afterEach, describe, expect, test } from 'vitest'
import { HttpRoom } from '../testing/http-room'
import type { Script } from '../testing/scripted-pbx'

const room = new HttpRoom()
afterEach(() => room.stop())

describe('the order of what is told', () => {
  const list = (ActionID: string, items: string) =>
    `Response: Success\nActionID: ${ActionID}\nEventList: start\n\n${items}Event: ParkedCallsComplete\nActionID: ${ActionID}\nEventList: Complete\nListItems: 1\n`

  test('events that come while a list is read are told after it, and before the next action is sent', async () => {
    let finish = () => {}
    const answers: Script['answers'] = {
      ParkedCalls: ({ ActionID = '' }, session) => {
        finish = () => session.say(`${list(ActionID, `Event: ParkedCall\nActionID: ${ActionID}\n\n`)}\n`)
        return null
      },
    }
    const { connection, session, messages, front } = await room.ready('rawman', { answers })
    const lists = connection.list({ action: 'ParkedCalls' })
    const next = connection.send({ action: 'Ping' })
    await session.received('ParkedCalls')
    const polls = front.requests.filter(({ action }) => action === 'WaitEvent').length
    session.say('Event: Hold\n\n')
    finish()
    await lists
    await next
    await front.asked('WaitEvent', polls + 1)
    const told = messages.map(({ name }) => name).slice(-5)
    expect(told).toEqual(['Success', 'ParkedCall', 'ParkedCallsComplete', 'Hold', 'Success'])
  })

  test('an action without an answer holds events back for a second, no more', async () => {
    const { connection, clock, session, heard, messages } = await room.ready('rawman', {
      answers: { CoreStatus: () => null },
    })
    connection.send({ action: 'CoreStatus' }).catch(() => {})
    await session.received('CoreStatus')
    session.say('Event: Hold\n\n')
    expect(messages.map(({ name }) => name)).not.toContain('Hold')
    clock.advance(1_000)
    await heard('Hold')
  })
})
