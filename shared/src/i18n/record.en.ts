import { plural } from './plural.ts';

const tokens = (n: number) => plural('en', n, { one: '1 token', other: `${n} tokens` });

/** Words of a meeting's public record, in English. This is the type that the Welsh must satisfy. */
export const recordEn = {
  step: 'Record',
  missing: {
    title: 'There is no record at this address',
    text: 'Check the link, or ask the people who ran the meeting for it.',
  },
  notYet: {
    draftTitle: 'This meeting has not started yet',
    draft: 'Its record will stand at this address: what was decided, and why.',
    openTitle: 'This meeting is under way',
    open: 'Nothing has been shown yet. When the results are shown in the meeting, they stand here too. Load this page again then.',
    closedTitle: 'This meeting has ended',
    closed: 'No results were shown in it, and no decision has been written down.',
    download: 'There is nothing to download yet: no results have been shown.',
  },
  banner: {
    rehearsal: 'A rehearsal',
    notMeant: 'This was tried out with robots. Nothing was decided, and it will be deleted.',
    provisional: 'Provisional',
    noDecision: 'These are the results as they were shown. The decision has not been written down yet.',
    soFar: 'Nothing has been decided yet. This is what was shown so far.',
    correcting:
      'A mistake on paper ballots is being put right. What stands here was shown before; a new version follows.',
    corrected: (version: number) => `Corrected: this is version ${version} of the result.`,
  },
  heldOn: (date: string) => `Meeting of ${date}`,
  decision: {
    title: 'What we decided',
    written: (date: string) => `Written down on ${date}`,
    actions: 'What happens next',
    what: 'What',
    who: 'Who',
    until: 'By',
  },
  money: {
    title: 'The money we were sharing',
    pot: 'To share',
    spent: 'For what is funded',
    left: 'Money left',
    kept: 'Of that, set aside for what is still to talk about',
  },
  results: {
    funded: 'Funded',
    none: 'Nothing was funded.',
    notFunded: 'Not funded this time',
    stillToTalk: 'Still to talk about',
    stillToTalkWhy:
      'These had enough tokens to be funded, but one side does not back them yet. The count set the money for them aside.',
    fromLeft: 'From the money that was left',
    number: 'No.',
    proposal: 'Proposal',
    cost: 'Cost',
    tokens: 'Tokens',
    backers: 'People',
    weighed: 'As weighed',
    withTokens: tokens,
    backedBy: (n: number) => plural('en', n, { one: 'backed by 1 person', other: `backed by ${n} people` }),
    why: 'What it lacked',
    by: (who: string) => `Brought by ${who}`,
  },
  lacked: {
    tokens: 'Nobody gave it a token.',
    lot: 'It stood equal with one that is funded, and there was not money for both. A lot decided.',
    money: (short: string) => `It was ${short} short when its turn came: not enough money was left.`,
    shares: (short: string) =>
      `The shares of its supporters could not pay for it, and what was left in the end was ${short} too little.`,
    side: (group: string) => `Not yet backed by at least one in five of this group: ${group}.`,
    both: 'Not yet backed by at least one in five of either group.',
  },
  groups: { citizens: 'citizens', professionals: 'professionals' },
  why: {
    title: 'Why this result?',
    rule: (ballots: number, money: string) =>
      `${plural('en', ballots, { one: '1 person', other: `${ballots} people` })} shared out tokens. The proposal with the most tokens was funded first, then the next, while the money lasted (${money}); one that no longer fitted was passed over.`,
    shares: (ballots: number, money: string) =>
      `${plural('en', ballots, { one: '1 person', other: `${ballots} people` })} shared out tokens, and each had an equal share of the money (${money}). Round by round, the proposal was funded that its supporters could pay for together at the lowest price for each token. So more people get something that they asked for, and the one with the most tokens can lose.`,
    noTie: 'No two proposals were so equal that a lot had to decide.',
    tie: (names: string) =>
      `These stood equal, and there was not money for all: ${names}. A lot decided between them, drawn from the record itself at the moment of closing, so that nobody could know or choose it.`,
    equal: 'Everyone’s vote counted the same.',
    tooSmall:
      'The meeting had chosen a rule that looks at two groups. One of them had fewer than five people, so the rule was not used, and everyone’s vote counted the same.',
    floorNotNeeded: (citizens: string) =>
      `The group “${citizens}” was at least as large as the other, so everyone’s vote counted the same.`,
    weighed: (citizens: string, citizensWeight: string, professionals: string, professionalsWeight: string) =>
      `Everyone had the same tokens. At the count a token from the group “${citizens}” weighed ${citizensWeight}, and one from the group “${professionals}” ${professionalsWeight}, so that both groups together weighed the same.`,
    hidden:
      'At the count tokens weighed by group, as was agreed. How much is not told: so few said neither group that it would point at them.',
    weighedSame: 'Without these weights the same proposals would be funded.',
    weighedIn: (names: string) => `Funded only because of these weights: ${names}.`,
    weighedOut: (names: string) => `Not funded because of these weights: ${names}.`,
    both: (citizens: string, professionals: string) =>
      `What is funded is also backed by at least one in five of each group: ${citizens}, and ${professionals}.`,
    share: (money: string) =>
      `What was left (${money}) was shared out in a further vote, by the same rule, among the proposals that it could pay for.`,
  },
  people: {
    title: 'Who took part',
    joined: 'People who joined',
    sent: 'People whose choices counted',
    sentIn: (round: string) => `People whose choices counted – ${round}`,
    paperToo: 'Who voted on paper alone counted too, but is not among those who joined.',
    byDoor: 'How the choices came in',
    door: { phone: 'By phone', tablet: 'On a shared tablet', paper: 'On paper' },
    groups: 'How people described themselves',
    undeclared: 'both, or rather not say',
    tooFew: 'Too few to show',
    tooFewWhy:
      'A number under five, or the difference between two numbers, could tell what one person did. Then it is not shown.',
    admission: {
      open: 'Joining was open to everyone with the code of the meeting. Someone with two phones could join twice, so the numbers are indicative.',
      'let-in': 'People were let in by someone at the door.',
      cards: 'Each person joined with a card that they were given.',
    },
    cards: { issued: 'Cards made', replaced: 'Cards replaced', voided: 'Cards taken out of use', test: 'Test cards' },
    papers: {
      title: 'Paper ballots',
      issued: 'Handed out or printed',
      entered: 'Entered',
      spoiled: 'Set aside',
      unused: 'Came back unused',
      missing: 'Not accounted for',
      over: 'More than were handed out',
      notCounted: 'Not counted by the helpers',
    },
    spoiledWhy: {
      'too-many-tokens': 'too many tokens',
      unreadable: 'could not be read',
      blank: 'blank',
      other: 'another reason',
    },
  },
  rounds: {
    title: 'The other votes',
    only: 'The votes so far',
    first: (round: string) => `${round}: nothing was decided in it`,
    earlier: (round: string) => `${round}: a later one stands in its place`,
    voidedTitle: (round: string) => `${round}: started again, so this one counts for nothing`,
    reason: 'Reason',
    notShown: 'Its totals were not shown.',
    ballots: (n: number) => plural('en', n, { one: '1 person sent choices.', other: `${n} people sent choices.` }),
  },
  versions: {
    title: 'What was changed later',
    result: (version: number) => `Result, version ${version}`,
    decision: (edition: number) => `Decision, edition ${edition}`,
    reason: 'Changed because',
    was: 'It said',
    funded: (names: string) => `Funded in it: ${names}`,
    fundedNone: 'Nothing was funded in it.',
  },
  mendings: {
    title: 'What was mended after joining had opened',
    money: (from: string, to: string) => `The money to share: from ${from} to ${to}.`,
    cost: (name: string, from: string, to: string) => `What “${name}” costs: from ${from} to ${to}.`,
    added: (names: string) => `Added: ${names}.`,
    removed: (names: string) => `Taken out: ${names}.`,
    reworded: (names: string) => `Texts of: ${names}.`,
    fields: (names: string) => `Changed: ${names}.`,
    names: {
      title: 'what the meeting is called',
      purpose: 'what it was for',
      promise: 'what happens with the decision',
      voters: 'who could vote',
      together: 'who set it up together',
      controller: 'who answers for what is kept about people',
      contact: 'whom to ask',
      questionsUntil: 'until when to ask',
      day: 'the day',
      bookedMinutes: 'the booked time',
      oneLanguage: 'why one language is enough',
      groupNames: 'what the groups are called',
    },
  },
  about: {
    title: 'About this meeting',
    purpose: 'What it was for',
    promise: 'What happens with the decision',
    voters: 'Who could vote',
    together: 'Who set it up together',
    contact: 'Questions about this record',
    until: (date: string) => `Questions are answered until ${date}.`,
    none: 'Nothing was written down.',
  },
  proved: {
    title: 'What this record proves, and what it does not',
    banner: 'For advisory and participatory-budget decisions. Not a statutory secret ballot.',
    yesTitle: 'What anyone can check',
    sum: 'The totals are the sum of the ballots: every ballot that counted stands in the files below, without names and in an order that tells nothing.',
    sumListed:
      'The totals are the sum of the ballots: every ballot that counted stands in the files below by the code of its receipt, so everyone can find their own and add up all.',
    sumFew:
      'Fewer than ten people sent choices. Their ballots are not published, because they could tell who chose what; the totals have to be believed.',
    sumCorrecting: 'The ballots are published again when the mistake on paper has been put right.',
    rule: 'The result follows from the totals by the rule above: it can be counted again by hand or with other programs.',
    ruleShares: 'The result follows from the ballots by the rule above: it can be counted again with other programs.',
    ruleWeighed:
      'The tokens can be added up again. What the groups did to the result cannot be counted again from the files, because they do not say which group a ballot is from; it has to be believed.',
    lot: 'A lot among equals was not chosen by anybody: it follows from the entry that closed the vote.',
    seal: 'Nothing was changed since: each entry of the meeting’s journal depends on the one before, and a receipt or a photo of the meeting seal shows at once if any was.',
    own: 'Each phone compared what it sent with what was recorded, and showed a receipt.',
    noTitle: 'What it does not prove',
    list: 'That the list of ballots is what people sent: nobody but the person knows their own choices. That link has to be trusted.',
    operator:
      'That whoever runs the server changed nothing, if nobody kept a receipt or the meeting seal: someone who holds the server could then write all of it anew.',
    human: 'That one place in the meeting was one human being.',
    phone: 'That nobody’s phone was tampered with.',
    secret:
      'That nobody could ever see how someone chose. The other people and the facilitators could not; whoever runs the server could, until the key that joins places to ballots is destroyed.',
    secretListed:
      'That nobody can see how someone chose. The list is published by code: whoever knows a person’s code sees their choices, and in a small hall people may guess.',
    secretLive:
      'That nobody could see how someone chose. Totals moved while people voted, and in a small hall a moving total can tell.',
    pressedListed:
      'That nobody was pressed: a code shows how its person chose. The help against it: choices could be sent again until the close, and the last counted.',
    pressed:
      'That nobody was pressed. The help against it: choices could be sent again until the close, and the last counted.',
  },
  kept: {
    title: 'What is kept, and for how long',
    link: (day: string) =>
      `What joins phones and cards to ballots is destroyed on ${day}. From then on nobody can join a person to a ballot.`,
    linkLater: (days: number) =>
      `What joins phones and cards to ballots is destroyed ${plural('en', days, { one: '1 day', other: `${days} days` })} after the end of the meeting.`,
    texts:
      'What was written is kept for good, unless somebody asks for it to be erased. What was sent in practice is erased when the meeting ends.',
    record: (day: string) => `This record, which holds no names of people who voted, is kept at least until ${day}.`,
    recordLater: 'This record, which holds no names of people who voted, is kept for at least six years.',
    notice: 'Privacy notice',
  },
  checking: {
    title: 'How to check this record',
    seal: 'Meeting seal',
    entries: 'Entries',
    meeting: 'Meeting',
    how: 'The seal was on the big screen and on every phone. The pack of files holds the record itself and a small program (verify.mjs) that anyone can read and run: it recounts the votes and says whether anything was changed.',
    recount: 'Recount it yourself, or find your receipt',
    recountHint: 'In this browser, in a few seconds',
    version: (n: number) => `version ${n}`,
  },
  downloads: {
    pack: 'Everything in one file',
    packHint: 'ZIP: the record, tables, a Word note for a committee, and the program that checks it',
    title: 'Downloads',
    csv: 'Results as a table',
    csvHint: 'CSV, opens in any spreadsheet',
    json: 'The whole record',
    jsonHint: 'JSON, for programs',
    pb: (round: string) => `${round}: the ballots`,
    pbHint: 'Pabulib, for counting again',
    correcting: 'While a mistake on paper is being put right, the files hold totals without the ballots.',
    noBallots: 'Fewer than ten people sent choices, so that file holds the totals without the ballots.',
    weighed: 'The weights are not in that file. A plain count of it can give another result than the meeting’s.',
    bothGroups:
      'That file does not say which group backs what. A plain count of it can give another result than the meeting’s.',
  },
  printed: (address: string) => `This record stands at ${address}`,
};
export type RecordWords = typeof recordEn;
