import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { v } from '../../theme/vars';
import { serverNow } from '../clock';
import { useFormat } from '../format';
import { RuleValue, useRuleText, type KindKey, type RuleField } from '../rules';
import { Loaded } from '../states';
import { timelineDocument, type Stretch } from './documents';
import { holdsAt, whenText } from './stretches';

const List = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': { padding: '8px 12px', borderLeft: `2px solid ${v.line}` },
  '& > li[data-now="true"]': { borderLeftColor: v.brand, backgroundColor: v.brandTint },
});

interface FieldTimelineProps {
  readonly nodeId: string;
  readonly kind: KindKey;
  readonly field: RuleField;
}

/** One field's past and future values, the earliest first, each with when and from whom (P7). */
export function FieldTimeline({ nodeId, kind, field }: FieldTimelineProps) {
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  const query = useApiQuery(timelineDocument, { nodeId, kind, field: field.key });
  const now = serverNow();
  const meta = (stretch: Stretch) =>
    [
      whenText(stretch, format, t),
      holdsAt(stretch, now) && t('timeline.current'),
      texts.source(stretch.source),
      stretch.lockedBy && t('timeline.locked', { unit: stretch.lockedBy.name }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Loaded query={query} failed={t('timeline.failed')}>
      {({ ruleTimeline }) => (
        <List aria-label={t('timeline.title')}>
          {(ruleTimeline.lanes[0]?.stretches ?? []).map((stretch) => (
            <li key={stretch.from ?? 'before'} data-now={holdsAt(stretch, now)}>
              <RuleValue field={field} value={stretch.value} />
              <div className="hw-meta">{meta(stretch)}</div>
            </li>
          ))}
        </List>
      )}
    </Loaded>
  );
}
