#!/usr/bin/env node
/*
 * Checks the published record of a Cyfran meeting: node verify.mjs record.jsonl [--pub KEY] [--checkpoint FILE ...] [--receipt FILE ...]
 * [--code XXXX-XXXX-XXXX ...] [--report json] [--lang cy|en]. Exit: 0 it holds, 1 it does not, 2 it cannot be read.
 *
 * One file, nothing to install, no code of the server's: it can be read in an hour and run in ten years. The same file runs in a browser,
 * which hands in its own SHA-256 and Ed25519. Format: "Cyfran Record v1". Licence: EUPL-1.2.
 */

/** The record is no record at all: nothing can be said about it. */
export class Unreadable extends Error {}

const HASH = /^[A-Za-z0-9_-]{43}$/;
const SALT = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ROLES = new Set(['facilitator', 'helper']);
const EVENTS = new Set(
  [
    'session.created session.opened session.closed set-up.saved set-up.mended agenda.set seat.knocked seat.turned-away seat.joined',
    'cards.recorded activity.started activity.taken-back decision.written erased epoch.started question.raised question.lowered',
    'questions.answered timer.set rules.frozen round.opened credentials.issued round.tightened round.last-call',
    'round.last-call-withdrawn round.door-closed round.closed round.reopened round.voided round.revealed round.shown round.correcting',
    'ballot.cast ballot.struck paper.spoiled paper.reconciled round.counted',
  ].flatMap((names) => names.split(' ')),
);

/**
 * @typedef {object} Machine What the language itself does not have.
 * @property {(text: string | Uint8Array) => Uint8Array} sha256
 * @property {(pub: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean} verifyEd25519
 *
 * @typedef {object} Asked
 * @property {string} [pub] the session's public key as somebody kept it
 * @property {string[]} [checkpoints] texts of signed notes: seals that somebody kept
 * @property {object[]} [receipts]
 * @property {string[]} [codes] the codes of receipts alone
 *
 * @typedef {{ id: string, state: 'ok' | 'failed' | 'unchecked', what: { cy: string, en: string }, notes: { cy: string, en: string }[] }} Check
 */

/** Checks a record. Throws `Unreadable`. @param {string} text @param {Asked} asked @param {Machine} machine */
export function verify(text, asked, machine) {
  const record = parse(text, machine);
  const kept = keptIn(asked);
  const report = new Report();
  checkForm(record, report);
  checkChain(record, report, machine);
  checkGenesis(record, asked.pub, report, machine);
  const rounds = play(record, report);
  checkBodies(record, rounds, report, machine);
  checkKept(record, kept, report, machine);
  const counts = recount(rounds, report);
  checkOutcomes(counts, report, machine);
  checkEpochs(record, report);
  const found = (asked.codes ?? []).map((code) => findCode(record, rounds, code));
  for (const { code, ballots } of found) {
    if (ballots.length === 0) report.fail('V14', say.codeMissing(code));
    else report.note('V14', say.codeFound(code, ballots.length));
  }
  return {
    ok: report.ok,
    session: record.genesis.sid,
    entries: record.entries.length,
    head: record.entries.at(-1)?.id ?? record.genesisId,
    checks: report.checks(),
    rounds: counts.map(({ round, ballots, tally, outcome, isListed }) => ({
      ...{ round, ballots, tally, isListed },
      funded: outcome?.funded ?? null,
    })),
    found,
  };
}

// ---------------------------------------------------------------- reading

/** Splits the text and hashes nothing yet. */
function parse(text, machine) {
  if (!text.isWellFormed() || text.includes('\ufffd')) throw new Unreadable('not UTF-8');
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Unreadable('the last line has no end');
  const [first, ...rest] = lines;
  const [, genesisId, genesisText] = /^(\S{43}) (\{.*\})$/.exec(first ?? '') ?? [];
  if (genesisText === undefined) throw new Unreadable('line 1');
  const genesis = fromJson(genesisText, 0);
  const entries = rest.map((line, at) => parseEntry(line, at + 1));
  return { genesisId, genesisText, genesis, entries, byte: new Map(), machine };
}

function parseEntry(line, version) {
  const [, id, header, salt, body] = /^(\S{43}) (\{[^\t]*\})\t([^\t]*)\t([^\t]*)$/.exec(line) ?? [];
  if (header === undefined) throw new Unreadable(`line ${version + 1}`);
  const said = fromJson(header, version);
  if (!Array.isArray(said.events)) throw new Unreadable(`line ${version + 1}`);
  const bodies = body === '' ? null : fromJson(body, version);
  if (bodies !== null && !Array.isArray(bodies)) throw new Unreadable(`line ${version + 1}`);
  return { version, id, header, salt, body, said, bodies, events: said.events, commit: said.body ?? null };
}

function fromJson(text, version) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(`line ${version + 1}`);
  }
}

