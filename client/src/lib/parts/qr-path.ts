import { encode } from 'uqr';

/** Modules of empty ground around a code, as scanners ask for. */
const QUIET_ZONE = 4;

/** A QR code as one SVG path over a square of `size` units, its quiet zone included. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return { size, path: data.map((row, y) => rowPath(row, y)).join('') };
}

/** Neighbouring dark modules become one bar, so that no hairline shows between them. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    let end = x;
    while (row[end] === true) end += 1;
    path += `M${String(x)} ${String(y)}h${String(end - x)}v1H${String(x)}z`;
    x = end;
  }
  return path;
}
