function toCell(value) {
  const cell = String(value ?? '');
  // Spreadsheets run cells that start with one of these as formulas.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function toCsv(header, rows) {
  return [header, ...rows]
    .map((row) => row.map(toCell).join(','))
    .join('\r\n')
    .concat('\r\n');
}
