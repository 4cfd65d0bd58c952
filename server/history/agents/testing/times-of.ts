import { addTimes, type TimeOfAgent, timesIn } from '../agent-times'

/** All of a range together, by agent. */
export async function timesOf(...asked: Parameters<typeof timesIn>): Promise<Map<string, TimeOfAgent>> {
  const agents = new Map<string, TimeOfAgent>()
  for await (const some of timesIn(...asked)) addTimes(agents, some)
  return agents
}
