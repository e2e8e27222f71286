import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { Sheet } from '../../shared/page';
import { problemsIn, type KindKey } from '../../shared/rules';
import { BlockSkeleton, ErrorState } from '../../shared/states';
import { serviceTextsDocument, TextList, type TextPart } from '../../shared/texts';
import { useDebounced } from '../../shared/useDebounced';
import type { Draft } from './useDraft';

interface TextPreviewProps {
  readonly draft: Draft;
  readonly kind: KindKey;
  readonly unit: { readonly id: string; readonly name: string };
  readonly part: TextPart;
}

/** What buyers would read, or staff would say, at the unit that is previewed, while one types (P18). */
export function TextPreview({ draft, kind, unit, part }: TextPreviewProps) {
  const t = useTranslate();
  const directives = useDebounced(draft.directives, 400);
  const ready = draft.unfinished.length === 0;
  const query = useApiQuery(serviceTextsDocument, { nodeId: unit.id, draft: { kind, directives } }, { enabled: ready });
  const { data, error, refetch } = query;
  const malformed = !ready || problemsIn(error?.details).length > 0;
  if (malformed)
    return (
      <Sheet>
        <p className="hw-hint">{t('texts.invalid')}</p>
      </Sheet>
    );
  if (error) return <ErrorState failed={t('texts.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <BlockSkeleton lines={4} />;
  return (
    <Sheet>
      <p className="hw-meta">{t('texts.at', { unit: unit.name })}</p>
      <TextList texts={data.serviceTexts.texts.filter((each) => each.part === part)} />
    </Sheet>
  );
}
