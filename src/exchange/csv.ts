/**
 * Rows as a spreadsheet that opens as text, whatever people wrote.
 * @param start the file begins here: Excel knows UTF-8 by its byte order mark, and the columns have names.
 */
export async function csvOf(
  columns: readonly string[],
  rows: readonly object[],
  start: boolean,
): Promise<string> {
  // Loaded when the first file is made, not at the start.
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...rows], {
    columns: [...columns],
    header: start,
    bom: start,
    // A text that begins like a formula would be run by a spreadsheet.
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
