import type { SetUp, SetUpProposal } from '../session/set-up.ts';
import { templatePlans } from '../activities/templates.ts';

/** In the order of the wall: id, pounds, name, short name, what gets better, what it is, who brings it; each in Welsh, then in English. */
const PROPOSALS: readonly (readonly [string, number, ...(readonly [string, string][])])[] = [
  [
    'bws',
    4800,
    ['Bws gyda’r nos i’r dref, dwywaith yr wythnos', 'An evening bus to town, twice a week'],
    ['Bws gyda’r nos', 'Evening bus'],
    [
      'Pobl ifanc a phobl heb gar yn gallu mynd allan a dod adref',
      'Young people and people without a car can go out and come home',
    ],
    [
      'Bws cymunedol ar nos Fawrth a nos Wener am flwyddyn, gyda gyrwyr gwirfoddol o’r pentref. Mae’r arian yn talu am danwydd, yswiriant a hyfforddiant.',
      'A community bus on Tuesday and Friday evenings for a year, with volunteer drivers from the village. The money pays for fuel, insurance and training.',
    ],
    ['Clwb Ieuenctid Nant-yr-Eithin', 'Nant-yr-Eithin Youth Club'],
  ],
  [
    'gardd',
    2600,
    ['Gardd lysiau gymunedol y tu ôl i’r ysgol', 'A community vegetable garden behind the school'],
    ['Gardd lysiau', 'Vegetable garden'],
    ['Bwyd ffres, a lle i bob oed weithio gyda’i gilydd', 'Fresh food, and a place for all ages to work together'],
    [
      'Deg gwely uchel, sied offer a chasgenni dŵr. Bydd y disgyblion yn plannu gyda’u cymdogion, a bydd y cnwd yn mynd i’r caffi rhannu.',
      'Ten raised beds, a tool shed and water butts. Pupils plant with their neighbours, and what grows goes to the sharing café.',
    ],
    ['Rhieni ac athrawon Ysgol y Felin', 'Parents and teachers of Ysgol y Felin'],
  ],
  [
    'sgyrsiau',
    3900,
    ['Nyrs a gweithiwr cymdeithasol yn y neuadd unwaith y mis', 'A nurse and a social worker in the hall once a month'],
    ['Galw heibio iechyd', 'Health drop-in'],
    [
      'Cael sgwrs yn gynnar, heb apwyntiad nac awr ar y ffordd',
      'An early talk, with no appointment and no hour on the road',
    ],
    [
      'Un prynhawn y mis am flwyddyn: pwysedd gwaed, cwestiynau am ofal a budd-daliadau, paned. Mae’r bwrdd iechyd yn rhoi amser y nyrs; mae’r arian yn talu am y gweithiwr cymdeithasol a’r ystafell.',
      'One afternoon a month for a year: blood pressure, questions about care and benefits, a cup of tea. The health board gives the nurse’s time; the money pays for the social worker and the room.',
    ],
    ['Nerys Pugh, nyrs ardal, a Chylch yr Henoed', 'Nerys Pugh, district nurse, and the Older People’s Circle'],
  ],
  [
    'llwybr',
    5400,
    ['Llwybr gwastad o’r stad at y siop', 'A level path from the estate to the shop'],
    ['Llwybr i’r siop', 'Path to the shop'],
    ['Cadeiriau olwyn a phramiau heb fynd ar y ffordd fawr', 'Wheelchairs and prams off the main road'],
    [
      'Can metr o lwybr caled, dau fan gorffwys a chanllaw. Mae’r tirfeddiannwr wedi cytuno, ac mae’r cyngor yn gofalu am y gwaith.',
      'A hundred metres of firm path, two resting places and a handrail. The landowner has agreed, and the council looks after the works.',
    ],
    ['Trigolion Maes y Bryn', 'Residents of Maes y Bryn'],
  ],
  [
    'caffi',
    2200,
    ['Caffi rhannu: pryd poeth i bawb bob dydd Iau', 'A sharing café: a hot meal for everyone each Thursday'],
    ['Caffi rhannu', 'Sharing café'],
    ['Neb yn bwyta ar ei ben ei hun os nad yw’n dewis gwneud', 'Nobody eats alone unless they choose to'],
    [
      'Cinio am yr hyn y gallwch ei dalu, wedi’i goginio gan bobl o’r pentref yng nghegin y capel. Mae’r arian yn prynu popty ac oergell, a bwyd am y tri mis cyntaf.',
      'Lunch for what you can pay, cooked by people from the village in the chapel kitchen. The money buys an oven and a fridge, and food for the first three months.',
    ],
    ['Capel Seion a’r banc bwyd', 'Capel Seion and the food bank'],
  ],
  [
    'wifi',
    1500,
    ['Wi-Fi a chwe gliniadur yn y neuadd', 'Wi-Fi and six laptops in the hall'],
    ['Wi-Fi a chyfarpar', 'Wi-Fi and laptops'],
    ['Ffurflenni, gwaith cartref a galwadau fideo heb deithio', 'Forms, homework and video calls without travelling'],
    [
      'Llinell gyflym am ddwy flynedd, chwe gliniadur wedi’u hadnewyddu, a dwy awr o gymorth bob nos Lun.',
      'A fast line for two years, six refurbished laptops, and two hours of help each Monday evening.',
    ],
    ['Gareth Lloyd, llyfrgellydd', 'Gareth Lloyd, librarian'],
  ],
  [
    'sied',
    3100,
    ['Y Sied: offer, mainc a thrwsio gyda’n gilydd', 'The Shed: tools, a bench and mending together'],
    ['Y Sied', 'The Shed'],
    ['Cwmni i bobl sy’n unig, a llai yn mynd i’r tip', 'Company for people who are lonely, and less for the tip'],
    [
      'Mae hen weithdy’r ffordd ar gael. Mae’r arian yn talu am inswleiddio, trydan diogel ac offer; mae aelodau’n rhoi eu hamser a’u crefft.',
      'The old road workshop is free to use. The money pays for insulation, safe wiring and tools; members give their time and their craft.',
    ],
    ['Ifan Roberts a chyfeillion', 'Ifan Roberts and friends'],
  ],
  [
    'chwarae',
    4500,
    ['Siglenni i bob plentyn, hefyd i blant mewn cadair olwyn', 'Swings for every child, wheelchair users too'],
    ['Siglenni i bawb', 'Swings for all'],
    ['Plant yn chwarae gyda’i gilydd, beth bynnag eu hanghenion', 'Children play together, whatever they need'],
    [
      'Siglen nyth, siglen i gadair olwyn ac arwyneb meddal ar y cae. Bydd y cyngor cymuned yn eu harolygu.',
      'A nest swing, a wheelchair swing and a soft surface on the field. The community council inspects them.',
    ],
    ['Mari ac Owain, 11 oed, a’u rhieni', 'Mari and Owain, aged 11, and their parents'],
  ],
  [
    'cor',
    900,
    ['Côr i bawb, heb glyweliad', 'A choir for everyone, no audition'],
    ['Côr i bawb', 'Choir for all'],
    ['Canu yn y ddwy iaith, ac anadlu’n well', 'Singing in both languages, and breathing better'],
    [
      'Deg ar hugain o nosweithiau gydag arweinydd, te a chyngerdd yn yr haf. Mae nyrsys anadlu’r ysbyty yn anfon pobl ato.',
      'Thirty evenings with a leader, tea, and a concert in the summer. The hospital’s breathing nurses send people to it.',
    ],
    ['Bethan Jones, cerddor', 'Bethan Jones, musician'],
  ],
  [
    'gofalwyr',
    2800,
    ['Seibiant i ofalwyr: pedwar diwrnod allan', 'A break for carers: four days out'],
    ['Seibiant i ofalwyr', 'Break for carers'],
    ['Gofalwyr yn cael diwrnod iddyn nhw eu hunain', 'Carers have a day of their own'],
    [
      'Pedwar diwrnod yn y flwyddyn, gyda bws, cinio a rhywun cymwys gartref yn eu lle. Mae lle i ugain gofalwr.',
      'Four days in the year, with a bus, lunch, and someone qualified at home in their place. There is room for twenty carers.',
    ],
    ['Gofalwyr Cwm Eithin', 'Cwm Eithin Carers'],
  ],
  [
    'coed',
    1200,
    ['Dau gant o goed ar lan yr afon', 'Two hundred trees along the river'],
    ['Coed yr afon', 'Riverside trees'],
    ['Llai o lifogydd, mwy o gysgod ac adar', 'Less flooding, more shade and more birds'],
    [
      'Gwern, helyg a drain wedi’u plannu gan bobl y pentref mewn dau benwythnos, gyda gwarchodwyr rhag defaid.',
      'Alder, willow and thorn, planted by people from the village in two weekends, with guards against the sheep.',
    ],
    ['Ffermwyr ifanc y cwm', 'The valley’s young farmers'],
  ],
  [
    'dysgu',
    1700,
    ['Cymraeg dros baned: dysgu gyda chymdogion', 'Welsh over a cuppa: learning with neighbours'],
    ['Cymraeg dros baned', 'Welsh over a cuppa'],
    ['Pobl sydd newydd symud yn dod yn rhan o’r pentref', 'People who have just moved in become part of the village'],
    [
      'Tiwtor am ugain wythnos, llyfrau, a phâr o siaradwyr o’r pentref i bob dysgwr.',
      'A tutor for twenty weeks, books, and a pair of speakers from the village for each learner.',
    ],
    ['Y Clwb Darllen', 'The Reading Club'],
  ],
];

