/** What the parts of a meeting are called, wherever one is named, in English. This is the type that the Welsh must satisfy. */
export const partsEn = {
  practice: 'Practice',
  how: 'How we will decide',
  talk: 'Talk',
  first: 'First round',
  break: 'Break',
  deciding: 'Deciding round',
  left: 'Share out what is left',
};
export type PartNames = typeof partsEn;
