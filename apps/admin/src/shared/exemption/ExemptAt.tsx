import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { fieldIn, rulesDocument, useKinds, type EffectiveRules, type KindKey, type RuleKind } from '../rules';
import { EmptyState, Loaded } from '../states';
import { ExemptDialog, type Liftable } from './ExemptDialog';

interface ExemptAtProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly kind: KindKey;
  readonly onClose: () => void;
}

const liftableIn = ({ fields, kind }: EffectiveRules, kinds: readonly RuleKind[]): Liftable[] =>
  fields.flatMap((state) => {
    const field = fieldIn(kinds, state.key, kind);
    return field && state.liftable.length > 0 ? [{ field, state }] : [];
  });

/** An exemption at a unit whose fields are not known yet: one of those that a unit above locks or bounds there (P12). */
export function ExemptAt({ unit, kind, onClose }: ExemptAtProps) {
  const t = useTranslate();
  const kinds = useKinds();
  const rules = useApiQuery(rulesDocument, { nodeId: unit.id, kind });
  const effective = rules.isPlaceholderData ? undefined : rules.data?.effectiveRules;
  const [first, ...others] = effective && kinds.data ? liftableIn(effective, kinds.data) : [];
  if (first) return <ExemptDialog {...{ unit, kind, onClose }} choices={[first, ...others]} />;
  return (
    <Dialog open onClose={onClose} aria-label={t('exempt.verb')}>
      <DialogContent>
        <Loaded query={rules} failed={t('exempt.failed')}>
          {() => kinds.data && <EmptyState kind="nothing" text={t('exempt.nothing')} />}
        </Loaded>
      </DialogContent>
    </Dialog>
  );
}
