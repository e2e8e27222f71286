import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { useNotice } from '../useNotice';
import { draftsDocument } from './documents';
import { useChangeSet, type Change, type Changes } from './useChangeSet';

interface DraftButtonProps {
  readonly change: Change | Changes;
  /** False while the change is not whole yet. */
  readonly ready: boolean;
}

/** Keeps a change in a change set instead of making it: a new one, or one of the viewer's drafts. */
export function DraftButton({ change, ready }: DraftButtonProps) {
  const t = useTranslate();
  const notice = useNotice();
  const changeSet = useChangeSet(change);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const query = useApiQuery(draftsDocument, { filter: { status: 'draft' }, page: { first: 20 } }, { enabled: anchor !== null });
  const drafts = (query.data?.changeSets.items ?? []).filter(({ isOwn }) => isOwn);
  const run = (work: Promise<void>) => {
    setAnchor(null);
    work.catch(notice.failed);
  };
  return (
    <>
      <Button
        variant="text"
        color="secondary"
        disabled={!ready}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ marginRight: 'auto' }}
      >
        {t('changeSet.keep')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => run(changeSet.draft())}>{t('changeSet.new')}</MenuItem>
        {drafts.map((draft) => (
          <MenuItem key={draft.id} onClick={() => run(changeSet.addTo(draft))}>
            {t('changeSet.addTo', { number: draft.number, title: draft.title })}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
