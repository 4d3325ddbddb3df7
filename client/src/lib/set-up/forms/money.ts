import type { Form } from '../form.ts';
import { minorOf, moneyProblems, typedMoney } from '../typed-money.ts';

/** The money that the meeting shares. */
export interface Money {
  amount: string;
  currency: string;
}

export const moneyForm: Form<Money> = {
  name: 'money',
  fields: ['potMinor', 'currency'],
  read: ({ potMinor, currency }) => ({ amount: typedMoney(potMinor, currency), currency }),
  problems: ({ amount, currency }) => moneyProblems('amount', amount, currency),
  write: (setUp, { amount, currency }) => ({ ...setUp, potMinor: minorOf(amount, currency), currency }),
  tell: ({ amount, currency }, { money: words }) => [
    { field: 'amount', label: words.amount, lines: amount === '' ? [] : [amount] },
    { field: 'currency', label: words.currency, lines: [currency] },
  ],
};
