import type { QueueSpec } from './options'

type Limits = QueueSpec['limits']

const limits = (waitWarning: number, waitCritical: number, levelWarning: number): Limits => ({
  waitWarning,
  waitCritical,
  levelWarning,
  levelCritical: levelWarning - 20,
})

function queue(name: string, label: string, members: number, load: number, more: Partial<QueueSpec> = {}): QueueSpec {
  return { name, label, members, load, serviceLevel: 20, wrapUpSeconds: 15, limits: limits(180, 300, 80), ...more }
}

const SUPPORT = { limits: limits(180, 300, 80) }
const BILLING = { limits: limits(240, 420, 80) }
const SALES = { serviceLevel: 30 }
const QUICK = { serviceLevel: 10 }

/** The four queues of the design's first wall. */
const FOUR: readonly QueueSpec[] = [
  queue('support', 'Support', 9, 1.04, SUPPORT),
  queue('sales', 'Sales', 6, 0.62),
  queue('billing', 'Billing', 6, 0.86, BILLING),
  queue('night', 'Night line', 2, 0.25),
]

const TWELVE: readonly QueueSpec[] = [
  queue('support-en', 'Support EN', 9, 1.04, SUPPORT),
  queue('support-de', 'Support DE', 6, 0.7),
  queue('support-pl', 'Wsparcie PL', 5, 0.5),
  queue('support-ru', 'Поддержка RU', 7, 0.78),
  queue('support-jp', 'サポート JP', 4, 0.4, QUICK),
  queue('sales', 'Sales', 6, 0.62, SALES),
  queue('sales-de', 'Vertrieb DE', 4, 0.95, SALES),
  queue('billing', 'Billing', 6, 0.92),
  queue('returns', 'Returns', 6, 0.55),
  queue('vip', 'VIP', 4, 0.3, QUICK),
  queue('dispatch', 'Dispatch', 8, 0.82),
  queue('night', 'Night line', 3, 0.15),
]

const FORTY: readonly QueueSpec[] = [
  queue('support-en', 'Support EN', 9, 1.04, SUPPORT),
  queue('fraud', 'Fraud desk', 5, 0.98, { serviceLevel: 10, limits: limits(30, 60, 95) }),
  queue('billing', 'Billing', 6, 0.92),
  queue('sales-de', 'Vertrieb DE', 4, 0.95, SALES),
  queue('support-de', 'Support DE', 6, 0.6),
  queue('support-pl', 'Wsparcie PL', 5, 0.6),
  queue('support-ru', 'Поддержка RU', 7, 0.6),
  queue('support-fr', 'Assistance FR', 5, 0.6),
  queue('support-es', 'Soporte ES', 5, 0.6),
  queue('support-gr', 'Υποστήριξη GR', 4, 0.6),
  queue('support-jp', 'サポート JP', 4, 0.6),
  queue('sales-en', 'Sales EN', 6, 0.6, SALES),
  queue('sales-pl', 'Sprzedaż PL', 5, 0.6, SALES),
  queue('sales-ru', 'Продажи RU', 5, 0.6, SALES),
  queue('sales-fr', 'Ventes FR', 5, 0.6, SALES),
  queue('sales-es', 'Ventas ES', 5, 0.6, SALES),
  queue('sales-gr', 'Πωλήσεις GR', 4, 0.6, SALES),
  queue('billing-de', 'Rechnung DE', 6, 0.8),
  queue('billing-pl', 'Faktury PL', 5, 0.6),
  queue('billing-ru', 'Счета RU', 5, 0.6),
  queue('billing-fr', 'Facturation FR', 5, 0.6),
  queue('billing-es', 'Facturas ES', 5, 0.6),
  queue('returns', 'Returns', 6, 0.8),
  queue('returns-de', 'Retouren DE', 5, 0.6),
  queue('returns-pl', 'Zwroty PL', 5, 0.6),
  queue('returns-ru', 'Возвраты RU', 5, 0.6),
  queue('vip', 'VIP', 5, 0.5),
  queue('vip-night', 'VIP night', 2, 0.1),
  queue('partners', 'Partners', 4, 0.5),
  queue('dispatch-north', 'Dispatch north', 6, 0.7),
  queue('dispatch-south', 'Dispatch south', 6, 0.7),
  queue('warehouse', 'Warehouse', 5, 0.6),
  queue('claims', 'Claims', 6, 0.7),
  queue('cards-lost', 'Cards lost', 5, 0.85, { serviceLevel: 10, limits: limits(60, 120, 80) }),
  queue('broker', 'Broker line', 4, 0.5),
  queue('board', 'Board office', 3, 0.3),
  queue('it', 'IT helpdesk', 6, 0.7),
  queue('facilities', 'Facilities', 4, 0.5),
  queue('overflow', 'Overflow', 6, 0.7),
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
