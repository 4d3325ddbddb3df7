import { parentPort, workerData } from 'node:worker_threads';
import { makePack, zipped, type PackParts } from './pack.ts';

const parts = workerData as PackParts;
const bytes = zipped(await makePack(parts), parts.record.closedAt);
parentPort?.postMessage(bytes);