/** Signed notes and receipts as they were handed in. */
function keptIn({ checkpoints = [], receipts = [] }) {
  const note = /([^\n]+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n\n((?:— [^\n]+(?:\n|$))+)/g;
  const notes = checkpoints.flatMap((file) => {
    const found = [...file.replaceAll('\r\n', '\n').matchAll(note)];
    if (found.length === 0) throw new Unreadable('checkpoint');
    return found.map(([, origin, size, head, signatures]) => ({
      ...{ origin, size: Number(size), head: head.slice(0, -1).replaceAll('+', '-').replaceAll('/', '_') },
      signed: `${origin}\n${size}\n${head}\n`,
      signatures: signatures.trim().split('\n'),
    }));
  });
  return { notes, receipts };
}

// ---------------------------------------------------------------- V1 to V3: form, chain, genesis

function checkForm({ genesis, genesisText, entries }, report) {
  const bad = (version, why) => report.fail('V1', say.form(version, why));
  if (canonical(genesis) !== genesisText) bad(0, 'genesis');
  for (const { version, header, body, said, bodies, events } of entries) {
    if (canonical(said) !== header) bad(version, 'header');
    if (bodies !== null && (canonical(bodies) !== body || bodies.length !== events.length)) bad(version, 'body');
    if (said.v !== 1 || events.length === 0) bad(version, 'v');
    const unknown = events.find((event) => !EVENTS.has(event?.type));
    if (unknown !== undefined) bad(version, String(unknown?.type));
  }
  report.note('V1', say.entries(entries.length));
}

/** RFC 8785 for what a record may hold: whole numbers, well-formed texts, at most eight deep in a header. `null` where it may not. */
function canonical(value, depth = 0) {
  if (depth > 8) return null;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : null;
  if (typeof value === 'string') return value.isWellFormed() ? JSON.stringify(value) : null;
  const parts = Array.isArray(value)
    ? value.map((part) => canonical(part, depth + 1))
    : Object.keys(value)
        .sort()
        .map((key) => {
          const part = canonical(value[key], depth + 1);
          return part === null || !key.isWellFormed() ? null : `${JSON.stringify(key)}:${part}`;
        });
  if (parts.includes(null)) return null;
  return Array.isArray(value) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function checkChain({ genesisId, entries }, report, { sha256 }) {
  const commands = new Set();
  let previous = genesisId;
  for (const { version, id, header, said } of entries) {
    if (toBase64Url(sha256(`cyfran/entry/v1\n${version}\n${previous}\n${header}`)) !== id) {
      // One broken link is told: from there on nothing is known to follow.
      report.fail('V2', say.link(version));
      return;
    }
    if (commands.has(said.cmd)) report.fail('V2', say.twice(version));
    commands.add(said.cmd);
    previous = id;
  }
}

function checkGenesis({ genesisId, genesisText, genesis, entries }, pub, report, { sha256 }) {
  const { sid, createdAt, kid } = genesis;
  const fits =
    toBase64Url(sha256(`cyfran/genesis/v1\n${genesisText}`)) === genesisId &&
    Object.keys(genesis).sort().join() === 'createdAt,kid,pub,sid' &&
    [sid, createdAt, kid, genesis.pub].every((part) => typeof part === 'string') &&
    HASH.test(genesis.pub) &&
    toBase64Url(sha256(genesis.pub)).slice(0, 8) === kid;
  if (!fits) report.fail('V3', say.genesis());
  const created = entries[0]?.events.find(({ type }) => type === 'session.created');
  if (created?.sid !== sid) report.fail('V3', say.otherMeeting());
  if (pub !== undefined && pub.trim() !== genesis.pub) report.fail('V3', say.otherKey());
  if (pub === undefined) report.note('V3', say.keyNotGiven());
}

// ---------------------------------------------------------------- V4, V9, V10, V12: what happened, in order

/** A round as the record tells it; ballots lie in piles, one for each credential, and what lies on top counts. */
function newRound(rules, version) {
  return {
    ...{ id: rules.round, rules, at: version, open: new Set(rules.doors), isOver: false, isVoided: false },
    ...{ issued: new Set(), piles: new Map(), entered: new Map(), struck: 0, casts: [], counts: [] },
    ...{ closedAt: 0, closedId: '', shownAt: 0, shown: null, isShown: false, isCorrecting: false, lot: null, desk: 0 },
  };
}

function play({ entries }, report) {
  const rounds = [];
  const now = new Map();
  const state = { joined: 0, rounds, now, report, started: [] };
  for (const entry of entries) {
    entry.events.forEach((event, nth) => {
      const body = entry.bodies?.[nth] ?? null;
      happen(state, entry, event, body);
    });
  }
  rounds.forEach((round) => (round.joined = state.joined));
  return rounds;
}

function happen(state, entry, event, body) {
  const { report, now, rounds } = state;
  const { version } = entry;
  if (event.type === 'seat.joined' && event.test !== true) state.joined += 1;
  if (event.type === 'activity.taken-back') takeBack(state, event.activity);
  if (event.type === 'rules.frozen') {
    if (now.has(event.round)) report.fail('V4', say.frozenTwice(version, event.round));
    if (!entry.events.some((other) => other.type === 'round.opened' && other.round === event.round))
      report.fail('V4', say.notOpened(version, event.round));
    const round = newRound(event, version);
    rounds.push(round);
    now.set(event.round, round);
    return;
  }
  if (typeof event.round !== 'string') return;
  const round = now.get(event.round);
  if (round === undefined) {
    report.fail('V4', say.unfrozen(version, event.round));
    return;
  }
  inRound(round, entry, event, body, report);
}

/** A start that nobody relied on was as if it had not been. */
function takeBack({ now, rounds }, activity) {
  for (const [id, round] of now) {
    if (id.slice(0, id.indexOf('.')) !== activity || round.casts.length > 0 || round.desk > 0 || round.isOver) continue;
    now.delete(id);
    rounds.splice(rounds.indexOf(round), 1);
  }
}

function inRound(round, entry, event, body, report) {
  const { version, id } = entry;
  switch (event.type) {
    case 'credentials.issued':
      for (const credential of event.credentials) round.issued.add(credential);
      return;
    case 'ballot.cast':
      cast(round, entry, event, body?.ballot ?? null, report);
      return;
    case 'ballot.struck':
      strike(round, event.credential);
      return;
    case 'paper.spoiled':
      round.desk += 1;
      round.entered.delete(event.serial);
      return;
    case 'paper.reconciled':
      round.desk += 1;
      return;
    case 'round.door-closed':
      round.open.delete(event.door);
      return;
    case 'round.closed':
      round.open.clear();
      round.isOver = true;
      Object.assign(round, { closedAt: version, closedId: id });
      if (round.shownAt === 0) round.lot = id;
      return;
    case 'round.reopened':
      round.open = new Set(round.rules.doors);
      round.isOver = false;
      return;
    case 'round.correcting':
      round.open = new Set(['paper']);
      Object.assign(round, { isOver: false, isCorrecting: true });
      return;
    case 'round.voided':
      Object.assign(round, { isOver: true, isVoided: true });
      round.open.clear();
      return;
    case 'round.counted':
      if (event.upTo !== round.closedAt) report.fail('V13', say.countOfNothing(version, round.id));
      round.counts.push({ version, event, body: body?.count ?? null, standing: standing(round), entry });
      return;
    case 'round.shown':
      Object.assign(round, { shownAt: round.shownAt || version, isShown: true, isCorrecting: false });
      round.shown = round.counts.findLast(({ event: { upTo } }) => upTo === round.closedAt) ?? null;
      // Practice shows itself with its close, and is counted after it.
      if (round.shown === null && !round.rules.practice) report.fail('V13', say.countOfNothing(version, round.id));
      return;
    default:
  }
}

function cast(round, entry, event, ballot, report) {
  const { version, commit } = entry;
  const isLate = ballot === null ? round.isOver : !round.open.has(ballot.door);
  if (isLate) report.fail('V12', say.late(version, round.id));
  if (!round.issued.has(event.credential)) report.fail('V9', say.notIssued(version, round.id));
  if (ballot !== null) checkLegal(round.rules, ballot, version, report);
  const one = { version, commit, credential: event.credential, ballot, serial: ballot?.serial ?? null, entry };
  round.casts.push(one);
  if (ROLES.has(entry.said.by)) round.desk += 1;
  else if (entry.said.by !== event.credential) report.fail('V9', say.notOwn(version, round.id));
  const pile = round.piles.get(event.credential) ?? [];
  round.piles.set(event.credential, one.serial === null ? [one] : [...pile, one]);
  if (one.serial !== null) round.entered.set(one.serial, event.credential);
}

/** Takes the top off; what lies below and is no longer that person's paper goes with it. */
function strike(round, credential) {
  round.struck += 1;
  const pile = [...(round.piles.get(credential) ?? [])];
  const top = pile.pop();
  const isVoid = ({ serial }) =>
    serial !== null && (serial === top?.serial || round.entered.get(serial) !== credential);
  while (pile.length > 0 && isVoid(pile.at(-1))) pile.pop();
  round.piles.set(credential, pile);
}

function standing({ piles }) {
  return [...piles.values()].flatMap((pile) => pile.slice(-1));
}

/** V11. */
function checkLegal({ round, proposals, tokens, cap }, ballot, version, report) {
  const known = new Set(proposals.map(([proposal]) => proposal));
  const lines = Array.isArray(ballot.alloc) ? ballot.alloc : [[null, 0]];
  const isLegal =
    ballot.round === round &&
    lines.every(([proposal, n]) => known.has(proposal) && Number.isSafeInteger(n) && n >= 1 && n <= cap) &&
    lines.every(([proposal], at) => at === 0 || lines[at - 1][0] < proposal) &&
    lines.reduce((sum, [, n]) => sum + n, 0) <= tokens;
  if (!isLegal) report.fail('V11', say.illegal(version, round));
}

// ---------------------------------------------------------------- V5, V6: what is given and what is not

function checkBodies({ entries }, rounds, report, { sha256 }) {
  const erased = new Map();
  for (const { events } of entries)
    for (const event of events)
      if (event.type === 'erased') for (const version of event.versions) erased.set(version, event.why);
  const reasons = { ballots: 0, drafts: 0, counts: 0, erased: 0 };
  const ofBallots = ballotReasons(rounds);
  const setUps = entries.filter(({ events }) => events.some(({ type }) => type === 'set-up.saved'));
  for (const entry of entries) {
    const { version, salt, body, commit } = entry;
    if (commit === null) {
      if (salt !== '' || body !== '') report.fail('V5', say.uncommitted(version));
    } else if (salt === '' && body === '') {
      const why = whyMissing(entry, { erased, ofBallots, setUps, rounds });
      if (why === null) report.fail('V6', say.missing(version));
      else reasons[why] += 1;
    } else if (!SALT.test(salt) || toBase64Url(sha256(commitment(salt, body))) !== commit) {
      report.fail('V5', say.commitment(version));
    } else if (erased.has(version)) report.note('V6', say.stillThere(version));
  }
  report.note('V6', say.withheld(reasons));
}

function commitment(salt, body) {
  const [tag, raw, text] = [utf8('cyfran/body/v1\n'), fromBase64Url(salt), utf8(body)];
  const bytes = new Uint8Array(tag.length + raw.length + text.length);
  bytes.set(tag);
  bytes.set(raw, tag.length);
  bytes.set(text, tag.length + raw.length);
  return bytes;
}

/** Of every ballot whether it may be withheld: where only totals are published, and where another counts in its place. */
function ballotReasons(rounds) {
  const may = new Map();
  for (const round of rounds) {
    const { rules, casts, struck, isVoided } = round;
    // A list is published whole or not at all: not in practice, nor of what was never shown or was voided, nor where it would tell whose one is.
    const given = casts.filter(({ ballot }) => ballot !== null).length;
    const isHidden = rules.mode === 'private' || rules.practice || isVoided || !round.isShown || given === 0;
    const last = new Set([...lastOf(casts).values()]);
    for (const one of casts) {
      const isReplaced = struck === 0 && !last.has(one);
      may.set(one.version, isHidden || isReplaced || (round.isCorrecting && one.version > round.closedAt));
    }
  }
  return may;
}

function lastOf(casts) {
  return new Map(casts.map((one) => [one.credential, one]));
}

function whyMissing({ version, events }, { erased, ofBallots, setUps, rounds }) {
  if (erased.has(version)) return 'erased';
  if (events.some(({ type }) => type === 'ballot.cast')) return ofBallots.get(version) === true ? 'ballots' : null;
  if (events.some(({ type }) => type === 'set-up.saved')) return setUps.at(-1)?.version === version ? null : 'drafts';
  const counted = events.find(({ type }) => type === 'round.counted');
  if (counted === undefined) return null;
  const round = rounds.find(({ counts }) => counts.some((one) => one.version === version));
  // A round that was voided stands no more under its id alone.
  if (round === undefined || round.rules.practice || round.isVoided || !round.isShown) return 'counts';
  const shown = round.shown;
  const readsGroups = round.rules.voice !== 'one-person-one-ballot' || round.rules.decision === 'both-groups';
  return shown?.version !== version || readsGroups ? 'counts' : null;
}

// ---------------------------------------------------------------- V7, V8, V14: what somebody kept

function checkKept({ genesis, entries, genesisId }, { notes, receipts }, report, machine) {
  const pub = HASH.test(genesis.pub) ? fromBase64Url(genesis.pub) : new Uint8Array(32);
  if (notes.length + receipts.length === 0) {
    report.unchecked('V7', say.nothingKept());
    report.unchecked('V8', say.nothingKept());
  }
  if (receipts.length === 0) report.unchecked('V14', say.noReceipt());
  const lost = entries.flatMap(({ events }) => events.filter(({ type }) => type === 'epoch.started'));
  const idAt = (size) => (size === 0 ? genesisId : entries[size - 1]?.id);
  const onChain = (size, head, told) => {
    if (idAt(size) === head) return;
    // A loss that was declared is one, and no forgery.
    if (lost.some(({ from }) => size > from)) report.note('V16', say.lost(size));
    else report.fail('V8', size > entries.length ? say.cutOff(told, size, entries.length) : say.fork(told, size));
  };
  for (const note of notes) {
    if (!isSigned(note, genesis, pub, machine)) report.fail('V7', say.badSeal(note.size));
    onChain(note.size, note.head, 'seal');
  }
  for (const receipt of receipts) checkReceipt(receipt, { genesis, entries, pub, onChain, lost }, report, machine);
  if (notes.length + receipts.length > 0) report.note('V8', say.keptMany(notes.length, receipts.length));
}

function isSigned({ origin, signed, signatures }, { sid }, pub, { sha256, verifyEd25519 }) {
  if (!origin.endsWith(`/s/${sid}/chain-v1`)) return false;
  const name = utf8(`${origin}\n`);
  const key = sha256(joined(name, Uint8Array.of(1), pub)).subarray(0, 4);
  return signatures.some((line) => {
    const [, by, encoded = ''] = line.split(' ');
    if (by !== origin) return false;
    const bytes = fromBase64Url(encoded.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
    return key.every((byte, at) => byte === bytes[at]) && verifyEd25519(pub, utf8(signed), bytes.subarray(4));
  });
}

function checkReceipt(receipt, { genesis, entries, pub, onChain, lost }, report, { verifyEd25519 }) {
  const { sig, ...rest } = receipt;
  const { t, v, sid, round, seq, commit, head, size, kid } = rest;
  const text = canonical(rest);
  const isOurs = t === 'receipt' && v === 1 && sid === genesis.sid && kid === genesis.kid && text !== null;
  if (!isOurs || !verifyEd25519(pub, utf8(`cyfran/receipt/v1\n${text}`), fromBase64Url(String(sig)))) {
    report.fail('V7', say.badReceipt());
  }
  if (!(Number.isSafeInteger(size) && size >= 0)) return;
  onChain(size, head, 'receipt');
  const entry = entries[seq - 1];
  const isThere =
    entry?.commit === commit && entry.events.some((one) => one.type === 'ballot.cast' && one.round === round);
  if (!isThere && lost.some(({ from }) => seq > from)) report.note('V16', say.lost(seq));
  else if (!isThere) report.fail('V14', say.receiptMissing(seq));
  else report.note('V14', say.receiptFound(seq));
}

/** What a code on a receipt stands for. */
function findCode({ entries }, rounds, typed) {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const ballots =
    code.length < 8
      ? []
      : rounds.flatMap((round) => {
          const last = new Set(standing(round));
          return round.casts
            .filter(({ commit }) => commit !== null && codeOf(commit).startsWith(code))
            .map((one) => ({
              ...{
                round: round.id,
                version: one.version,
                at: one.entry.said.at,
                counts: last.has(one) && !round.isVoided,
              },
              ...{ practice: round.rules.practice, alloc: one.ballot?.alloc ?? null, code: codeOf(one.commit) },
            }));
        });
  return { code: typed, ballots };
}

/** The first 60 bits in Crockford's letters. */
export function codeOf(commit) {
  let [bits, held, code] = [0, 0, ''];
  for (const byte of fromBase64Url(commit).subarray(0, 8)) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && code.length < 12) {
      code += CROCKFORD[(held >> (bits - 5)) & 31];
      bits -= 5;
    }
  }
  return code;
}

// ---------------------------------------------------------------- V10, V13: the totals

function recount(rounds, report) {
  const told = rounds.filter(({ rules, isVoided }) => !rules.practice && !isVoided);
  const counts = told.flatMap((round) => {
    const shown = round.shown ?? null;
    if (!round.isShown || shown === null) {
      report.note('V13', say.notShown(round.id));
      return [];
    }
    return [countOf(round, shown, report)];
  });
  if (counts.length === 0) report.unchecked('V13', say.noCount());
  if (counts.every(({ isListed }) => !isListed)) report.unchecked('V11', say.noList());
  return counts;
}

function countOf(round, { event, body, standing: ballots }, report) {
  const { id, rules, issued, struck, casts, joined: people, desk } = round;
  const isListed = ballots.length > 0 && ballots.every(({ ballot }) => ballot !== null);
  const tally = body?.tally ?? null;
  const credentials = new Set(casts.filter(({ version }) => version <= event.upTo).map(({ credential }) => credential));
  // Where a paper was struck and contents are not published, who is left can be told only from above.
  const fits = isListed || struck === 0 ? ballots.length === event.ballots : event.ballots <= credentials.size;
  if (!fits) report.fail('V10', say.ballots(id, ballots.length, event.ballots));
  if (event.ballots > issued.size) report.fail('V13', say.tooMany(id, event.ballots, issued.size));
  if (issued.size > people + desk) report.fail('V13', say.issuedTooMany(id, issued.size, people));
  if (tally === null) report.note('V13', say.countWithheld(id));
  else if (isListed) {
    const mine = sums(rules.proposals, ballots);
    if (JSON.stringify(mine) !== JSON.stringify(tally)) report.fail('V13', say.totals(id));
    else report.note('V13', say.totalsFit(id, ballots.length));
  } else {
    const isPossible =
      tally.map(([proposal]) => proposal).join('\n') === rules.proposals.map(([proposal]) => proposal).join('\n') &&
      tally.every(([, n, backers]) => backers <= event.ballots && n >= backers && n <= backers * rules.cap) &&
      tally.reduce((sum, [, n]) => sum + n, 0) <= event.ballots * rules.tokens;
    if (!isPossible) report.fail('V13', say.impossible(id));
    report.unchecked('V13', say.onlyTotals(id));
  }
  return {
    round: id,
    of: round,
    rules,
    isListed,
    ballots: event.ballots,
    listed: ballots,
    tally,
    outcome: body?.outcome ?? null,
    event,
  };
}

function sums(proposals, ballots) {
  const all = new Map(proposals.map(([proposal]) => [proposal, [0, 0]]));
  for (const { ballot } of ballots)
    for (const [proposal, n] of ballot.alloc) {
      const sum = all.get(proposal);
      if (sum === undefined) continue;
      sum[0] += n;
      sum[1] += 1;
    }
  return [...all].map(([proposal, sum]) => [proposal, ...sum]);
}

// ---------------------------------------------------------------- V15: the outcome by its rule

function checkOutcomes(counts, report, machine) {
  if (counts.length === 0) report.unchecked('V15', say.noCount());
  for (const count of counts) {
    if (count.outcome === null) {
      report.unchecked('V15', say.countWithheld(count.round));
      continue;
    }
    const { outcome, of } = count;
    if (outcome.lot !== of.lot) report.fail('V15', say.lot(count.round));
    const mine = outcomeOf(count, machine);
    if (mine === null) {
      report.unchecked('V15', say.notComputed(count.round));
      continue;
    }
    const same =
      mine.funded.join('\n') === outcome.funded.join('\n') &&
      mine.stillToTalk.join('\n') === outcome.stillToTalk.map(([proposal]) => proposal).join('\n') &&
      outcome.spentMinor ===
        sumOf(
          count.rules.proposals.filter(([proposal]) => outcome.funded.includes(proposal)).map(([, cost]) => cost),
        ) &&
      outcome.spentMinor <= count.rules.potMinor;
    if (!same) report.fail('V15', say.outcome(count.round));
    else report.note('V15', say.outcomeFits(count.round, outcome.funded.length));
    if (mine.isPart) report.note('V15', say.stepsBetween(count.round));
  }
}

/** What the rule gives; `null` where it needs what is not published. */
function outcomeOf({ rules, isListed, listed, tally, outcome }, machine) {
  const { voice, decision, proposals, potMinor } = rules;
  const reads = (voice !== 'one-person-one-ballot' || decision === 'both-groups') && !outcome.groupsTooSmall;
  if ((reads || rules.count === 'equal-shares') && !isListed) return null;
  const group = ({ ballot }) => ballot.group ?? 'undeclared';
  const size = (name) => listed.filter((one) => group(one) === name).length;
  const sizes = isListed ? { citizens: size('citizens'), professionals: size('professionals') } : null;
  const areLarge = sizes !== null && sizes.citizens >= 5 && sizes.professionals >= 5;
  const weights = weightsOf(areLarge ? voice : 'one-person-one-ballot', sizes);
  const drawn = new Map(proposals.map(([proposal]) => [proposal, hex(machine.sha256(`${outcome.lot}\n${proposal}`))]));
  const byLot = (a, b) => (drawn.get(a) < drawn.get(b) ? -1 : 1);
  const voters = listed.map((one) => ({ alloc: one.ballot?.alloc ?? [], weight: weights[group_(one)] }));
  const support = isListed
    ? new Map(
        proposals.map(([proposal]) => [
          proposal,
          sumOf(voters.map((one) => one.weight * tokensFor(one.alloc, proposal))),
        ]),
      )
    : new Map(tally.map(([proposal, n]) => [proposal, n]));
  const counted =
    rules.count === 'equal-shares'
      ? equalShares({ rules, voters, support, byLot, shares: outcome.shares })
      : { funded: greedy(proposals, support, potMinor, byLot), isPart: false };
  if (counted === null) return null;
  const talk = decision === 'both-groups' && areLarge ? notBacked(counted.funded, listed, sizes) : [];
  return { funded: counted.funded.filter((one) => !talk.includes(one)), stillToTalk: talk, isPart: counted.isPart };

  function group_(one) {
    return one.ballot === null ? 'undeclared' : group(one);
  }
}

function tokensFor(alloc, proposal) {
  return alloc.find(([one]) => one === proposal)?.[1] ?? 0;
}

/** What a ballot of each group weighs, in whole parts. */
function weightsOf(voice, sizes) {
  const same = { citizens: 1, professionals: 1, undeclared: 1 };
  if (voice === 'one-person-one-ballot' || sizes === null) return same;
  const { citizens, professionals } = sizes;
  if (voice === 'citizen-floor' && citizens >= professionals) return same;
  const all = citizens + professionals;
  const parts = [all * professionals, all * citizens, 2 * citizens * professionals];
  const divisor = parts.reduce(gcdOf);
  const [c, p, u] = parts.map((part) => part / divisor);
  return { citizens: c, professionals: p, undeclared: u };
}

function gcdOf(a, b) {
  return b === 0 ? a : gcdOf(b, a % b);
}

/** Most support first, while the money lasts. */
function greedy(proposals, support, potMinor, byLot) {
  let left = potMinor;
  const order = proposals
    .filter(([one]) => support.get(one) > 0)
    .sort(([a], [b]) => support.get(b) - support.get(a) || byLot(a, b));
  return order.flatMap(([proposal, cost]) => {
    if (cost > left) return [];
    left -= cost;
    return [proposal];
  });
}

function notBacked(funded, listed, sizes) {
  const backs = (proposal, name) =>
    listed.filter(({ ballot }) => ballot.group === name && tokensFor(ballot.alloc, proposal) > 0).length;
  return funded.filter((proposal) =>
    ['citizens', 'professionals'].some((name) => 5 * backs(proposal, name) < sizes[name]),
  );
}

/** More work than this and only the step that stands and the one after it are counted. */
const MOST_WORK = 4_000_000;

/**
 * The Method of Equal Shares: everybody begins with the same money for each part of their weight; what costs its supporters least for what
 * it is worth to them is bought, until they can buy no more. Then everybody's money grows by steps for as long as it is not too much, and
 * what is left goes to the most supported.
 */
function equalShares({ rules, voters, support, byLot, shares }) {
  if (shares === undefined) return null;
  const { proposals, potMinor, unitMinor = 1 } = rules;
  const step = stepOf(potMinor, voters.length, unitMinor);
  if (shares.stepMinor !== step) return { funded: [], isPart: false };
  const classes = classesOf(voters);
  const parts = sumOf(voters.map(({ weight }) => weight));
  const affordable = proposals.filter(([proposal, cost]) => support.get(proposal) > 0 && cost <= potMinor);
  const at = (raises, numbers) => {
    const unit = numbers.of(potMinor + step * raises * voters.length, Math.max(1, parts));
    return buy(affordable, classes, unit, numbers, byLot);
  };
  const spent = (funded) => sumOf(proposals.filter(([one]) => funded.includes(one)).map(([, cost]) => cost));
  const isDone = (funded) => funded.length === affordable.length;
  const bought = at(shares.raises, EXACT);
  const nothing = { funded: [], isPart: false };
  if (spent(bought) > potMinor && shares.raises > 0) return nothing;
  if (!isDone(bought) && spent(at(shares.raises + 1, EXACT)) <= potMinor) return nothing;
  const isPart = classes.length * affordable.length ** 2 * shares.raises > MOST_WORK;
  for (let raises = 0; !isPart && raises < shares.raises; raises += 1) {
    const stops = (funded) => isDone(funded) || (raises > 0 && spent(funded) > potMinor);
    if (stops(at(raises, NEAR)) && stops(at(raises, EXACT))) return nothing;
  }
  const rest = proposals.filter(([proposal]) => !bought.includes(proposal));
  return { funded: [...bought, ...greedy(rest, support, potMinor - spent(bought), byLot)], isPart };
}

function stepOf(potMinor, people, unitMinor) {
  const each = potMinor / Math.max(1, people);
  let step = unitMinor;
  for (let nth = 1; each / step > 1000; nth += 1) step = unitMinor * [1, 2, 5][nth % 3] * 10 ** Math.floor(nth / 3);
  return step;
}

/** People who chose the same and weigh the same share a purse. */
function classesOf(voters) {
  const classes = new Map();
  for (const { alloc, weight } of voters) {
    const key = `${weight} ${JSON.stringify(alloc)}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { weight, alloc: new Map(alloc), many: 1 });
    else known.many += 1;
  }
  return [...classes.values()];
}

function buy(affordable, classes, unit, numbers, byLot) {
  const purses = classes.map(({ weight }) => numbers.times(unit, weight));
  const funded = [];
  let rest = affordable;
  for (;;) {
    const offers = rest.flatMap(([proposal, cost]) => {
      const price = priceOf(proposal, cost, classes, purses, numbers);
      return price === null ? [] : [{ proposal, price }];
    });
    if (offers.length === 0) return funded;
    const best = offers.reduce((one, other) => {
      const side = numbers.compare(other.price, one.price);
      return side < 0 || (side === 0 && byLot(other.proposal, one.proposal) < 0) ? other : one;
    });
    classes.forEach(({ alloc, weight }, at) => {
      const worth = (alloc.get(best.proposal) ?? 0) * weight;
      if (worth === 0) return;
      const share = numbers.times(best.price, worth);
      purses[at] = numbers.compare(share, purses[at]) < 0 ? numbers.minus(purses[at], share) : numbers.of(0, 1);
    });
    funded.push(best.proposal);
    rest = rest.filter(
      ([proposal]) => proposal !== best.proposal && offers.some((offer) => offer.proposal === proposal),
    );
  }
}

/** The price for a unit of worth at which the supporters pay just the cost; `null` where all they have is not enough. */
function priceOf(proposal, cost, classes, purses, numbers) {
  if (cost === 0) return numbers.of(0, 1);
  const backers = classes
    .map(({ alloc, weight, many }, at) => ({ worth: (alloc.get(proposal) ?? 0) * weight, many, has: purses[at] }))
    .filter(({ worth }) => worth > 0)
    .map((one) => ({ ...one, each: numbers.over(one.has, one.worth) }))
    .sort((a, b) => numbers.compare(a.each, b.each));
  let left = numbers.of(cost, 1);
  let worth = sumOf(backers.map((one) => one.worth * one.many));
  for (const one of backers) {
    const price = numbers.over(left, worth);
    if (numbers.compare(price, one.each) <= 0) return price;
    left = numbers.minus(left, numbers.times(one.has, one.many));
    worth -= one.worth * one.many;
  }
  return null;
}

const EXACT = {
  of: (n, d) => fraction(BigInt(n), BigInt(d)),
  times: ([n, d], by) => fraction(n * BigInt(by), d),
  over: ([n, d], by) => fraction(n, d * BigInt(by)),
  minus: ([a, b], [c, d]) => fraction(a * d - c * b, b * d),
  compare: ([a, b], [c, d]) => {
    const [left, right] = [a * d, c * b];
    return left < right ? -1 : left > right ? 1 : 0;
  },
};
/** Numbers of 53 bits: what they say is looked at again exactly before anything follows from it. */
const NEAR = {
  of: (n, d) => n / d,
  times: (a, by) => a * by,
  over: (a, by) => a / by,
  minus: (a, b) => a - b,
  compare: (a, b) => a - b,
};

function fraction(n, d) {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [n / a, d / a];
}

function sumOf(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0);
}

// ---------------------------------------------------------------- V16

function checkEpochs({ entries }, report) {
  const epochs = entries.flatMap(({ version, events }) =>
    events.filter(({ type }) => type === 'epoch.started').map(({ from }) => ({ version, from })),
  );
  if (epochs.length === 0) report.note('V16', say.noLoss());
  for (const { version, from } of epochs) report.note('V16', say.epoch(version, from));
}

// ---------------------------------------------------------------- bytes

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]));
const ENCODER = new TextEncoder();

function utf8(text) {
  return ENCODER.encode(text);
}

function toBase64Url(bytes) {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 6; bits -= 6) text += LETTERS[(held >> (bits - 6)) & 63];
  }
  return bits === 0 ? text : text + LETTERS[(held << (6 - bits)) & 63];
}

function fromBase64Url(text) {
  const bytes = [];
  let [bits, held] = [0, 0];
  for (const letter of text) {
    held = ((held << 6) | (VALUES.get(letter) ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}

function joined(...parts) {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function hex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// ---------------------------------------------------------------- what is said

const CHECKS = {
  V1: ['Mae pob cofnod wedi’i ysgrifennu yn yr un ffordd', 'Every entry is written in the one right way'],
  V2: ['Mae’r gadwyn yn gyfan', 'The chain is whole'],
  V3: ['Hwn yw’r cyfarfod y mae’n ei ddweud', 'It is the meeting that it says'],
  V4: [
    'Safai’r rheolau cyn y bleidlais gyntaf, ac ni newidiwyd hwy',
    'The rules stood before the first ballot and did not change',
  ],
  V5: [
    'Mae pob testun a phleidlais a roddir yn cyd-fynd â’i hymrwymiad',
    'Every text and ballot that is given fits its commitment',
  ],
  V6: ['Mae rheswm am bopeth na roddir', 'There is a reason for all that is not given'],
  V7: ['Mae’r llofnodion yn ddilys', 'The signatures hold'],
  V8: ['Mae’r seliau a’r derbynebau ar y gadwyn hon', 'Seals and receipts lie on this chain'],
  V9: ['Dim ond pobl oedd wedi ymuno a anfonodd bleidlais', 'Only people who had joined sent a ballot'],
  V10: ['Un bleidlais sy’n cyfrif o bob person, yr olaf', 'One ballot of each person counts, the last'],
  V11: ['Mae pob pleidlais yn cadw at y rheolau', 'Every ballot keeps to the rules'],
  V12: ['Ni chyfrifwyd dim cyn agor nac ar ôl cau', 'Nothing was counted from before the opening or after the close'],
  V13: ['Swm y pleidleisiau yw’r cyfansymiau', 'The totals are the sum of the ballots'],
  V14: ['Mae’r derbynebau yn y cofnod', 'The receipts are in the record'],
  V15: ['Mae’r canlyniad yn dilyn o’r rheol', 'The outcome follows from the rule'],
  V16: ['Dywedir am bob colled', 'Every loss is declared'],
};

const both = (cy, en) => ({ cy, en });
const say = {
  entries: (n) => both(`Nifer y cofnodion: ${n}.`, `Entries: ${n}.`),
  form: (version, why) =>
    both(`Nid yw cofnod ${version} yn y ffurf gywir (${why}).`, `Entry ${version} is not in its right form (${why}).`),
  link: (version) =>
    both(
      `Nid yw cofnod ${version} yn dilyn o’r un o’i flaen.`,
      `Entry ${version} does not follow from the one before.`,
    ),
  twice: (version) =>
    both(`Mae gorchymyn cofnod ${version} yno ddwywaith.`, `The command of entry ${version} stands twice.`),
  genesis: () => both('Nid yw’r llinell gyntaf yn cyd-fynd â’i rhif.', 'The first line does not fit its id.'),
  otherMeeting: () => both('Mae’r cofnodion o gyfarfod arall.', 'The entries are of another meeting.'),
  otherKey: () => both('Nid yr allwedd a roddwyd yw hi.', 'It is not the key that was given.'),
  keyNotGiven: () => both('Ni roddwyd allwedd gyhoeddus i gymharu â hi.', 'No public key was given to compare with.'),
  frozenTwice: (version, round) =>
    both(
      `Rhewyd rheolau rownd ${round} eto yng nghofnod ${version}.`,
      `The rules of round ${round} were frozen again in entry ${version}.`,
    ),
  notOpened: (version, round) =>
    both(`Nid agorwyd rownd ${round} yng nghofnod ${version}.`, `Round ${round} was not opened in entry ${version}.`),
  unfrozen: (version, round) =>
    both(
      `Nid oes rheolau i rownd ${round} cyn cofnod ${version}.`,
      `Round ${round} has no rules before entry ${version}.`,
    ),
  notIssued: (version, round) =>
    both(
      `Rownd ${round}: pleidlais ${version} heb ei chyhoeddi.`,
      `Round ${round}: ballot ${version} is nobody’s who had joined.`,
    ),
  notOwn: (version, round) =>
    both(
      `Rownd ${round}: anfonwyd pleidlais ${version} gan rywun arall.`,
      `Round ${round}: ballot ${version} was sent by somebody else.`,
    ),
  late: (version, round) =>
    both(
      `Rownd ${round}: daeth pleidlais ${version} pan oedd ei drws ar gau.`,
      `Round ${round}: ballot ${version} came while its door was closed.`,
    ),
  illegal: (version, round) =>
    both(
      `Rownd ${round}: nid yw pleidlais ${version} yn cadw at y rheolau.`,
      `Round ${round}: ballot ${version} breaks the rules.`,
    ),
  uncommitted: (version) =>
    both(`Cofnod ${version}: cynnwys heb ymrwymiad.`, `Entry ${version}: contents without a commitment.`),
  commitment: (version) =>
    both(
      `Cofnod ${version}: nid yw’r cynnwys yn cyd-fynd â’r ymrwymiad.`,
      `Entry ${version}: the contents do not fit the commitment.`,
    ),
  missing: (version) =>
    both(
      `Cofnod ${version}: mae cynnwys ar goll, heb reswm.`,
      `Entry ${version}: contents are missing, and there is no reason for it.`,
    ),
  stillThere: (version) =>
    both(`Mae cofnod ${version} wedi’i ddileu ond yma o hyd.`, `Entry ${version} was erased and is here still.`),
  withheld: ({ ballots, drafts, counts, erased }) =>
    both(
      `Heb eu rhoi – pleidleisiau: ${ballots}; drafftiau: ${drafts}; cyfrifon na ddangoswyd: ${counts}. Wedi’u dileu: ${erased}.`,
      `Not given – ballots: ${ballots}; drafts: ${drafts}; counts that were not shown: ${counts}. Erased: ${erased}.`,
    ),
  nothingKept: () =>
    both(
      'Ni roddwyd sêl na derbynneb. Hebddynt ni ellir gweld a ysgrifennwyd y cofnod cyfan o’r newydd.',
      'No seal and no receipt was given. Without one it cannot be seen whether the whole record was written anew.',
    ),
  noReceipt: () => both('Ni roddwyd derbynneb.', 'No receipt was given.'),
  lost: (version) =>
    both(
      `Mae cofnod ${version} ymhlith yr hyn a ddatganwyd ar goll.`,
      `Entry ${version} is among what was declared lost.`,
    ),
  cutOff: (what, size, entries) =>
    both(
      `Mae ${what === 'seal' ? 'sêl' : 'derbynneb'} yn gwybod am ${size} cofnod; dim ond ${entries} sydd yma.`,
      `A ${what} knows of ${size} entries; there are only ${entries} here.`,
    ),
  fork: (what, size) =>
    both(
      `Mae ${what === 'seal' ? 'sêl' : 'derbynneb'} yn dweud rhywbeth arall am gofnod ${size}: newidiwyd y cofnod.`,
      `A ${what} says something else of entry ${size}: the record was changed.`,
    ),
  badSeal: (size) => both(`Nid yw llofnod sêl ${size} yn ddilys.`, `The signature of seal ${size} does not hold.`),
  badReceipt: () => both('Nid yw llofnod derbynneb yn ddilys.', 'The signature of a receipt does not hold.'),
  keptMany: (notes, receipts) =>
    both(`Seliau: ${notes}; derbynebau: ${receipts}.`, `Seals: ${notes}; receipts: ${receipts}.`),
  receiptMissing: (seq) =>
    both(`Nid yw pleidlais derbynneb yng nghofnod ${seq}.`, `The ballot of a receipt is not in entry ${seq}.`),
  receiptFound: (seq) =>
    both(`Mae pleidlais y dderbynneb yng nghofnod ${seq}.`, `The ballot of the receipt is in entry ${seq}.`),
  codeMissing: (code) => both(`Nid yw cod ${code} yn y cofnod.`, `Code ${code} is not in the record.`),
  codeFound: (code, n) => both(`Mae cod ${code} yn y cofnod (${n}).`, `Code ${code} is in the record (${n}).`),
  notShown: (round) => both(`Ni ddangoswyd rownd ${round}.`, `Round ${round} was not shown.`),
  noCount: () => both('Ni ddangoswyd dim.', 'Nothing was shown.'),
  noList: () => both('Ni chyhoeddwyd rhestr o bleidleisiau.', 'No list of ballots was published.'),
  ballots: (round, mine, theirs) =>
    both(`Rownd ${round}: ${mine} pleidlais, nid ${theirs}.`, `Round ${round}: ${mine} ballots, not ${theirs}.`),
  tooMany: (round, ballots, issued) =>
    both(
      `Rownd ${round}: ${ballots} pleidlais gan ${issued} o bobl.`,
      `Round ${round}: ${ballots} ballots of ${issued} people.`,
    ),
  issuedTooMany: (round, issued, people) =>
    both(
      `Rownd ${round}: gallai ${issued} anfon, ond ymunodd ${people}.`,
      `Round ${round}: ${issued} could send, but ${people} had joined.`,
    ),
  countWithheld: (round) =>
    both(`Rownd ${round}: rhy ychydig i ddangos y cyfrif.`, `Round ${round}: too few to show the count.`),
  countOfNothing: (version, round) =>
    both(
      `Rownd ${round}: nid yw cofnod ${version} yn gyfrif o’r cau olaf.`,
      `Round ${round}: entry ${version} is no count of the last close.`,
    ),
  totals: (round) =>
    both(
      `Rownd ${round}: nid swm y pleidleisiau yw’r cyfansymiau.`,
      `Round ${round}: the totals are not the sum of the ballots.`,
    ),
  totalsFit: (round, n) =>
    both(`Rownd ${round}: adiwyd ${n} pleidlais.`, `Round ${round}: ${n} ballots were added up.`),
  impossible: (round) =>
    both(
      `Rownd ${round}: ni all pleidleisiau roi’r cyfansymiau hyn.`,
      `Round ${round}: no ballots could give these totals.`,
    ),
  onlyTotals: (round) =>
    both(
      `Rownd ${round}: dim ond cyfansymiau a gyhoeddwyd, felly ni ellir eu hadio.`,
      `Round ${round}: only totals are published, so they cannot be added up.`,
    ),
  lot: (round) =>
    both(`Rownd ${round}: nid o’r cau y tynnwyd y coelbren.`, `Round ${round}: the lot was not drawn from the close.`),
  notComputed: (round) =>
    both(
      `Rownd ${round}: heb ei wirio, gan fod angen y pleidleisiau.`,
      `Round ${round}: not checked, as it needs the ballots.`,
    ),
  outcome: (round) =>
    both(`Rownd ${round}: mae’r rheol yn rhoi canlyniad arall.`, `Round ${round}: the rule gives another outcome.`),
  outcomeFits: (round, n) =>
    both(
      `Rownd ${round}: ${n} wedi’u hariannu, fel y mae’r rheol yn ei roi.`,
      `Round ${round}: ${n} funded, as the rule gives.`,
    ),
  stepsBetween: (round) =>
    both(
      `Rownd ${round}: gwiriwyd y cam olaf a’r nesaf yn unig.`,
      `Round ${round}: only the last step and the next were checked.`,
    ),
  noLoss: () => both('Ni ddatganwyd colled.', 'No loss was declared.'),
  epoch: (version, from) =>
    both(
      `Mae cofnod ${version} yn datgan colled o gofnod ${from} ymlaen.`,
      `Entry ${version} declares a loss from entry ${from} on.`,
    ),
};

class Report {
  #failed = new Map();
  #unchecked = new Map();
  #notes = new Map();

  fail(id, sentence) {
    this.#add(this.#failed, id, sentence);
  }

  unchecked(id, sentence) {
    this.#add(this.#unchecked, id, sentence);
  }

  note(id, sentence) {
    this.#add(this.#notes, id, sentence);
  }

  get ok() {
    return this.#failed.size === 0;
  }

  /** @returns {Check[]} */
  checks() {
    return Object.entries(CHECKS).map(([id, [cy, en]]) => {
      const failed = this.#failed.get(id) ?? [];
      const unchecked = this.#unchecked.get(id) ?? [];
      const state = failed.length > 0 ? 'failed' : unchecked.length > 0 ? 'unchecked' : 'ok';
      return { id, state, what: { cy, en }, notes: [...failed, ...unchecked, ...(this.#notes.get(id) ?? [])] };
    });
  }

  /** Ten of a kind say enough. */
  #add(to, id, sentence) {
    const sentences = to.get(id) ?? [];
    if (sentences.length < 10) sentences.push(sentence);
    to.set(id, sentences);
  }
}

// ---------------------------------------------------------------- the command line

const MARKS = { ok: '✓', failed: '✗', unchecked: '–' };
const ENDS = {
  cy: { ok: 'Mae’r cofnod yn dal.', failed: 'NID yw’r cofnod yn dal.', unreadable: 'Ni ellir darllen hwn' },
  en: { ok: 'The record holds.', failed: 'The record does NOT hold.', unreadable: 'This cannot be read' },
};

/** The report as a person reads it. */
export function inWords({ ok, session, checks }, languages) {
  const line = (text, indent) => `${' '.repeat(indent)}${text}`;
  const of = (one, mark, indent) =>
    languages.map((language, at) => line(`${at === 0 ? mark : ' '.repeat(mark.length)} ${one[language]}`, indent));
  return [
    session,
    '',
    ...checks.flatMap(({ id, state, what, notes }) => [
      ...of(what, `${MARKS[state]} ${id.padEnd(3)}`, 0),
      ...notes.flatMap((note) => of(note, '·', 6)),
    ]),
    '',
    ...languages.map((language) => ENDS[language][ok ? 'ok' : 'failed']),
    '',
  ].join('\n');
}

/** Asked for only on the command line: a browser never comes here. */
const fromNode = (name) => import(/* @vite-ignore */ `node:${name}`);

/** What Node brings for it. @returns {Promise<Machine>} */
export async function nodeMachine() {
  const { hash, createHash, createPublicKey, verify: verifies } = await fromNode('crypto');
  const digest =
    hash === undefined
      ? (text) => createHash('sha256').update(text).digest()
      : (text) => hash('sha256', text, 'buffer');
  return {
    sha256: digest,
    verifyEd25519: (pub, message, signature) => {
      try {
        const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(pub) }, format: 'jwk' });
        return verifies(null, message, key, signature);
      } catch {
        return false;
      }
    },
  };
}

/** Runs the command; answers its exit code. */
export async function main(args, write) {
  const { readFile } = await fromNode('fs/promises');
  const { parseArgs } = await fromNode('util');
  const many = { type: 'string', multiple: true, default: [] };
  let languages = ['cy', 'en'];
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ pub: { type: 'string' }, report: { type: 'string' }, lang: { type: 'string' } },
        ...{ checkpoint: many, receipt: many, code: many },
      },
    });
    if (values.lang !== undefined) languages = languages.filter((language) => language === values.lang);
    if (positionals.length !== 1 || languages.length === 0) throw new Unreadable('node verify.mjs record.jsonl');
    const text = (path) => readFile(path, 'utf8');
    const asked = {
      ...(values.pub === undefined ? {} : { pub: values.pub }),
      checkpoints: await Promise.all(values.checkpoint.map(text)),
      receipts: (await Promise.all(values.receipt.map(text))).map((one) => fromJson(one, 0)),
      codes: values.code,
    };
    const bytes = await readFile(positionals[0]);
    const record = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const report = verify(record, asked, await nodeMachine());
    write(values.report === 'json' ? `${JSON.stringify(report, null, 2)}\n` : inWords(report, languages));
    return report.ok ? 0 : 1;
  } catch (error) {
    for (const language of languages) write(`${ENDS[language].unreadable}: ${error.message}\n`);
    return 2;
  }
}

const isCommand = typeof process !== 'undefined' && process.argv?.[1]?.endsWith('verify.mjs') === true;
if (isCommand) {
  void main(process.argv.slice(2), (text) => process.stdout.write(text)).then((code) => {
    process.exitCode = code;
  });
}
