import { readXml } from './xml-events.js';

/** For each style of a cell, whether it shows a number as a date or a time. */
export async function readDateStyles(stream: AsyncIterable<Uint8Array>): Promise<readonly boolean[]> {
  const { isDateFormat } = await import('hucre');
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  const found = readXml<string>(stream, (emit) => {
    let above = '';
    return {
      open: (name, attributes) => {
        if (name === 'numFmts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs')
          above = name;
        if (name === 'numFmt' && above === 'numFmts')
          formats.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
        if (name === 'xf' && above === 'cellXfs') emit(attributes.numFmtId ?? '0');
      },
      close: (name) => {
        if (name === above) above = '';
      },
      text: () => {},
    };
  });
  // A format of the file's own goes before the one Excel has built in under the same number.
  for await (const id of found) styles.push(isDateFormat(formats.get(id) ?? id));
  return styles;
}