/**
 * A meeting of ours for whoever wants to look before they begin: a village that is nowhere, its people and groups invented. `questionsUntil`: a
 * day such as `2026-11-23`.
 */
export function exampleVillage(questionsUntil: string): SetUp {
  return {
    title: { cy: 'Enghraifft: Cyllideb Nant-yr-Eithin', en: 'Example: Nant-yr-Eithin’s budget' },
    purpose: {
      cy: 'Mae gennym £15,000 i’r pentref. Beth wnaiff fywyd yn well i bobl yma?',
      en: 'We have £15,000 for the village. What makes life better for people here?',
    },
    promise: {
      cy: 'Bydd y cyngor a’r bwrdd iechyd yn talu am yr hyn a benderfynwn, o fewn tri mis. Dim ond am reswm diogelwch y gallant wrthod, a rhaid iddynt ddweud pam.',
      en: 'The council and the health board pay for what we decide, within three months. They can refuse only for safety, and must say why.',
    },
    voters: {
      cy: 'Pawb sy’n byw neu’n gweithio yn Nant-yr-Eithin',
      en: 'Everyone who lives or works in Nant-yr-Eithin',
    },
    together: {
      cy: 'Ann Prys a Dafydd Wyn o’r pentref, Nerys Pugh o’r bwrdd iechyd, Siôn Hughes o’r cyngor',
      en: 'Ann Prys and Dafydd Wyn from the village, Nerys Pugh from the health board, Siôn Hughes from the council',
    },
    controller: { cy: 'Cyngor Cymuned Nant-yr-Eithin', en: 'Nant-yr-Eithin Community Council' },
    contact: { cy: 'Ann Prys, Neuadd Nant-yr-Eithin', en: 'Ann Prys, Nant-yr-Eithin Hall' },
    questionsUntil,
    day: null,
    bookedMinutes: 150,
    currency: 'GBP',
    potMinor: 1_500_000,
    admission: 'let-in',
    mode: 'private',
    linkDays: 28,
    paper: false,
    oneLanguage: {},
    groupNames: {
      citizens: { cy: 'Pobl y pentref', en: 'People of the village' },
      professionals: { cy: 'Gweithwyr', en: 'Professionals' },
    },
    proposals: PROPOSALS.map(toProposal),
    agenda: templatePlans('decision-day').map((plan, index) => ({
      activity: `a${String(index + 1)}`,
      plan,
      text: plan.kind === 'talk' ? QUESTION : {},
      skipped: false,
    })),
  };
}

const QUESTION = {
  cy: 'Pwy fyddai’n elwa o hyn, a phwy na fyddai? Beth sydd gennym yn barod?',
  en: 'Who would be better off with this, and who would not? What do we have already?',
};

function toProposal([proposal, pounds, ...texts]: (typeof PROPOSALS)[number]): SetUpProposal {
  const [name = {}, short, outcome, about, by] = texts.map(([cy, en]) => ({ cy, en }));
  return {
    proposal,
    costMinor: pounds * 100,
    name,
    ...(short && { short }),
    ...(outcome && { outcome }),
    ...(about && { about }),
    ...(by && { by }),
  };
}
