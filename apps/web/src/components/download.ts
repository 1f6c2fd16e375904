/** Hands the reader a table made on this page. The mark in front lets spreadsheets read it as UTF-8. */
export const download = (fileName: string, text: string): void =>
  hand(fileName, ['\uFEFF', text], 'text/csv;charset=utf-8');

/** Hands the reader a file of data, byte for byte. */
export const downloadJson = (fileName: string, text: string): void => hand(fileName, [text], 'application/json');

function hand(fileName: string, parts: readonly string[], type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
