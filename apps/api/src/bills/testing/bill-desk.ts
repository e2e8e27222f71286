import { periodOf } from '@headwater/ledger';
import type { Desk, StaffEmail } from '../../after-sales/testing/desk.js';
import type { Loose } from '../../testing/client.js';

const LINE = `id billId line number outcome billed expected difference status reason decidedByName version
  parcel { direction prepaid cases { code node { name } } } orders { id code node { name } cancelledAt } grams zone byPriceCard { price gap }`;
export const BILLS =
  '{ it: bills { items { id kind biller period open openDifference amount lineCount refusedCount importedByName } } }';
export const BILL = `query ($id: ID!) { it: bill(id: $id) { id open openDifference
  outcomes { outcome lines difference open openDifference } } }`;
export const LINES = `query ($billId: ID!, $outcome: BillOutcome!, $open: Boolean!, $page: PageInput) {
  it: billLines(billId: $billId, outcome: $outcome, open: $open, page: $page) { nextCursor items { ${LINE} } } }`;
export const PROBLEMS = 'query ($billId: ID!) { it: billProblems(billId: $billId) { items { line cell value code allowed } } }';
export const POSTING = `query ($lineId: ID!) { it: billPosting(lineId: $lineId) { stands period digest line { ${LINE} }
  lines { account component bearer bearerNode { name } amount caseCode } } }`;
export const ACCEPT = `mutation ($id: ID!, $version: Int!, $digest: String!) {
  it: acceptBillLine(id: $id, version: $version, digest: $digest) { ${LINE} } }`;
const DISPUTE = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  it: disputeBillLine(id: $id, version: $version, reason: $reason) { ${LINE} } }`;
export const DISPUTE_MANY = `mutation ($input: BillDisputeInput!) { it: disputeBillLines(input: $input) { id code } }`;
const WITHDRAW = 'mutation ($id: ID!) { it: withdrawBill(id: $id) }';
export const WITHIN = `query ($billId: ID!, $outcome: BillOutcome!, $tolerance: Fen!) {
  it: billWithin(billId: $billId, outcome: $outcome, tolerance: $tolerance) { lines difference } }`;
export const MANY = `mutation ($input: BillBulkInput!) {
  it: acceptBillLines(input: $input) { accepted difference moved next { after lines difference } } }`;

export const shown = (lines: Loose[]) =>
  lines.map(({ account, component, bearer, amount }) => [account, component, bearer, amount]);

/** What finance does with bills, of one kind unless a call says otherwise. */
export function billDeskOf(
  desk: () => Desk,
  usual: { readonly biller: string; readonly profile: string; readonly head: string },
) {
  const { head, ...facts } = usual;
  /** The bill's month, unless said otherwise: time goes by from story to story. */
  const month = () => periodOf(desk().now, 'Asia/Shanghai');
  const asked = async (query: string, variables: object = {}, who: StaffEmail = 'finance@example.com'): Promise<Loose> => {
    const { data, errors } = await desk()
      .as(who)
      .graphql(query, variables as never);
    return errors.length > 0 ? { refused: errors[0]?.extensions } : data.it;
  };
  const upload = async (
    lines: readonly string[] | Buffer,
    more: Record<string, string> = {},
    who: StaffEmail = 'finance@example.com',
  ) => {
    const bytes = Buffer.isBuffer(lines) ? lines : Buffer.from(`${lines.join('\n')}\n`);
    const query = { ...facts, period: month(), name: '三月账单.csv', ...more };
    return desk()
      .as(who)
      .send(`/bills?${new URLSearchParams(query).toString()}`, bytes, 'application/octet-stream');
  };
  const taken = async (lines: readonly string[], more: Record<string, string> = {}): Promise<string> => {
    const { status, body } = await upload([head, ...lines], more);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const linesOf = async (billId: string, outcome: string, open = false): Promise<Loose[]> =>
    (await asked(LINES, { billId, outcome, open })).items;
  const oneOf = async (billId: string, outcome: string): Promise<Loose> => {
    const lines = await linesOf(billId, outcome);
    if (lines.length !== 1) throw new Error(`${String(lines.length)} lines of ${outcome}`);
    return lines[0];
  };
  const postingOf = (line: Loose, who?: StaffEmail) => asked(POSTING, { lineId: line.id }, who);
  const accept = async (line: Loose, digest?: string, who?: StaffEmail) =>
    asked(ACCEPT, { id: line.id, version: line.version, digest: digest ?? (await postingOf(line)).digest }, who);
  const dispute = (line: Loose, reason = '与合同价不符', who?: StaffEmail) =>
    asked(DISPUTE, { id: line.id, version: line.version, reason }, who);
  const withdraw = (id: string, who?: StaffEmail) => asked(WITHDRAW, { id }, who);
  const posted = async (line: Loose): Promise<Loose[]> =>
    (
      await desk().it.database.read.query<Loose[]>(
        `SELECT e.period, e.cause_period AS belongsTo, l.account, l.component, l.bearer, l.amount FROM ledger_entry e
         JOIN ledger_line l ON l.entry_id = e.id WHERE e.idempotency_key LIKE ? ORDER BY e.id, l.seq`,
        [`billed:${String(line.id)}%`],
      )
    ).map(({ amount, ...rest }) => ({ ...rest, amount: Number(amount) }));
  return { month, asked, upload, taken, linesOf, oneOf, postingOf, accept, dispute, withdraw, posted };
}
