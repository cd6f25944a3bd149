import { open, rename } from 'node:fs/promises';

/** Writes a file of mode 0600 in one step: a reader sees the old one or the whole new one, never a part. */
export async function writeWhole(path: string, text: string | AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    if (typeof text === 'string') await file.writeFile(text);
    else for await (const piece of text) await file.write(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}
