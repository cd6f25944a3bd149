import { delimitedReader } from './delimited.js';

export default delimitedReader('csv', { ja: 'CSV（カンマ区切り）', en: 'CSV (comma-separated)' }, ',');
