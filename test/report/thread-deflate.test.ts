import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { type ZipEntry, zipStream } from '../../src/report/zip-stream.js';

/** 12 MB of words that repeat, more than may wait for the thread, in pieces of many sizes; small ones share memory. */
function* pieces() {
  for (let place = 0; place < 1500; place++) {
    yield Buffer.from(`<c r="A${place}">${'氏名が一致しません'.repeat((place * 7) % 600)}</c>`);
  }
}

async function archive(entries: readonly ZipEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const entriesOf = (inThread: boolean): readonly ZipEntry[] => [
  { name: 'a.xml', data: pieces(), inThread },
  { name: '氏名.xml', data: [Buffer.from('<b/>')], inThread },
  { name: 'empty.xml', data: [], inThread },
  { name: 'c.xml', data: [Buffer.from('<c/>')] },
];

/** Threads beside this one, which Node tells in its report only. */
const threads = () => (process.report.getReport() as { readonly workers: readonly unknown[] }).workers.length;

describe('files packed in a thread', () => {
  test('make the archive that is packed in one thread, byte for byte', async () => {
    const packed = await archive(entriesOf(true));
    expect(packed.equals(await archive(entriesOf(false)))).toBe(true);
    const files = unzipSync(packed);
    expect(Object.keys(files)).toEqual(['a.xml', '氏名.xml', 'empty.xml', 'c.xml']);
    expect(Buffer.from(files['a.xml']!).equals(Buffer.concat([...pieces()]))).toBe(true);
  });

  test('end with what goes wrong with their bytes, as it was thrown', async () => {
    const failure = new Error('no more rows');
    const broken = async function* () {
      yield* pieces();
      throw failure;
    };
    await expect(archive([{ name: 'a.xml', data: broken(), inThread: true }])).rejects.toBe(failure);
  });

  test('leave no thread behind when nobody reads on', async () => {
    const stream = zipStream(entriesOf(true));
    await stream.next();
    expect(threads()).toBe(1);
    await stream.return(undefined);
    await vi.waitFor(() => expect(threads()).toBe(0), 5000);
  });
});
