import { sheetReader } from './sheet-reader.js';

export default sheetReader('ods', { ja: 'OpenDocument（ods）', en: 'OpenDocument (ods)' });
