import { unescaped } from './cell-text.js';
import { readXml } from './xml-events.js';

/** The strings that cells refer to by their place: the text of all runs, without phonetic ones. */
export async function readSharedStrings(stream: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const strings: string[] = [];
  const found = readXml<string>(stream, (emit) => {
    const rich = richText();
    return {
      open: (name) => {
        if (name === 'si') rich.clear();
        else rich.open(name);
      },
      close: (name) => {
        if (name === 'si') emit(rich.text());
        else rich.close(name);
      },
      text: rich.add,
    };
  });
  for await (const text of found) strings.push(text);
  return strings;
}

/** Gathers the text of `<t>` elements, those of readings above the characters (`<rPh>`) left out. */
export function richText() {
  let text = '';
  let isText = false;
  let phonetic = 0;
  return {
    clear: () => {
      text = '';
      isText = false;
      phonetic = 0;
    },
    open: (name: string) => {
      if (name === 'rPh') phonetic += 1;
      else if (name === 't') isText = phonetic === 0;
    },
    close: (name: string) => {
      if (name === 'rPh') phonetic -= 1;
      else if (name === 't') isText = false;
    },
    add: (more: string) => {
      if (isText) text += more;
    },
    text: () => unescaped(text),
  };
}
