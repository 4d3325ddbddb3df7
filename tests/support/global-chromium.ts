import type { TestProject } from 'vitest/node';
import { findChromium } from './find-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of the browser tests is. */
    chromium: string;
  }
}

/** Hands the tests a Chromium. */
export function setup(project: TestProject): void {
  project.provide('chromium', findChromium());
}
