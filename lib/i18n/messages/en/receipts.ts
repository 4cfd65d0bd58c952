export const receipts = {
  title: 'What you did',
}
