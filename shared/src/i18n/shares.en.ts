/** How equal shares came to a result, round by round. Amounts come in words. This is the type that the Welsh must satisfy. */
export const sharesEn = {
  each: (money: string) => `Each share was ${money}.`,
  raised: (step: string) =>
    `At first the shares made up all the money. Not all of it could be spent that way, so every share grew by ${step} at a time, for as long as what was bought did not cost more than there is.`,
  added: 'What was left then went to the proposals with the most tokens that it could pay for.',
  title: 'Round by round',
  round: 'Round',
  proposal: 'Proposal',
  cost: 'Cost',
  bought: (people: number, each: string) =>
    people === 1
      ? `1 person paid for it: ${each} for each token.`
      : `${people} people paid for it: ${each} for each token.`,
  gaveAll: (people: number, money: string) =>
    people === 1
      ? `1 of them gave all that they had left: ${money}.`
      : `${people} of them gave all that they had left: ${money} together.`,
  weighed: 'Whoever counts for more had a larger share, and paid more for each token.',
  notBoth: 'Not both groups back it yet: its money stays.',
  unbought: (people: number, money: string) =>
    people === 1
      ? `1 supporter, with ${money} of their share left: too little to pay for it alone.`
      : `${people} supporters, with ${money} of their shares left between them: too little to pay for it together.`,
  fromLeft: 'From what was left.',
};
export type SharesWords = typeof sharesEn;
