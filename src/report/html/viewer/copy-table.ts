// Copies a table as text of tabs, which spreadsheets take apart into cells. Where the browser forbids it the table is
// selected, so that the keys of the system copy it.

/** Whether it was copied. */
export async function copyTable(id: string): Promise<boolean> {
  const table = document.getElementById(id) as HTMLTableElement;
  // Only the language that is shown; numbers without the commas that are there for the eye.
  const cell = ({ innerText }: HTMLElement) =>
    /^[\d,]+$/.test(innerText.trim()) ? innerText.trim().replaceAll(',', '') : innerText.trim();
  const text = [...table.rows].map((row) => [...row.cells].map(cell).join('\t')).join('\r\n');
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(table);
    return false;
  }
}
