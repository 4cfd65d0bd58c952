import { expect, test } from 'vitest'
import { readDescription } from './description'

const AT_22 = `
  -= Info about Manager Command 'Filter' =- 

[Synopsis]
Dynamically add filters for the current manager session. 

[Provided By]
builtin

[Since]
10.0.0

[Description]
See the manager.conf.sample file in the configs/samples directory of the
Asterisk source tree for a full description and examples.
NOTE:  The filters added are only used for the current session. Once the
connection is closed the filters are removed. 

[Syntax]
Action: Filter
[ActionID:] <value>
[Operation:] <value>
Filter: <value>

[Arguments]

ActionID
    ActionID for this transaction. Will be returned.

Operation
    Add - Add a filter.

Filter
    The match expression to be applied to the event.

[Privilege]
system,all

[See Also]
Not available

[List Responses]
None

[End List Responses]

[Final Response]
None

[End Final Response]
`

const AT_16 = `[Syntax]
Action: CoreShowChannels
[ActionID:] <value>
[options:] <value>
[Options:] <value>

[Synopsis]
List currently active channels. 

[Description]
List currently defined channels and some information about them.

[Arguments]
ActionID
    ActionID for this transaction. Will be returned.
options
    When Time is given, one of these follows.
    OneHundredthSecond
    Second

[See Also]
BridgeList, BridgeInfo

[Privilege]
system,reporting,all

[List Responses]
Event: CoreShowChannel
[Synopsis]
Raised in response to a CoreShowChannels command.

[Syntax]
Event: CoreShowChannel
ActionID: <value>
Channel: <value>

[Final Response]
Event: CoreShowChannelsComplete
[Synopsis]
Raised at the end of the CoreShowChannel list.

[Syntax]
Event: CoreShowChannelsComplete
ListItems: <value>
`

test('22: lines that were broken are one again, and nothing is kept of what is not available', () => {
  expect(readDescription('Filter', AT_22)).toEqual({
    name: 'Filter',
    summary: 'Dynamically add filters for the current manager session.',
    about: [
      'See the manager.conf.sample file in the configs/samples directory of the Asterisk source tree for a full description and examples.',
      'NOTE: The filters added are only used for the current session. Once the connection is closed the filters are removed.',
    ].join('\n'),
    privileges: ['system'],
    parameters: [
      { name: 'Operation', required: false, about: 'Add - Add a filter.' },
      { name: 'Filter', required: true, about: 'The match expression to be applied to the event.' },
    ],
    list: null,
    seeAlso: [],
  })
})

test('16: another order, and the events of a list do not pass for the action’s own parameters', () => {
  expect(readDescription('CoreShowChannels', AT_16)).toEqual({
    name: 'CoreShowChannels',
    summary: 'List currently active channels.',
    about: 'List currently defined channels and some information about them.',
    privileges: ['system', 'reporting'],
    parameters: [
      {
        name: 'options',
        required: false,
        about: 'When Time is given, one of these follows.\nOneHundredthSecond\nSecond',
      },
    ],
    list: { items: ['CoreShowChannel'], end: 'CoreShowChannelsComplete' },
    seeAlso: ['BridgeList', 'BridgeInfo'],
  })
})

test('an action that is not there has no description', () => {
  expect(readDescription('Nothing', 'No manager command matching that name.\n')).toBeNull()
})
