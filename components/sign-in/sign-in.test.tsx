// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { CATALOGUES } from '@/lib/i18n/messages'
import type { en } from '@/lib/i18n/messages/en'
import { SignInForm } from './sign-in-form'

let left: string[] = []

beforeEach(() => {
  left = []
  vi.stubGlobal('location', { assign: (path: string) => left.push(path) })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type Answer = ReturnType<Parameters<typeof stubApi>[0]>

function open(answer: (asked: Asked) => Answer, next: string | null = null): Asked[] {
  const asked = stubApi(answer)
  render(
    <IntlProvider locale="en" messages={CATALOGUES.en as typeof en}>
      <SignInForm next={next} />
    </IntlProvider>,
  )
  return asked
}

function give(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
}

function signIn(name = 'marta', password = 'right and long'): void {
  give('Name or extension', name)
  give('Password', password)
  press()
}

const press = () => fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))

describe('the sign-in', () => {
  test('leads to the page that was asked for', async () => {
    const asked = open(() => ({ body: {} }), '/supervise?queues=sales')
    signIn(' marta ')
    await waitFor(() => expect(left).toEqual(['/supervise?queues=sales']))
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/api/v1/session',
        body: { name: 'marta', password: 'right and long', stay: false },
      },
    ])
  })

  test('keeps what was typed and ticked before the page lived, and sends nothing by itself till then', async () => {
    const form = (
      <IntlProvider locale="en" messages={CATALOGUES.en as typeof en}>
        <SignInForm next={null} />
      </IntlProvider>
    )
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(form)
    expect(container.querySelector('[type=submit]')).toBeNull()
    for (const [name, value] of [
      ['username', 'marta'],
      ['password', 'right and long'],
    ] as const)
      Object.assign(container.querySelector(`[name=${name}]`) ?? {}, { value })
    Object.assign(container.querySelector('[type=checkbox]') ?? {}, { checked: true })
    const asked = stubApi(() => ({ body: {} }))
    render(form, { container, hydrate: true })
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', true)
    fireEvent.submit(screen.getByRole('button', { name: 'Sign in' }).closest('form') as HTMLFormElement)
    await waitFor(() =>
      expect(asked.map(({ body }) => body)).toEqual([{ name: 'marta', password: 'right and long', stay: true }]),
    )
  })

  test('asks nobody before both are filled in', () => {
    const asked = open(() => ({ body: {} }))
    press()
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'Enter your name.',
      'Enter your password.',
    ])
    expect(asked).toEqual([])
  })

  test('says how many tries are left', async () => {
    open(() => ({ status: 401, body: { title: 'Unauthorized', triesLeft: 1 } }))
    signIn()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toBe('Name and password do not match. After 1 more try you have to wait.')
    expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true')
    expect(left).toEqual([])
  })

  test('says how long to wait, and asks nobody meanwhile', async () => {
    const asked = open(() => ({ status: 429, headers: { 'retry-after': '872' } }))
    signIn()
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Too many tries. You can go on in 14:3\d\.$/)
    press()
    expect(asked).toHaveLength(1)
  })

  test('says that nobody answered', async () => {
    open(() => null)
    signIn()
    expect((await screen.findByRole('alert')).textContent).toBe('The server does not answer. Try again in a moment.')
  })

  test('asks for the code of the second step, and sends it with the password', async () => {
    const asked = open(({ body }) =>
      (body as { code?: string }).code === '123456' ? {} : { status: 401, body: { needsCode: true } },
    )
    signIn()
    await screen.findByLabelText('Code of your authenticator app')
    expect(screen.queryByRole('alert')).toBeNull()
    give('Code of your authenticator app', '000000')
    press()
    expect((await screen.findByRole('alert')).textContent).toContain('This code is not right')
    give('Code of your authenticator app', '123456')
    press()
    await waitFor(() => expect(left).toEqual(['/']))
    expect(asked.at(-1)?.body).toEqual({ name: 'marta', password: 'right and long', stay: false, code: '123456' })
  })

  test('shows what the app is to scan where the role asks for a second step, and sends its seal back', async () => {
    const enrol = { secret: 'JBSWY3DP', uri: 'otpauth://x', qr: { size: 21, path: 'M0 0h7v7h-7z' }, sealed: 'seal' }
    const asked = open(({ body }) =>
      (body as { code?: string }).code ? {} : { status: 401, body: { needsCode: true, enrol } },
    )
    signIn()
    await screen.findByRole('img', { name: 'QR code for the authenticator app' })
    expect(screen.getByText('JBSW Y3DP')).toBeTruthy()
    give('Code of your authenticator app', '123456')
    press()
    await waitFor(() => expect(left).toEqual(['/']))
    expect(asked.at(-1)?.body).toMatchObject({ code: '123456', enrol: 'seal' })
  })
})
