import type { Hall } from './hall.en.ts';
import { hostCy } from './host.cy.ts';
import { runCy } from './run.cy.ts';
import { stageCy } from './stage.cy.ts';

/** Words for the host, the facilitator and the big screen, in Welsh. */
export const hallCy: Hall = { host: hostCy, run: runCy, stage: stageCy };
