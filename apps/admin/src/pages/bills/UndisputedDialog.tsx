import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import type { Undisputed } from './DisputeManyDialog';

/** The lines that were not disputed with the others, each with why. */
export function UndisputedDialog({ left, onClose }: { left: readonly Undisputed[]; onClose: () => void }) {
  const t = useTranslate();
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('bills.many.left', { n: left.length })}</DialogTitle>
      <DialogContent>
        <ul>
          {left.map(({ line: { id, number }, code }) => (
            <li key={id}>{t('bills.many.why', { number, why: t(`error.${code}`, { _: code }) })}</li>
          ))}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('bills.many.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
