import { useApiMutation, useManyQueries } from '../../providers/hooks';
import { summedEffect } from '../../shared/impact';
import { inheritDocument, previewInheritDocument, type Drift } from './documents';

/** What is taken away at one unit in one step: its own values of one kind are one version. */
interface Step {
  readonly nodeId: string;
  readonly unit: string;
  readonly kind: Drift['kind'];
  readonly changes: Readonly<Record<string, null>>;
  readonly ownVersion: number;
}

function stepsOf(drifts: readonly Drift[]): Step[] {
  const steps = new Map<string, Step>();
  for (const { node, kind, field, ownVersion } of drifts) {
    const key = `${node.id} ${kind}`;
    const changes = { ...steps.get(key)?.changes, [field]: null };
    steps.set(key, { nodeId: node.id, unit: node.name, kind, changes, ownVersion });
  }
  return [...steps.values()];
}

const placeOf = ({ nodeId, kind, changes }: Step) => ({ nodeId, kind, changes });

/** Several own values taken away, with what changes before; unit by unit: what a refusal stops has been done up to there. */
export function useInheritMany(drifts: readonly Drift[]) {
  const inherit = useApiMutation(inheritDocument);
  const steps = stepsOf(drifts);
  const previews = useManyQueries(previewInheritDocument, steps.map(placeOf));
  const effects = previews.data?.map(({ previewOwnRules }) => previewOwnRules) ?? [];
  const run = async (reason: string | null, onStep: (unit: string) => void) => {
    for (const step of steps) {
      onStep(step.unit);
      await inherit.mutateAsync({ ...placeOf(step), ownVersion: step.ownVersion, reason });
    }
  };
  const stuck = steps.filter((_, index) => (effects[index]?.problems.length ?? 0) > 0).map(({ unit }) => unit);
  const operations = steps.map((step) => ({ verb: 'setOwn' as const, ...placeOf(step) }));
  return { previews, run, stuck, operations, units: steps.length, effect: summedEffect(effects) };
}
