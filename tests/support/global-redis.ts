import { findHaproxy, findRedis } from './find-program.ts';

/** Sees to it that there is a Redis and a balancer, which tests start for themselves. */
export function setup(): void {
  findRedis();
  findHaproxy();
}
