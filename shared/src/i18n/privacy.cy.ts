import type { PrivacyWords } from './privacy.en.ts';

export const privacyCy: PrivacyWords = {
  title: 'Hysbysiad preifatrwydd',
  lead: 'Beth a gedwir am y bobl sy’n cymryd rhan yn y cyfarfod hwn, gan bwy, pam ac am ba hyd.',
  back: 'At gofnod y cyfarfod',
  controller: 'Pwy sy’n gyfrifol',
  noController: 'Nid yw hynny wedi’i ddweud eto. Holwch pwy bynnag a’ch gwahoddodd.',
  processor: 'Mae pwy bynnag sy’n rhedeg y gweinydd yn cadw’r data ar eu rhan ac yn ei ddefnyddio at ddim byd arall.',
  basis:
    'Mae’r gyfraith yn ei ganiatáu am fod y cyfarfod yn dasg gyhoeddus (cyngor neu fwrdd iechyd) neu’n fuddiant dilys (elusen). Mae rhyddid i gymryd rhan, ac nid oes rhaid i neb ddweud pam nad ydynt.',
  about: 'Beth a gedwir amdanoch',
  kept: [
    'Lle yn y cyfarfod: rhif ar hap. Eich ffôn sy’n dal yr allwedd iddo; dim ond ôl bys yr allwedd honno a gedwir ar y gweinydd.',
    'Yr hyn a anfonwch ym mhob pleidlais, o dan god sy’n wahanol ym mhob pleidlais, a’r funud y daeth.',
    'Bod gennych gwestiwn, lle pwyswch y botwm hwnnw, a’i fod wedi’i ateb.',
  ],
  card: 'Rhif y cerdyn a roddwyd i chi; nid yw’r gweinydd yn gwybod i bwy y rhoddwyd ef.',
  group:
    'A ydych yn ddinesydd neu’n weithiwr proffesiynol, lle mae pleidlais yn ei ofyn am fod ei rheol yn ei ddarllen: byddwch yn gweld pam, a gallwch beidio â dweud.',
  not: 'Ni chedwir: eich enw, eich cyfeiriad e-bost, eich rhif ffôn, ble’r ydych, pa ddyfais sydd gennych. Defnyddir eich cyfeiriad rhwydwaith yn y fan a’r lle i atal camddefnydd, ac nid yw’n cael ei ysgrifennu. Nid oes hysbysebion, na thracwyr, na dim gan gwmnïau eraill.',
  published: 'Beth a gyhoeddir',
  duration: 'Am ba hyd y’i cedwir',
  rights: 'Eich hawliau',
  rightsList: [
    'Gallwch ofyn i’r rhai sy’n gyfrifol beth a gedwir amdanoch, cael ei gywiro, a gwrthwynebu.',
    'Gallwch ofyn i’r hyn a ysgrifennoch gael ei ddileu. Bydd y cofnod wedyn yn dweud bod testun wedi’i ddileu, a pham, a dim ohono.',
    'Gallwch newid yr hyn a anfonoch nes i bleidlais gau. Wedyn ni ellir ei dynnu allan, am fod penderfyniad pawb yn sefyll arno.',
    'Unwaith y dinistrir yr allwedd sy’n cysylltu pobl â phapurau, ni all neb ddweud pa bapur sy’n eiddo i chi: ni ellir wedyn ei ganfod, ei roi na’i ddileu.',
    'Gallwch gwyno wrth y Comisiynydd Gwybodaeth (ico.org.uk, yn Gymraeg hefyd).',
  ],
  device: 'Beth sydd ar eich ffôn',
  deviceText:
    'Yr allwedd i’ch lle, yr hyn a ddewisoch a heb ei anfon, eich derbynebau, a phum sêl olaf y cyfarfod. Mae’n aros ar eich ffôn nes i chi glirio data’r wefan hon yn eich porwr.',
};
