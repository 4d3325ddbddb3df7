import { hostEn } from './host.en.ts';
import { runEn } from './run.en.ts';
import { stageEn } from './stage.en.ts';

/** Words for the host, the facilitator and the big screen, in English. */
export const hallEn = { host: hostEn, run: runEn, stage: stageEn };
export type Hall = typeof hallEn;
