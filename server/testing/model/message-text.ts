/** Header lines by name; `undefined` leaves one out. */
export type Headers = Readonly<Record<string, string | number | undefined>>

function lines(headers: Headers): string {
  return Object.entries(headers)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
}

/** A live event as Asterisk writes it, `at` in ms since 1970. */
export function eventText(event: string, at: number, headers: Headers): string {
  return `${lines({ Event: event, Privilege: 'agent,all', Timestamp: (at / 1000).toFixed(6), ...headers })}\r\n`
}

export function responseText(id: string, headers: Headers): string {
  return `${lines({ Response: 'Success', ActionID: id, ...headers })}\r\n`
}

export function errorText(id: string, message: string): string {
  return `${lines({ Response: 'Error', ActionID: id, Message: message })}\r\n`
}

/** A list item: name and headers. */
export type Item = readonly [event: string, headers: Headers]

/** A whole list: response, items, final event. `announced` stands for the number of items that Asterisk says it sent. */
export function listText(action: string, id: string, items: readonly Item[], announced = items.length): string {
  const start = responseText(id, { EventList: 'start', Message: `${action} will follow` })
  const body = items.map(([event, headers]) => `${lines({ Event: event, ...headers, ActionID: id })}\r\n`)
  const end = { Event: `${action}Complete`, ActionID: id, EventList: 'Complete', ListItems: announced }
  return `${start}${body.join('')}${lines(end)}\r\n`
}
