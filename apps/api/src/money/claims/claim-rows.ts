import { claimByHandOf, claimParties, receivableOf, type ClaimParty, type Entry, type Line } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import { newId } from '../../common/ids.js';
import type { AncestorColumns } from '../../database/ancestors.js';
import { updateVersioned } from '../../database/database.js';
import { rowsWhere } from '../../database/rows.js';
import { insertRows } from '../../orders/insert-rows.js';
import { statusOf, type ClaimSums } from './claim-status.js';
import { LedgerClaim } from './claim.entity.js';

/** When entries are posted, and where their units stand then. */
interface Ground {
  readonly postedAt: number;
  readonly ancestorsOf: (nodeId: string) => AncestorColumns;
}

type Move = Pick<LedgerClaim, 'party' | 'carrier' | 'caseId' | 'orderId' | 'shipmentId' | 'nodeId' | 'currency'> &
  ClaimSums & {
    /** Of the entry that opened it; null: none of these did. */
    readonly entryKey: string | null;
    /** The claim by hand that these are of, which has a row of its own before they are posted; null: of none. */
    readonly byHand: string | null;
  };

const partyOf = new Map(claimParties.map((party) => [receivableOf[party], party]));

/** What an entry says of a claim: that money came in, that it was written off, or what is claimed; a reversal, the same of what it reverses. */
function columnOf({ idempotencyKey, reverses }: Entry): keyof ClaimSums {
  const key = reverses ?? idempotencyKey;
  if (key.includes('claimRecovered:')) return 'recovered';
  return key.includes('claimRefused:') ? 'writtenOff' : 'amount';
}

function moveOf(entry: Entry, line: Line & { caseId: string }, party: ClaimParty): Move {
  const column = columnOf(entry);
  const { caseId, originNodeId: nodeId, currency, carrier } = line;
  const { orderId, shipmentId } = entry;
  const sums = { amount: 0, recovered: 0, writtenOff: 0, [column]: column === 'amount' ? line.amount : 0 - line.amount };
  const entryKey = entry.cause === 'claimOpened' ? entry.idempotencyKey : null;
  return { party, carrier, caseId, orderId, shipmentId, nodeId, currency, ...sums, entryKey, byHand: claimByHandOf(entry) };
}

const keyOf = ({ caseId, shipmentId, party, byHand }: Pick<Move, 'caseId' | 'shipmentId' | 'party' | 'byHand'>): string =>
  JSON.stringify([caseId, shipmentId, party, byHand]);

const keyOfRow = (row: LedgerClaim): string => keyOf({ ...row, byHand: row.reason === null ? null : row.id });

const added = (a: ClaimSums, b: ClaimSums): ClaimSums => ({
  amount: a.amount + b.amount,
  recovered: a.recovered + b.recovered,
  writtenOff: a.writtenOff + b.writtenOff,
});

/** The lines of entries on what is receivable of a claim, summed by claim. */
function movesIn(entries: readonly Entry[]): Map<string, Move> {
  const moves = new Map<string, Move>();
  for (const entry of entries)
    for (const line of entry.lines) {
      const party = partyOf.get(line.account);
      if (party === undefined || line.caseId === null) continue;
      const move = moveOf(entry, { ...line, caseId: line.caseId }, party);
      const before = moves.get(keyOf(move));
      const entryKey = move.entryKey ?? before?.entryKey ?? null;
      moves.set(keyOf(move), before ? { ...before, ...added(before, move), entryKey } : move);
    }
  return moves;
}

/** Brings claims to where entries leave them, in the transaction that posts them. */
export async function addToClaims(tx: EntityManager, entries: readonly Entry[], ground: Ground): Promise<void> {
  const moves = movesIn(entries);
  if (moves.size === 0) return;
  const caseIds = [...new Set([...moves.values()].map(({ caseId }) => caseId))];
  const rows = await rowsWhere(tx, LedgerClaim, { caseId: caseIds }, { by: 'id', held: true });
  const known = new Map(rows.map((row) => [keyOfRow(row), row]));
  const fresh: LedgerClaim[] = [];
  for (const [key, move] of moves) {
    const row = known.get(key);
    if (row) await updateVersioned(tx, LedgerClaim, row, moved(row, move, ground.postedAt), 'claim');
    else fresh.push(opened(move, ground));
  }
  await insertRows(tx, LedgerClaim, fresh);
}

function moved(row: LedgerClaim, move: Move, postedAt: number): Partial<LedgerClaim> {
  const sums = added(row, move);
  const status = statusOf(sums);
  const settledAt = status === 'open' ? null : status === row.status ? row.settledAt : postedAt;
  const carrier = move.carrier ?? row.carrier;
  return { ...sums, carrier, status, settledAt, entryKey: move.entryKey ?? row.entryKey };
}

function opened({ entryKey, byHand: _none, ...move }: Move, { postedAt, ancestorsOf }: Ground): LedgerClaim {
  const status = statusOf(move);
  return {
    id: newId(postedAt),
    ...move,
    supplierNodeId: null,
    reason: null,
    status,
    openedAt: postedAt,
    settledAt: status === 'open' ? null : postedAt,
    entryKey: entryKey ?? '',
    version: 1,
    ...ancestorsOf(move.nodeId),
  };
}
