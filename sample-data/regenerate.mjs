// Makes the files of this folder again, byte for byte: npm run build && node sample-data/regenerate.mjs [FOLDER]
import { fileURLToPath } from 'node:url';
import { makeSampleData } from '../dist/synth/sample-data.js';

await makeSampleData(process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url)));
