import { describe, expect, it } from 'vitest'
import { readConfig } from './config'
import { account, problems, read } from './config/testing/read'

describe('the configuration', () => {
  it('lets no PBX have the name of the demo, whose calls are taken out where another follows', () => {
    expect(problems({ ...account, AMI_NAME: 'demo' })).toEqual([expect.stringContaining('AMI_NAME pbx.name')])
    expect(read({ ...account, AMI_NAME: 'demo-2' }).pbx?.name).toBe('demo-2')
  })

  it('needs nothing: loopback, the simulator, English', () => {
    const config = read({})
    expect(config.pbx).toBeNull()
    expect(config.listen).toEqual({
      ...{ host: '127.0.0.1', port: 3000, portAsked: false, allowedOrigins: [], trustedProxies: [] },
    })
    expect(config.board).toEqual({ theme: 'dark', dayStart: 0, maskNumbers: true, widgets: [], public: false })
    expect([config.database, config.auth.keyFile, config.fixed]).toEqual([
      'data/callboard.db',
      'data/callboard.key',
      {},
    ])
    expect(config.audit.interval).toBe(30)
    expect(config.history.keep).toBe(400)
  })

  it('fixes what the file says of settings that administrators could else change, and nothing else', () => {
    const text =
      'dial: { context: internal, country: DE }\npauseReasons: [{ name: lunch, limitSeconds: 30:00 }, { name: meeting }]'
    const { fixed } = readConfig({}, () => text)
    expect(fixed.dial).toMatchObject({ context: 'internal', country: 'DE', allow: [], perMinute: 6 })
    expect(fixed.pauseReasons).toEqual([
      { name: 'lunch', limitSeconds: 1800 },
      { name: 'meeting', limitSeconds: null },
    ])
    expect(Object.keys(fixed).sort()).toEqual(['dial', 'pauseReasons'])
  })

  it('takes a PBX from three variables', () => {
    expect(read(account).pbx).toMatchObject({
      name: 'pbx',
      host: 'pbx.example.net',
      port: 5038,
      transport: 'tcp',
      auth: 'md5',
      secret: 's3cret',
    })
    expect(read({ ...account, AMI_TRANSPORT: 'tls' }).pbx?.port).toBe(5039)
  })

  it('lets the environment win over the file', () => {
    const yaml = 'listen: { port: 8080 }\nboard: { title: From the file, place: Hall }'
    const config = read({ CALLBOARD_TITLE: 'From the environment' }, yaml)
    expect(config.board).toMatchObject({ title: 'From the environment', place: 'Hall' })
    expect(config.listen).toMatchObject({ port: 8080, portAsked: true })
  })

  it('takes an empty variable as one that is not set', () => {
    expect(read({ AMI_HOST: '', CALLBOARD_PORT: '' }).pbx).toBeNull()
  })

  it('reads flags and lists from variables', () => {
    const config = read({
      CALLBOARD_MASK_NUMBERS: 'no',
      CALLBOARD_ORDER: 'sales, support',
      CALLBOARD_WIDGETS: 'trunks,parking',
    })
    expect(config.board.maskNumbers).toBe(false)
    expect(config.order).toEqual(['sales', 'support'])
    expect(config.board.widgets).toEqual(['trunks', 'parking'])
  })

  it('folds colons and case of a fingerprint, and reads the authority from its file', () => {
    const env = { ...account, AMI_TRANSPORT: 'tls', AMI_FINGERPRINT: 'ab'.repeat(32), AMI_CA: 'ca.pem' }
    const pem = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n'
    const { pbx } = read(env, undefined, { 'ca.pem': pem })
    expect(pbx?.fingerprint).toBe(Array(32).fill('AB').join(':'))
    expect(pbx?.ca).toBe(pem)
    expect(problems(env, undefined, { 'ca.pem': 'key' })).toEqual([
      'AMI_CA pbx.ca: expected a PEM certificate; found none in "ca.pem"',
    ])
  })
})

