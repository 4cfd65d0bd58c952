export const receipts = {
  title: 'Что вы сделали',
}
