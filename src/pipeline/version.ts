import { readFileSync } from 'node:fs';

/** Version of the program, from package.json two folders up (the same from src and dist). */
export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
