import type { TestProject } from 'vitest/node';
import { findRedis } from './find-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Redis of the tests is. */
    redisServer: string;
  }
}

/** Hands the tests a Redis, which each of them starts for itself. */
export function setup(project: TestProject): void {
  project.provide('redisServer', findRedis());
}
