import type { PartNames } from './parts.en.ts';

/** What the parts of a meeting are called, wherever one is named, in Welsh. Every line is a draft that wants a native reader. */
export const partsCy: PartNames = {
  practice: 'Ymarfer',
  how: 'Sut byddwn ni’n penderfynu',
  talk: 'Sgwrs',
  first: 'Rownd gyntaf',
  break: 'Egwyl',
  deciding: 'Rownd benderfynu',
  left: 'Rhannu’r hyn sydd ar ôl',
};
