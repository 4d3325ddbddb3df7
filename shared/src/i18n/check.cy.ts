import type { CheckWords } from './check.en.ts';

export const checkCy: CheckWords = {
  step: 'Gwirio',
  title: 'Cyfrifwch ef eich hun',
  lead: 'Mae eich porwr eich hun yn darllen cofnod cyfan y cyfarfod hwn ac yn ei wirio, gam wrth gam. Ni anfonir dim a deipiwch yma i unman.',
  back: 'Yn ôl at y cofnod',
  notYet: 'Gellir gwneud hyn pan fydd y cyfarfod wedi dod i ben.',
  reading: 'Yn darllen y cofnod ac yn ei wirio …',
  failedTitle: 'Nid oedd modd ei wirio yma',
  failed:
    'Llwythwch y dudalen eto, neu cymerwch y pecyn o ffeiliau a’i wirio ar gyfrifiadur: mae README.txt ynddo’n dweud sut.',
  holds: 'Mae’r cofnod yn dal.',
  doesNot: 'Nid yw’r cofnod yn dal.',
  doesNotMore:
    'Newidiwyd rhywbeth ynddo, neu nid yw fel y dylai fod. Cadwch y dudalen hon a holwch y bobl a gynhaliodd y cyfarfod.',
  unreadable: 'Ni ellir darllen y cofnod hwn.',
  states: { ok: 'Cywir', failed: 'Anghywir', unchecked: 'Heb ei wirio' },
  checks: 'Pob gwiriad',
  more: 'Beth a wiriwyd',
  kept: (seals: number, receipts: number) =>
    `Wedi’i gymharu â’r hyn a gadwodd y ddyfais hon: seliau ${seals}, derbynebau ${receipts}.`,
  keptNone:
    'Ni chadwodd y ddyfais hon na sêl na derbynneb o’r cyfarfod hwn. Cymharwch y sêl isod â llun o’r sgrin fawr.',
  seal: 'Sêl y cofnod hwn',
  entries: (n: number) => `cofnodion: ${n}`,
  findTitle: 'Dewch o hyd i’ch derbynneb',
  find: 'Y cod ar eich derbynneb',
  findHint: 'Deuddeg llythyren a digid, megis MQTC-CDZB-QA19. Mae’r wyth cyntaf yn ddigon.',
  go: 'Dod o hyd iddo',
  short: 'Teipiwch o leiaf wyth llythyren gyntaf y cod.',
  none: 'Nid oes papur â’r cod hwnnw yn y cofnod hwn. Edrychwch arno unwaith eto: sero yw 0, un yw 1.',
  found: {
    counts: 'Mae yn y cofnod, a chyfrifodd.',
    replaced: 'Mae yn y cofnod. Un diweddarach gan yr un person a gyfrifodd yn ei le.',
    practice: 'Mae yn y cofnod. Ymarfer ydoedd, ac ni chyfrifodd at ddim.',
  },
  vote: 'Pleidlais',
  when: 'Cofnodwyd',
  chose: 'Dewisodd',
  choseHere: 'Dewisodd (o gopi’r ffôn hwn ei hun; nid yw’r cofnod yn ei gyhoeddi)',
  hidden: 'Nid yw’r cofnod yn cyhoeddi beth a ddewisodd.',
  blank: 'dim tocyn ar ddim',
  several: 'Dewisodd mwy nag un papur yr union beth hwn â’r cod hwn.',
};
