import type { Fen } from '../facts.js';
import type { ApplicationRules } from '../rules.js';
import { quantityLeft, refundableFor, type Application, type OrderFacts, type OrderLineFacts } from './order.js';
import { check, type EligibilityCheck } from './rule.js';

interface AskedLine {
  readonly line: OrderLineFacts;
  readonly quantity: number;
}

function askedLines(order: OrderFacts, { lines }: Application): AskedLine[] {
  const byId = new Map(order.lines.map((line) => [line.lineId, line]));
  return lines.flatMap(({ lineId, quantity }) => {
    const line = byId.get(lineId);
    return line ? [{ line, quantity }] : [];
  });
}

function knownCheck(order: OrderFacts, { lines }: Application): EligibilityCheck {
  const ids = lines.map(({ lineId }) => lineId);
  const unknown = ids.find((id) => !order.lines.some(({ lineId }) => lineId === id)) ?? null;
  const twice = ids.find((id, index) => ids.indexOf(id) !== index) ?? null;
  return check('linesKnown', ids.length > 0 && unknown === null && twice === null, { lines: ids.length, unknown, twice });
}

function quantityCheck({ line, quantity }: AskedLine): EligibilityCheck {
  const left = quantityLeft(line);
  const passes = Number.isSafeInteger(quantity) && quantity > 0 && quantity <= left;
  const { lineId, sold, refunded, inOpenCases } = line;
  return check('quantityLeft', passes, { lineId, quantity, left, sold, refunded, inOpenCases });
}

const applicationsCheck = ({ line }: AskedLine, limit: number): EligibilityCheck =>
  check('applicationsLeft', line.applications < limit, { lineId: line.lineId, applications: line.applications, limit });

function amountCheck({ amount }: Application, maxAmount: Fen): EligibilityCheck {
  const asked = amount ?? maxAmount;
  return check('amount', Number.isSafeInteger(asked) && asked > 0 && asked <= maxAmount, { amount: asked, maxAmount });
}

/** What concerns the lines: there, not used up, and worth what is asked for. */
export function lineChecks(
  order: OrderFacts,
  application: Application,
  { maxApplications }: Pick<ApplicationRules, 'maxApplications'>,
): { checks: EligibilityCheck[]; maxAmount: Fen } {
  const asked = askedLines(order, application);
  const maxAmount = asked.reduce((sum, { line, quantity }) => sum + refundableFor(line, quantity), 0);
  const perLine = asked.flatMap((line) => [quantityCheck(line), applicationsCheck(line, maxApplications)]);
  return { checks: [knownCheck(order, application), ...perLine, amountCheck(application, maxAmount)], maxAmount };
}
