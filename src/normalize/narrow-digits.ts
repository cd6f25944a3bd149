/** SQL for a text with its full-width digits as ASCII ones. */
export function narrowDigits(text: string): string {
  return `translate(${text}, '０１２３４５６７８９', '0123456789')`;
}
