import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { PAGE_TYPES, writeEveryPage } from './page-types.js';

/** Reference pictures, looked at by a person; UPDATE_SCREENS=1 writes them anew. */
const REFERENCE = fileURLToPath(new URL('./screens/', import.meta.url));
/** Share of pixels that may differ: another version of the browser smooths letters differently. */
const TOLERANCE = 0.02;

describe.skipIf(!hasBrowser())('every page type looks as it did when somebody looked', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeEveryPage(dir);
    mkdirSync(REFERENCE, { recursive: true });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each(Object.entries(PAGE_TYPES))('%s', async (name, path) => {
    const { page, open, context } = await visit(dir);
    await open(path);
    const now = await page.screenshot();
    const file = `${REFERENCE}${name}.png`;
    if (process.env.UPDATE_SCREENS || !existsSync(file)) writeFileSync(file, now);
    const blank = await context.newPage();
    expect(await differingShare(blank, readFileSync(file), now)).toBeLessThan(TOLERANCE);
    await context.close();
  });
});

/** Share of pixels that differ clearly between two pictures, compared by the browser itself. */
function differingShare(page: Page, before: Buffer, now: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const pixels = await Promise.all(
        pictures.map(async (picture) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          pen.drawImage(image, 0, 0);
          return pen.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      const [a, b] = pixels as [Uint8ClampedArray, Uint8ClampedArray];
      if (a.length !== b.length) return 1;
      let differing = 0;
      for (let at = 0; at < a.length; at += 4) {
        const apart =
          Math.abs(a[at]! - b[at]!) + Math.abs(a[at + 1]! - b[at + 1]!) + Math.abs(a[at + 2]! - b[at + 2]!);
        if (apart > 150) differing += 1;
      }
      return differing / (a.length / 4);
    },
    [before.toString('base64'), now.toString('base64')],
  );
}
