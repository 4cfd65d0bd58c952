import { setLineReach } from '../../pbx/lines'
import { setRegistered } from '../../pbx/trunks'
import { type Action, type ActionContext, refuse, say } from '../action'

/** How long the other side takes to answer, in ms. */
const ANSWERS = 400

/** Looks at once; what has not changed is not told (res_pjsip/pjsip_options.c). */
function qualify(context: ActionContext): void {
  const { pbx, request } = context
  const name = request.get('Endpoint')
  if (!name) {
    refuse(context, 'Endpoint parameter missing.')
    return
  }
  const endpoint = pbx.endpoints.get(`PJSIP/${name}`)
  if (!endpoint) {
    refuse(context, 'Unable to retrieve endpoint\n')
    return
  }
  say(context, 'Endpoint found, will qualify')
  pbx.scheduler.after(ANSWERS, () => {
    endpoint.checks += 1
  })
}

function registrationNamed(context: ActionContext) {
  const { pbx, request } = context
  const name = request.get('Registration')
  if (!name) {
    refuse(context, 'Registration parameter missing.')
    return null
  }
  const registration = pbx.registrations.find((one) => one.name === name)
  if (!registration) refuse(context, 'Unable to retrieve registration entry\n')
  return registration ?? null
}

/** Unregisters first, if need be: both are told. */
function register(context: ActionContext): void {
  const { pbx } = context
  const registration = registrationNamed(context)
  if (!registration) return
  say(context, 'Reregistration sent')
  pbx.scheduler.after(ANSWERS, () => setRegistered(pbx, registration, 'Unregistered'))
  const endpoint = pbx.endpoints.get(`PJSIP/${registration.endpoint}`)
  pbx.scheduler.after(2 * ANSWERS, () => {
    if (endpoint) setLineReach(pbx, endpoint, 'Reachable')
    setRegistered(pbx, registration, 'Registered')
  })
}

function unregister(context: ActionContext): void {
  const { pbx } = context
  const registration = registrationNamed(context)
  if (!registration) return
  say(context, 'Unregistration sent')
  pbx.scheduler.after(ANSWERS, () => setRegistered(pbx, registration, 'Unregistered'))
}

export const PJSIP_CONTROL: readonly Action[] = [
  { name: 'PJSIPQualify', synopsis: 'Qualify a chan_pjsip endpoint.', run: qualify },
  { name: 'PJSIPRegister', synopsis: 'Register an outbound registration.', run: register },
  { name: 'PJSIPUnregister', synopsis: 'Unregister an outbound registration.', run: unregister },
]
