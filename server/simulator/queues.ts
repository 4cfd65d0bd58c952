import type { QueueSpec } from './options'

type Limits = QueueSpec['limits']

const limits = (waitWarning: number, waitCritical: number, levelWarning: number): Limits => ({
  waitWarning,
  waitCritical,
  levelWarning,
  levelCritical: levelWarning - 20,
})

function queue(name: string, label: string, members: number, load: number, more: Partial<QueueSpec> = {}): QueueSpec {
  return {
    name,
    label,
    members,
    load,
    serviceLevel: 20,
    wrapUpSeconds: 15,
    surge: 1.8,
    limits: limits(180, 300, 80),
    ...more,
  }
}

const SUPPORT = { limits: limits(180, 300, 80), surge: 4.6 }
const BILLING = { limits: limits(180, 240, 80), surge: 1.8 }
const SHORT_WAIT = { limits: limits(120, 180, 80) }
const SALES = { serviceLevel: 30 }
const QUICK = { serviceLevel: 10 }

/** The four queues of the design's first wall. */
const FOUR: readonly QueueSpec[] = [
  queue('support', 'Support', 9, 0.34, SUPPORT),
  queue('sales', 'Sales', 6, 0.38, SHORT_WAIT),
  queue('billing', 'Billing', 6, 0.45, BILLING),
  queue('night', 'Night line', 2, 0.15, SHORT_WAIT),
]

const TWELVE: readonly QueueSpec[] = [
  queue('support-en', 'Support EN', 9, 0.34, SUPPORT),
  queue('support-de', 'Support DE', 6, 0.44),
  queue('support-pl', 'Wsparcie PL', 5, 0.34),
  queue('support-ru', 'Поддержка RU', 7, 0.46),
  queue('support-jp', 'サポート JP', 4, 0.3, QUICK),
  queue('sales', 'Sales', 6, 0.38, SALES),
  queue('sales-de', 'Vertrieb DE', 4, 0.45, SALES),
  queue('billing', 'Billing', 6, 0.45),
  queue('returns', 'Returns', 6, 0.38),
  queue('vip', 'VIP', 4, 0.25, QUICK),
  queue('dispatch', 'Dispatch', 8, 0.48),
  queue('night', 'Night line', 3, 0.15),
]

const FORTY: readonly QueueSpec[] = [
  queue('support-en', 'Support EN', 9, 0.34, SUPPORT),
  queue('fraud', 'Fraud desk', 5, 0.4, { serviceLevel: 10, limits: limits(30, 60, 90), surge: 2 }),
  queue('billing', 'Billing', 6, 0.45),
  queue('sales-de', 'Vertrieb DE', 4, 0.45, SALES),
  queue('support-de', 'Support DE', 6, 0.4),
  queue('support-pl', 'Wsparcie PL', 5, 0.4),
  queue('support-ru', 'Поддержка RU', 7, 0.4),
  queue('support-fr', 'Assistance FR', 5, 0.4),
  queue('support-es', 'Soporte ES', 5, 0.4),
  queue('support-gr', 'Υποστήριξη GR', 4, 0.4),
  queue('support-jp', 'サポート JP', 4, 0.4),
  queue('sales-en', 'Sales EN', 6, 0.4, SALES),
  queue('sales-pl', 'Sprzedaż PL', 5, 0.4, SALES),
  queue('sales-ru', 'Продажи RU', 5, 0.4, SALES),
  queue('sales-fr', 'Ventes FR', 5, 0.4, SALES),
  queue('sales-es', 'Ventas ES', 5, 0.4, SALES),
  queue('sales-gr', 'Πωλήσεις GR', 4, 0.4, SALES),
  queue('billing-de', 'Rechnung DE', 6, 0.42),
  queue('billing-pl', 'Faktury PL', 5, 0.4),
  queue('billing-ru', 'Счета RU', 5, 0.4),
  queue('billing-fr', 'Facturation FR', 5, 0.4),
  queue('billing-es', 'Facturas ES', 5, 0.4),
  queue('returns', 'Returns', 6, 0.42),
  queue('returns-de', 'Retouren DE', 5, 0.4),
  queue('returns-pl', 'Zwroty PL', 5, 0.4),
  queue('returns-ru', 'Возвраты RU', 5, 0.4),
  queue('vip', 'VIP', 5, 0.34),
  queue('vip-night', 'VIP night', 2, 0.1),
  queue('partners', 'Partners', 4, 0.34),
  queue('dispatch-north', 'Dispatch north', 6, 0.44),
  queue('dispatch-south', 'Dispatch south', 6, 0.44),
  queue('warehouse', 'Warehouse', 5, 0.4),
  queue('claims', 'Claims', 6, 0.44),
  queue('cards-lost', 'Cards lost', 5, 0.42, { serviceLevel: 10, limits: limits(60, 120, 80) }),
  queue('broker', 'Broker line', 4, 0.34),
  queue('board', 'Board office', 3, 0.25),
  queue('it', 'IT helpdesk', 6, 0.44),
  queue('facilities', 'Facilities', 4, 0.34),
  queue('overflow', 'Overflow', 6, 0.44),
  queue('night', 'Night line', 3, 0.15),
]

/** Queues for any number: those of the design, then numbered ones. */
export function chooseQueues(count: number): QueueSpec[] {
  if (count <= 4) return FOUR.slice(0, count)
  if (count <= 12) return TWELVE.slice(0, count)
  const numbered = Array.from({ length: Math.max(0, count - FORTY.length) }, (_, index) => {
    const number = index + FORTY.length + 1
    return queue(`desk-${number}`, `Desk ${number}`, 6, 0.4 + (index % 7) / 12)
  })
  return [...FORTY.slice(0, count), ...numbered]
}
