/** Values of one sound record, quotes taken off. */
export function splitRecord(record: string, delimiter: string): string[] {
  const values: string[] = [];
  let value = '';
  let quoted = false;
  for (let i = 0; i < record.length; i++) {
    const character = record[i]!;
    if (quoted) {
      if (character !== '"') value += character;
      else if (record[i + 1] === '"') {
        value += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === delimiter) {
      values.push(value);
      value = '';
    } else value += character;
  }
  values.push(value);
  return values;
}

/** Takes off spaces of either width at both ends, and byte order marks, as ingest does with every value. */
export function trimWide(value: string): string {
  return value.replaceAll('\ufeff', '').replace(/^[ \t\u3000\u00a0]+|[ \t\u3000\u00a0]+$/g, '');
}
