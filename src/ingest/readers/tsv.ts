import { delimitedReader } from './delimited.js';

export default delimitedReader('tsv', { ja: 'TSV（タブ区切り）', en: 'TSV (tab-separated)' }, '\t');
