import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslate } from 'ra-core';
import { isPossible, rowSteps, type RowStep } from './rowSteps';

interface RowMenuProps {
  readonly index: number;
  readonly length: number;
  readonly open: boolean;
  readonly anchorOf: (index: number) => HTMLElement | null;
  readonly onStep: (step: RowStep) => void;
  readonly onClose: () => void;
  /** It has gone: where the focus goes on. */
  readonly onClosed: () => void;
}

/** What may be done to one row, by mouse or keys; one menu for all of them, as a row may go while it closes. */
export function RowMenu({ index, length, open, anchorOf, onStep, onClose, onClosed }: RowMenuProps) {
  const t = useTranslate();
  return (
    <Menu
      anchorEl={() => anchorOf(index)}
      open={open}
      onClose={onClose}
      disableRestoreFocus
      slotProps={{ transition: { onExited: onClosed } }}
    >
      {rowSteps
        .filter((step) => isPossible(step, index, length))
        .map((step) => (
          <MenuItem key={step} onClick={() => onStep(step)}>
            {t(`rules.form.step.${step}`)}
          </MenuItem>
        ))}
    </Menu>
  );
}
