import { CATALOGUES } from '@/lib/i18n/messages'
import { pageLocale } from './page-locale'

export default async function NotFound() {
  const texts = CATALOGUES[await pageLocale()].app
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-6 bg-page p-8 text-center font-sans text-ink">
      <h1 className="font-semibold text-desk-2xl">{texts.notFound}</h1>
      <a className="rounded-chip bg-primary px-4 py-2 font-medium text-on-primary" href="/wall">
        {texts.openWall}
      </a>
    </main>
  )
}
