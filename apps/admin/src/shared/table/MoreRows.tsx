import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import type { CursorRows } from '../../providers/hooks';
import { Foot } from './styles';

/** Under a list by pages: how many of how many it shows, and a way to more. */
export function MoreRows<Row>({ list, children }: { list: CursorRows<Row>; children?: ReactNode }) {
  const t = useTranslate();
  const { rows, total, hasMoreThanTotal } = list;
  const shown = rows.length;
  const shownOf = hasMoreThanTotal ? 'shared.table.shownOfMore' : 'shared.table.shownOf';
  return (
    <Foot data-part="foot">
      <span className="hw-tabular">{total === null ? t('shared.table.shown', { shown }) : t(shownOf, { shown, total })}</span>
      {list.hasMore && (
        <Button variant="outlined" size="small" onClick={list.loadMore} loading={list.isLoadingMore}>
          {t('shared.table.more')}
        </Button>
      )}
      {children}
    </Foot>
  );
}
