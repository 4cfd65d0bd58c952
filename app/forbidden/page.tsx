import { CATALOGUES } from '@/lib/i18n/messages'
import { pageLocale } from '../page-locale'

/** What the server shows for a page that an account may not open. */
export default async function ForbiddenPage() {
  const texts = CATALOGUES[await pageLocale()].desk
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-6 bg-page p-8 text-center font-sans text-ink">
      <h1 className="font-semibold text-desk-2xl">{texts.forbidden}</h1>
      <p className="text-ink-2">{texts.forbiddenHint}</p>
      <a className="rounded-chip bg-primary px-4 py-2 font-medium text-on-primary" href="/">
        {texts.home}
      </a>
    </main>
  )
}
