import { phonePage } from './phone-page.ts';
import { toTable } from './row.ts';
console.log(toTable(await phonePage(1, (l) => console.error(l))));
