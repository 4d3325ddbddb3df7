import { claimsCy } from '../i18n/claims.cy.ts';
import { claimsEn } from '../i18n/claims.en.ts';
import { privacyCy } from '../i18n/privacy.cy.ts';
import { privacyEn } from '../i18n/privacy.en.ts';
import { plainText } from '../i18n/read-text.ts';
import { readsGroups } from '../words/reads-groups.ts';
import type { Block } from './document.ts';
import { keptSentences } from './kept.ts';
import type { Naming } from './naming.ts';
import type { Reading } from './reading.ts';

export const privacyWords = { cy: privacyCy, en: privacyEn } as const;
const CLAIMS = { cy: claimsCy, en: claimsEn } as const;

/** A meeting's privacy notice in one language, from what was chosen when it was set up. Source: TRUST.md, section 4.1. */
export function privacyNotice({ record }: Reading, naming: Naming): Block[] {
  const { setUp } = record;
  const { locale } = naming;
  const words = privacyWords[locale];
  const claims = CLAIMS[locale];
  const asksGroup = setUp.agenda.some(
    ({ plan, skipped }) => !skipped && plan.kind === 'allocation' && readsGroups(plan),
  );
  const about = [
    ...words.kept,
    ...(setUp.admission === 'cards' || record.cards.issued > 0 ? [words.card] : []),
    ...(asksGroup ? [words.group] : []),
  ];
  return [
    heading(1, words.title),
    said(plainText(setUp.title, locale, record.sid), 'strong'),
    said(words.lead, 'lead'),
    heading(2, words.controller),
    said(plainText(setUp.controller, locale, words.noController)),
    said(words.processor),
    said(words.basis),
    heading(2, words.about),
    { kind: 'list', items: about },
    said(words.not),
    heading(2, words.published),
    said(`${claims.modes[setUp.mode].label}. ${claims.modes[setUp.mode].hint}`),
    { kind: 'list', items: claims[setUp.mode].not },
    heading(2, words.duration),
    { kind: 'list', items: keptSentences(record, naming) },
    heading(2, words.rights),
    { kind: 'list', items: words.rightsList },
    heading(2, words.device),
    said(words.deviceText),
  ];
}

function heading(level: 1 | 2, text: string): Block {
  return { kind: 'heading', level, text };
}

function said(text: string, weight?: 'lead' | 'strong'): Block {
  return { kind: 'text', text, ...(weight === undefined ? {} : { weight }) };
}
