import type { SharesWords } from './shares.en.ts';

/** How equal shares came to a result, in Welsh. Every line is a draft that wants a native reader. */
export const sharesCy: SharesWords = {
  each: (money: string) => `Maint pob cyfran: ${money}.`,
  raised: (step: string) =>
    `I ddechrau, y cyfrannau gyda’i gilydd oedd yr holl arian. Ni ellid gwario’r cyfan felly, a thyfodd pob cyfran fesul ${step}, cyn belled nad oedd yr hyn a brynwyd yn costio mwy na’r arian sydd.`,
  added: 'Yna aeth yr hyn oedd ar ôl i’r cynigion â’r mwyaf o docynnau y gallai dalu amdanynt.',
  title: 'Fesul rownd',
  round: 'Rownd',
  proposal: 'Cynnig',
  cost: 'Cost',
  bought: (people: number, each: string) => `Nifer y bobl a dalodd amdano: ${people}. Pris pob tocyn: ${each}.`,
  gaveAll: (people: number, money: string) =>
    `Nifer ohonynt a roddodd bopeth oedd ganddynt ar ôl: ${people} (${money} gyda’i gilydd).`,
  weighed: 'Roedd gan y rhai sy’n cyfrif mwy gyfran fwy, ac roeddent yn talu mwy am bob tocyn.',
  notBoth: 'Nid yw’r ddau grŵp yn ei gefnogi eto: mae ei arian yn aros.',
  unbought: (people: number, money: string) =>
    `Nifer y cefnogwyr: ${people}. Ar ôl o’u cyfrannau gyda’i gilydd: ${money}, sy’n rhy ychydig i dalu amdano.`,
  fromLeft: 'O’r hyn oedd ar ôl.',
};
