import { sheetReader } from './sheet-reader.js';

export default sheetReader('xlsx', { ja: 'Excel（xlsx）', en: 'Excel (xlsx)' });
