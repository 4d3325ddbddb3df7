import { TEMPLATES, templatePlans } from '@cyfran/shared/activities/templates.ts';
import { emptySetUp } from '@cyfran/shared/session/set-up.ts';
import { expect, test } from 'vitest';
import { beginSetUp } from './empty-set-up.ts';

test.for(TEMPLATES)('a meeting of the kind %s begins as every empty one does', (template) => {
  expect(beginSetUp(templatePlans(template))).toEqual(emptySetUp(templatePlans(template)));
});
