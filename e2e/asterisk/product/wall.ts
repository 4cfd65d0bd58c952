import type { Page } from '@playwright/test'
import type { Asterisk } from '../rig/asterisk'
import type { ShownMember, ShownQueue } from '../truth/queue-show'
import { quiet, readTruth } from '../truth/truth'

/** What one queue's tile says. */
type Tile = {
  waiting: string
  ready: string
  onCall: string
  paused: string
  away: string
}

/** Every tile of the wall by its queue, as the page's own text has it. */
async function readTiles(page: Page): Promise<Record<string, Tile>> {
  return page.locator('section.tile[data-queue]').evaluateAll((tiles) => {
    const text = (tile: Element, selector: string) => tile.querySelector(selector)?.textContent?.trim() ?? ''
    const crew = (tile: Element, word: string) => text(tile, `.crew [title="${word}"] .fig`)
    return Object.fromEntries(
      tiles.map((tile) => [
        tile.getAttribute('data-queue') ?? '',
        {
          waiting: text(tile, '.now > .fig'),
          ready: crew(tile, 'ready'),
          onCall: crew(tile, 'on call'),
          paused: crew(tile, 'paused'),
          away: crew(tile, 'unavailable') || '0',
        },
      ]),
    )
  })
}

/** What the tile of a queue has to say, by Asterisk's own words. */
function expectedTile({ callers, members }: ShownQueue): Tile {
  const count = (crew: string) => String(members.filter((member) => crewOf(member) === crew).length)
  return {
    waiting: String(callers.length),
    ready: count('ready'),
    onCall: count('onCall'),
    paused: count('paused'),
    away: count('away'),
  }
}

/** Who is at a phone is on call, paused or not; after that a pause outranks an absent phone. */
function crewOf({ state, paused }: ShownMember): string {
  if (['In use', 'Busy', 'Ringing', 'Ring+Inuse', 'On Hold'].includes(state)) return 'onCall'
  if (paused) return 'paused'
  return state === 'Not in use' ? 'ready' : 'away'
}

/** Where the wall in the browser differs from `queue show`, in words; empty: it tells the truth. */
export async function wallDifferences(asterisk: Asterisk, page: Page): Promise<string[]> {
  const before = await readTruth(asterisk)
  const tiles = await readTiles(page)
  const truth = await readTruth(asterisk)
  if (quiet(before) !== quiet(truth)) return ['Asterisk was changing while it was read']
  const shown = Object.keys(tiles).toSorted().join()
  const there = truth.queues.map((queue) => queue.name).toSorted()
  if (shown !== there.join()) return [`tiles: [${shown}], queues: [${there}]`]
  return truth.queues.flatMap((queue) => {
    const [told, expected] = [JSON.stringify(tiles[queue.name]), JSON.stringify(expectedTile(queue))]
    return told === expected ? [] : [`tile ${queue.name} says ${told}, Asterisk ${expected}`]
  })
}
