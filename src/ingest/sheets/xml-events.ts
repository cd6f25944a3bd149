import { SaxesParser } from 'saxes';

/** What is made of a document as it is read; names come without their namespace prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads a document piece by piece and gives what the events emit, so that a sheet is never held whole.
 *
 * @throws where the document is not well-formed.
 */
export async function* readXml<T>(
  stream: AsyncIterable<Uint8Array>,
  eventsOf: (emit: (item: T) => void) => XmlEvents,
): AsyncGenerator<T> {
  let emitted: T[] = [];
  const events = eventsOf((item) => emitted.push(item));
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let bytesOfText = 0;
  parser.on('opentag', ({ name, attributes }) => {
    bytesOfText = 0;
    events.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    bytesOfText = 0;
    events.close(local(name));
  });
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of stream) {
    // The parser holds a text until it ends.
    bytesOfText += chunk.length;
    if (bytesOfText > MOST_TEXT) throw new RangeError('a text is longer than a cell');
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* emitted;
    emitted = [];
  }
  parser.write(decoder.decode());
  parser.close();
  yield* emitted;
}

/** Bytes between two tags at most: Excel's own limit for a cell is 32,767 characters. */
const MOST_TEXT = 2 ** 24;

/** Attributes of an element by their names without prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const direct = attributes[name];
  if (direct !== undefined) return direct;
  const key = Object.keys(attributes).find((one) => local(one) === name);
  return key === undefined ? undefined : attributes[key];
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
