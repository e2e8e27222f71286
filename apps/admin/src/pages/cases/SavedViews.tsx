import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { useFormat } from '../../shared/format';
import { useNotice } from '../../shared/useNotice';
import { removeViewDocument, savedViewsDocument, type SavedView } from './viewDocuments';
import { isNarrowed, type Narrowing } from './queueFilter';
import { SaveViewDialog } from './SaveViewDialog';
import { ViewList } from './ViewList';

const MINUTE = 60_000;

/** What the queue shows just now, as a view would keep it. */
export interface ShownView extends Narrowing {
  readonly view: string;
  readonly sort: 'deadline' | 'appliedAt' | 'amount';
}

interface SavedViewsProps {
  readonly shown: ShownView;
  readonly within: string | null;
  readonly onChoose: (view: SavedView) => void;
}

const isShown = (shown: ShownView, saved: SavedView): boolean =>
  (['view', 'sort', 'type', 'reasonClass', 'dueWithin'] as const).every((key) => saved[key] === shown[key]);

interface RowProps {
  readonly saved: SavedView;
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly onChange: () => void;
}

function Row({ saved, current, onChoose, onChange }: RowProps) {
  const t = useTranslate();
  const format = useFormat();
  const notice = useNotice();
  const remove = useApiMutation(removeViewDocument);
  const count = saved.hasMore ? t('cases.saved.more', { n: saved.count }) : format.count(saved.count);
  return (
    <div data-part="saved">
      <button type="button" aria-current={current} onClick={onChoose}>
        <span>
          {saved.name}
          {saved.node !== null && <span className="hw-meta"> · {saved.node.name}</span>}
        </span>
        <span className="hw-tabular">{count}</span>
      </button>
      {current && saved.allowedActions.includes('update') && (
        <IconButton size="small" aria-label={t('cases.saved.change', { name: saved.name })} onClick={onChange}>
          <EditOutlined fontSize="small" />
        </IconButton>
      )}
      {current && saved.allowedActions.includes('remove') && (
        <IconButton
          size="small"
          aria-label={t('cases.saved.remove', { name: saved.name })}
          onClick={() => remove.mutate({ id: saved.id }, { onError: (error) => notice.failed(error) })}
        >
          <DeleteOutlined fontSize="small" />
        </IconButton>
      )}
    </div>
  );
}

/** A17: views that are kept on the server, with live counts; what is narrowed now can be kept too. */
export function SavedViews({ shown, within, onChoose }: SavedViewsProps) {
  const t = useTranslate();
  /** Null: nothing is asked; a view: it is changed. */
  const [asked, setAsked] = useState<'new' | SavedView | null>(null);
  const { data } = useApiQuery(savedViewsDocument, { within }, { refetchInterval: MINUTE });
  const views = data?.savedViews ?? [];
  const current = views.find((saved) => isShown(shown, saved));
  const canSave = data !== undefined && current === undefined && isNarrowed(shown);
  return (
    <>
      {(views.length > 0 || canSave) && (
        <ViewList aria-label={t('cases.saved.title')}>
          {views.map((saved) => (
            <Row
              key={saved.id}
              saved={saved}
              current={saved === current}
              onChoose={() => onChoose(saved)}
              onChange={() => setAsked(saved)}
            />
          ))}
          {canSave && (
            <Button variant="outlined" size="small" onClick={() => setAsked('new')}>
              {t('cases.saved.save')}
            </Button>
          )}
        </ViewList>
      )}
      {asked !== null && (
        <SaveViewDialog shown={shown} {...(asked !== 'new' && { saved: asked })} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
