import { parsePabulib, type Election, type Project } from '../pabulib/parse.ts';
import { toMinor } from '../pabulib/parse.ts';
import { cleanLine, cleanLines } from './clean-text.ts';
import type { ImportedProposal, Language } from './imported-proposal.ts';
