import { createHash, timingSafeEqual } from 'node:crypto'
import type { Metrics } from '@/server/metrics'
import type { Handler } from './probes'
import { respond, respondProblem } from './respond'

/** `GET /metrics` in Prometheus' text format; with a token set, for its bearer only. */
export function metricsPage(metrics: Metrics, token: string | undefined): Handler {
  return (request, response) => {
    if (token !== undefined && !sameText(request.headers.authorization ?? '', `Bearer ${token}`)) {
      const problem = { title: 'Unauthorized', status: 401, detail: 'The metrics need a bearer token.' }
      respondProblem(response, problem, { 'www-authenticate': 'Bearer' })
      return
    }
    metrics.render().then(
      (text) => respond(response, 200, metrics.contentType, text),
      () => respondProblem(response, { title: 'Internal Server Error', status: 500, detail: 'A metric failed.' }),
    )
  }
}

/** In constant time, whatever the lengths. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
