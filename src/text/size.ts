/** Bytes for people: 1.5 GB, 20.0 MB. */
export function sizeText(bytes: number): string {
  const [unit, name] = bytes >= 2 ** 30 ? [2 ** 30, 'GB'] : [2 ** 20, 'MB'];
  return `${(bytes / unit).toFixed(1)} ${name}`;
}
