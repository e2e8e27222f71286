import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { ToRead, useToAcknowledge } from '../../shared/acknowledge';
import { AcknowledgementChip } from '../../shared/chips';
import { Sheet } from '../../shared/page';
import { EmptyState, ErrorState } from '../../shared/states';
import { v } from '../../theme/vars';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: 12,
  padding: '12px 16px',
  borderTop: `1px solid ${v.line}`,
  '&:first-of-type': { borderTop: 0 },
  '& > [data-part="text"]': { flex: '1 1 280px', minWidth: 0 },
});

const Space = styled('div')({ marginBottom: 16 });

/** What the viewer's branches are to accept, each with what it changes there. */
export function MyRules() {
  const t = useTranslate();
  const list = useToAcknowledge();
  if (!list || list.isPending) return null;
  return (
    <Space>
      <Sheet title={t('acknowledgements.mine.title')} flush>
        {list.error && <ErrorState failed={t('acknowledgements.mine.failed')} error={list.error} onRetry={list.retry} />}
        {!list.error && list.rows.length === 0 && <EmptyState kind="allDone" text={t('acknowledgements.mine.none')} />}
        {list.rows.map((item) => (
          <ToRead key={item.id} item={item}>
            {({ text, action }) => (
              <Row>
                <div data-part="text">{text}</div>
                <AcknowledgementChip state={item.overdue ? 'overdue' : item.state} />
                {action}
              </Row>
            )}
          </ToRead>
        ))}
        {list.hasMore && (
          <Row>
            <Button variant="outlined" size="small" onClick={list.loadMore} loading={list.isLoadingMore}>
              {t('shared.table.more')}
            </Button>
          </Row>
        )}
      </Sheet>
    </Space>
  );
}
