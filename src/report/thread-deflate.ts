import { AsyncDeflate, ZipPassThrough } from 'fflate';

/** Bytes that wait for the thread at most. */
const MOST_AHEAD = 2 ** 21;
/** APPNOTE.TXT 4.4.5 and 4.4.4: deflate, in its fastest form. */
const DEFLATED = 8;
const FASTEST = 3;

/** A file of an archive that is packed in a thread of its own, to the same bytes as by `ZipDeflate` of level 1. */
export class ThreadDeflate extends ZipPassThrough {
  override compression = DEFLATED;
  readonly flag = FASTEST;
  /** Settled when the last of it is packed; rejected when the thread ends before. */
  readonly done: Promise<void>;
  readonly #deflate: AsyncDeflate;

  constructor(name: string) {
    super(name);
    this.#deflate = new AsyncDeflate({ level: 1 });
    this.done = new Promise((resolve, reject) => {
      this.#deflate.ondata = (error, chunk, final) => {
        if (error) return reject(error);
        this.ondata(null, chunk, final);
        if (final) resolve();
      };
    });
    // Whoever waits is told; until somebody does it is no unhandled failure.
    this.done.catch(() => {});
  }

  protected override process(chunk: Uint8Array<ArrayBuffer>, final: boolean): void {
    // What is handed over is gone here: a piece of memory that others share is copied.
    const isOwn = chunk.byteLength === chunk.buffer.byteLength;
    this.#deflate.push(isOwn ? chunk : new Uint8Array(chunk), final);
  }

  /** Waits while the thread is far behind. */
  async room(): Promise<void> {
    while (this.#deflate.queuedSize > MOST_AHEAD) {
      const drained = new Promise<void>((resolve) => {
        this.#deflate.ondrain = () => resolve();
      });
      await Promise.race([drained, this.done]);
    }
  }

  readonly terminate = (): void => this.#deflate.terminate();
}
