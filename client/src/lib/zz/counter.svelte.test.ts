import { expect, test } from 'vitest';
import { flushSync } from 'svelte';
import { Counter } from './counter.svelte.ts';
import { preferredLocale } from '#lib/locale.ts';
test('runes', () => { const c = new Counter(); const seen: number[] = []; const stop = $effect.root(() => { $effect(() => { seen.push(c.double); }); }); flushSync(); c.add(); flushSync(); expect(seen).toEqual([0, 2]); stop(); expect(preferredLocale('cy', null)).toBe('cy'); });
