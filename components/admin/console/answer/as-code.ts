import type { CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import type { ConsoleState } from '@/lib/protocol/admin/console'
import type { Headers } from '../actions/draft'

export const LANGUAGES = ['curl', 'api', 'typed', 'node', 'python', 'php'] as const
export type CodeLanguage = (typeof LANGUAGES)[number]

export type CodeOf = {
  action: string
  headers: Readonly<Headers>
  /** What the catalogue knows of the action. */
  parameters: readonly Pick<CatalogueParameter, 'name' | 'type' | 'repeated'>[]
  account: ConsoleState['account']
  /** Of our own API, such as `https://board.example.net`. */
  origin: string
}

/** The same action as code, to run elsewhere; the secret is read from the environment. */
export function asCode(language: CodeLanguage, what: CodeOf): string {
  return WRITERS[language](what)
}

const WRITERS: Readonly<Record<CodeLanguage, (what: CodeOf) => string>> = {
  curl: ({ action, headers, account: { http, username } }) => {
    const url = shell(http)
    const field = (name: string, value: string) => `  --data-urlencode ${shell(`${name}=${value}`)}`
    const login = ['curl -s -c ami.cookies', url, '--data action=login'].join(' ')
    return [
      `${login} \\\n${field('username', username)} \\\n  --data-urlencode "secret=$AMI_SECRET"`,
      [
        `curl -s -b ami.cookies ${url}`,
        field('action', action),
        ...headers.map(([name, value]) => field(name, value)),
      ].join(' \\\n'),
    ].join('\n')
  },
  api: ({ action, headers, origin }) =>
    [
      `curl -s ${shell(`${origin}/api/v1/admin/console/run`)}`,
      '  -H "authorization: Bearer $CALLBOARD_TOKEN"',
      "  -H 'content-type: application/json'",
      `  -d ${shell(JSON.stringify({ action, headers, confirmed: true }))}`,
    ].join(' \\\n'),
  typed: ({ action, headers, parameters }) => {
    const lines = grouped(headers).map(
      ([name, values]) => `  ${keyOf(name)}: ${typedValue(name, values, parameters)},\n`,
    )
    return `await connection.send(amiAction(${js(action)}${lines.length === 0 ? '' : `, {\n${lines.join('')}}`}))`
  },
  node: (what) => `import net from 'node:net'

const socket = net.connect(${what.account.port}, ${js(what.account.host)})
const login = [${loginOf(what).map(js).join(', ')}, \`Secret: \${process.env.AMI_SECRET}\`]
const action = [${linesOf(what).map(js).join(', ')}]
const logoff = ['Action: Logoff']
for (const lines of [login, action, logoff]) socket.write(lines.join('\\r\\n') + '\\r\\n\\r\\n')
socket.pipe(process.stdout)${what.account.isTls ? '\n// The PBX is reached over TLS: use tls.connect of node:tls instead.' : ''}`,
  python: (what) => `import os, socket

login = [${loginOf(what).map(js).join(', ')}, "Secret: " + os.environ["AMI_SECRET"]]
action = [${linesOf(what).map(js).join(', ')}]
logoff = ["Action: Logoff"]
with socket.create_connection((${js(what.account.host)}, ${what.account.port})) as ami:
    for lines in (login, action, logoff):
        ami.sendall(("\\r\\n".join(lines) + "\\r\\n\\r\\n").encode())
    while data := ami.recv(65536):
        print(data.decode(errors="replace"), end="")`,
  php: (what) => `<?php
$ami = fsockopen(${php(what.account.host)}, ${what.account.port});
$login = [${loginOf(what).map(php).join(', ')}, 'Secret: ' . getenv('AMI_SECRET')];
$action = [${linesOf(what).map(php).join(', ')}];
foreach ([$login, $action, ['Action: Logoff']] as $lines) fwrite($ami, implode("\\r\\n", $lines) . "\\r\\n\\r\\n");
while (!feof($ami)) echo fgets($ami);`,
}

function loginOf({ account }: CodeOf): string[] {
  return ['Action: Login', `Username: ${account.username}`, 'Events: off']
}

function linesOf({ action, headers }: CodeOf): string[] {
  return [`Action: ${action}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
}

function grouped(headers: Readonly<Headers>): [string, string[]][] {
  const found = new Map<string, string[]>()
  for (const [name, value] of headers) found.set(name, [...(found.get(name) ?? []), value])
  return [...found]
}

/** A value as our typed actions want it: flags, numbers and variables are no texts there. */
function typedValue(name: string, values: readonly string[], parameters: CodeOf['parameters']): string {
  const parameter = parameters.find((one) => one.name === name)
  const [value = ''] = values
  if (parameter?.type === 'variables') {
    const pairs = values.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const)
    return `{ ${pairs.map(([key, text]) => `${keyOf(key)}: ${js(text)}`).join(', ')} }`
  }
  if (values.length > 1) return `[${values.map(js).join(', ')}]`
  if (parameter?.type === 'number' && /^-?\d{1,15}$/.test(value)) return String(Number(value))
  if (parameter?.type === 'boolean') return String(/^(y|yes|t|true|1|on)$/i.test(value))
  return js(value)
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : js(name)
}

/** One word of a shell, whatever is in it. */
function shell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A text of JavaScript, and of Python: JSON's escapes are those of both. */
function js(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)
}

function php(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