describe('queues', () => {
  const yaml = `
queueDefaults:
  wrapUp: 15
  limits: { wait: { warning: 1:00, critical: 3:00 }, level: { warning: 80, critical: 60 } }
queues:
  support:
    label: Support
    limits: { wait: { critical: 300 } }
  constructor:
    wrapUp: 0
`
  it('have their own settings over the defaults of all', () => {
    const { queueSettings } = read({}, yaml)
    expect(queueSettings('support')).toEqual({
      label: 'Support',
      wrapUpSeconds: 15,
      limits: {
        waitWarning: null,
        waitCritical: 300,
        waitingWarning: null,
        waitingCritical: null,
        levelWarning: 80,
        levelCritical: 60,
      },
    })
  })

  it('need no entry, whatever their name', () => {
    const { queueSettings } = read({}, yaml)
    expect(queueSettings('sales')).toMatchObject({ label: 'sales', wrapUpSeconds: 15, limits: { waitWarning: 60 } })
    expect(queueSettings('constructor')).toMatchObject({ label: 'constructor', wrapUpSeconds: 0 })
    expect(queueSettings('toString')).toMatchObject({ label: 'toString', wrapUpSeconds: 15 })
  })

  it('refuse a critical limit on the wrong side of the warning', () => {
    expect(problems({}, 'queues:\n  a:\n    limits:\n      wait: { warning: 90, critical: 60 }')).toEqual([
      "callboard.yaml:4 queues.a.limits.wait.critical: expected a critical limit of at least the warning's (90); found 60",
    ])
    expect(problems({}, 'queueDefaults: { limits: { level: { warning: 80, critical: 90 } } }')).toEqual([
      "callboard.yaml:1 queueDefaults.limits.level.critical: expected a critical limit of at most the warning's (80); found 90",
    ])
  })
})

describe('trunks', () => {
  const yaml = `
trunks:
  carrier: { label: Main line, channels: 30 }
  branch:
    label: By SIP
  IAX2/branch: {}
`
  it('are named as Asterisk names them, with their technology where a name is not enough', () => {
    const { trunkSettings } = read({}, yaml)
    expect(trunkSettings('PJSIP', 'carrier')).toEqual({ label: 'Main line', channels: 30 })
    expect(trunkSettings('SIP', 'branch')).toEqual({ label: 'By SIP', channels: null })
    expect(trunkSettings('IAX2', 'branch')).toEqual({ label: null, channels: null })
    expect(trunkSettings('PJSIP', 'toString')).toBeNull()
  })

  it('have a number of channels that there can be', () => {
    expect(problems({}, 'trunks:\n  carrier:\n    channels: 0')).toEqual([
      'callboard.yaml:3 trunks.carrier.channels: expected a whole number from 1 to 100000 channels; found 0',
    ])
    expect(problems({}, 'trunks: [carrier]')).toEqual([
      'callboard.yaml:1 trunks: expected trunks by their names in Asterisk; found ["carrier"]',
    ])
  })
})

describe('how long history is kept', () => {
  it('is said in days, with the word or without', () => {
    const kept = (value: string) => read({}, `history:\n  keep: ${value}\n`).history.keep
    expect(['90', '90 days', '90d', '"90"'].map(kept)).toEqual([90, 90, 90, 90])
    expect(read({ CALLBOARD_HISTORY_KEEP: '2 days' }).history.keep).toBe(2)
  })

  it.each(['1', '0 days', '3 weeks', '1.5', '-5', '""'])('is no %s', (value) => {
    expect(problems({}, `history:\n  keep: ${value}\n`)).toEqual([
      expect.stringMatching(
        /^callboard.yaml:2 history.keep: expected a number of days from 2 to 36500, such as "400 days"; found /,
      ),
    ])
  })
})

