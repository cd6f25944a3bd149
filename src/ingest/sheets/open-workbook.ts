import type { InputFile } from '../input-file.js';
import { openArchive } from './archive.js';
import { odsWorkbook } from './ods-workbook.js';
import { refuseOtherContainer } from './other-container.js';
import type { Workbook } from './workbook.js';
import { xlsxWorkbook } from './xlsx-workbook.js';

/**
 * Opens a workbook of Excel or OpenDocument by what it holds, whatever its name says.
 *
 * @throws {Failure} with exit code 2 that names what the file is: an old or binary workbook, one with a password, a page
 *   of HTML, something else or nothing whole.
 */
export async function openWorkbook(file: InputFile): Promise<Workbook> {
  await refuseOtherContainer(file);
  const archive = await openArchive(file);
  try {
    if (archive.has('content.xml')) return await odsWorkbook(file, archive);
    return await xlsxWorkbook(file, archive);
  } catch (error) {
    archive.close();
    throw error;
  }
}
