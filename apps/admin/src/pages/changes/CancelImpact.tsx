import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { ImpactPanel } from '../../shared/impact';
import { Loaded } from '../../shared/states';
import type { CancelPreview } from './documents';

/** What taking back what was scheduled does, fact by fact; a fact of the same unit may stand in it more than once. */
export function CancelImpact({ preview }: { preview: UseQueryResult<CancelPreview> }) {
  const t = useTranslate();
  return (
    <Loaded query={preview} failed={t('assign.previewFailed')}>
      {({ previewCancelChangeSet: effects }) =>
        effects.map((effect, index) => (
          <div key={index}>
            <div className="hw-meta">{effect.node.name}</div>
            <ImpactPanel impact={effect} />
          </div>
        ))
      }
    </Loaded>
  );
}
