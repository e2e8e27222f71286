import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import { useTranslate } from 'ra-core';
import { useId, type ReactNode } from 'react';
import type { BranchGroup } from './BranchList';

/** Opens the branches of a part of an effect, under what the effect says of them. */
export type Show = (group: BranchGroup, title: string) => void;

interface CountProps {
  readonly label: string;
  readonly onShow: () => void;
  readonly children: ReactNode;
}

/** A figure that opens the list it counts. */
export function Count({ label, onShow, children }: CountProps) {
  return (
    <Link
      component="button"
      type="button"
      aria-label={label}
      onClick={onShow}
      sx={{ font: 'inherit', textAlign: 'start', verticalAlign: 'baseline' }}
    >
      {children}
    </Link>
  );
}

interface BranchesDialogProps {
  readonly title: string;
  readonly list: ReactNode;
  readonly onClose: () => void;
}

/** The branches behind one figure. */
export function BranchesDialog({ title, list, onClose }: BranchesDialogProps) {
  const t = useTranslate();
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>{list}</DialogContent>
      <DialogActions>
        <Button variant="text" color="secondary" onClick={onClose}>
          {t('shared.dialog.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
