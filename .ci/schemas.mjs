// `npm run schema`: writes docs/schemas/*.schema.json, the shapes of all JSON that the program writes.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedSchema, SCHEMAS } from '../dist/schemas/index.js';

const FOLDER = fileURLToPath(new URL('../docs/schemas/', import.meta.url));

mkdirSync(FOLDER, { recursive: true });
for (const name of readdirSync(FOLDER)) if (name.endsWith('.schema.json')) rmSync(FOLDER + name);
for (const name of Object.keys(SCHEMAS)) writeFileSync(`${FOLDER}${name}.schema.json`, publishedSchema(name));