describe('a wrong setting', () => {
  it('is named with its line, what was expected and what was found', () => {
    expect(problems({}, '# ours\nlisten:\n  port: fifty\nboard:\n  theme: pink\n')).toEqual([
      'callboard.yaml:3 listen.port: expected a whole number from 0 to 65535; found "fifty"',
      'callboard.yaml:5 board.theme: expected one of dark, light, contrast, system; found "pink"',
    ])
  })

  it('is named with its variable', () => {
    expect(problems({ CALLBOARD_PORT: '99999', CALLBOARD_TIME_ZONE: 'Mars/Olympus' })).toEqual([
      'CALLBOARD_PORT listen.port: expected a whole number from 0 to 65535; found 99999',
      'CALLBOARD_TIME_ZONE board.timeZone: expected a time zone of the IANA database, such as Europe/Berlin; found "Mars/Olympus"',
    ])
  })

  it('is named when it is missing', () => {
    expect(problems({ AMI_HOST: 'pbx' })).toEqual([
      'callboard.yaml pbx.username: expected the account in manager.conf; it is not set (AMI_USERNAME)',
      'callboard.yaml pbx.secret: expected the secret of the account in manager.conf, here or in a file; it is not set (AMI_SECRET)',
    ])
  })

  it('is refused when nobody knows it, with what may be meant', () => {
    expect(problems({ AMI_HOTS: 'pbx', CALLBOARD_X: '1' }, 'qeues: {}\nboard:\n  tittle: x\n')).toEqual([
      'AMI_HOTS unknown variable; did you mean AMI_HOST?',
      'CALLBOARD_X unknown variable',
      'callboard.yaml:3 board.tittle: unknown setting; did you mean "title"?',
      'callboard.yaml:1 qeues: unknown setting; did you mean "queues"?',
    ])
  })

  it('never shows a secret', () => {
    const text = problems({ ...account, AMI_SECRET: '   ', CALLBOARD_METRICS_TOKEN: 'too-short' }).join('\n')
    expect(text).toContain('metrics.token: expected a token of at least 16 characters')
    expect(text).not.toContain('too-short')
  })

  it('is refused when it is not of the right shape', () => {
    expect(problems({}, 'board: dark\nqueues: [a]\n')).toEqual([
      'callboard.yaml:2 queues: expected queues by their names in Asterisk; found ["a"]',
      'callboard.yaml:1 board: expected a group of settings; found "dark"',
    ])
    expect(problems({}, '- a\n- b\n')[0]).toContain('callboard.yaml expected settings')
  })

  it('is a mistake in the YAML, with its line', () => {
    expect(problems({}, 'board:\n  title: "open\n')[0]).toMatch(/^callboard\.yaml:\d not valid YAML: Missing closing/)
    expect(problems({}, 'board: {}\nboard: {}\n')[0]).toMatch(
      /^callboard\.yaml:2 not valid YAML: Map keys must be unique/,
    )
  })

  it('is a file that was asked for and is not there', () => {
    expect(problems({ CALLBOARD_CONFIG: 'other.yaml' })[0]).toMatch(/^CALLBOARD_CONFIG expected a configuration file/)
  })
})

describe('secrets from files', () => {
  it('are read without their last line break', () => {
    const env = { AMI_HOST: 'pbx', AMI_USERNAME: 'board', AMI_SECRET_FILE: '/run/secret' }
    expect(read(env, undefined, { '/run/secret': 's3cret\n' }).pbx?.secret).toBe('s3cret')
  })

  it('wants an account of one line each: AMI ends a header there', () => {
    expect(problems({ ...account, AMI_USERNAME: 'board\r\nAction: Logoff' })).toEqual([
      'AMI_USERNAME pbx.username: expected the account in manager.conf; found "board\\r\\nAction: Logoff"',
    ])
    const env = { AMI_HOST: 'pbx', AMI_USERNAME: 'board', AMI_SECRET_FILE: '/run/secret' }
    expect(problems(env, undefined, { '/run/secret': 's3cret\nsecond line\n' })).toEqual([
      'AMI_SECRET_FILE pbx.secretFile: expected a file of one line; it has 2',
    ])
  })

  it('are refused beside a secret, and when they cannot be read', () => {
    expect(problems({ ...account, AMI_SECRET_FILE: '/run/secret' })).toEqual([
      'AMI_SECRET_FILE expected either pbx.secret or pbx.secretFile; both are set',
    ])
    const env = { AMI_HOST: 'pbx', AMI_USERNAME: 'board', AMI_SECRET_FILE: '/run/secret' }
    expect(problems(env)).toEqual([
      "AMI_SECRET_FILE pbx.secretFile: expected a file that can be read; ENOENT: no such file, open '/run/secret'",
    ])
  })
})

describe('durations', () => {
  it.each([
    ['90', 90],
    ['1:30', 90],
    ['"1:00:00"', 3600],
    ['0', 0],
  ])('%s is %d seconds', (text, seconds) => {
    expect(read({}, `audit: { interval: ${text} }`).audit.interval).toBe(seconds)
  })

  it.each(['1:60', '-5', '1.5', 'soon', '1:60:00'])('%s is refused', (text) => {
    expect(problems({}, `audit: { interval: ${text} }`)[0]).toContain('expected a duration such as 90')
  })
})
