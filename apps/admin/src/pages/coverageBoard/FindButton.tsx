import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useTranslate } from 'ra-core';
import { useRef, useState } from 'react';
import { NodePicker, type TreeNode } from '../../shared/node';

/** Suppliers have no branches below them. */
const types = ['headquarters', 'region', 'partner', 'mall', 'store'] as const;

/** A unit by name or code. The focus goes on to its row; left without a choice, it comes back here. */
export function FindButton({ onFind }: { onFind: (node: TreeNode) => void }) {
  const t = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const hasChosen = useRef(false);
  const [open, setOpen] = useState(false);
  const label = t('coverage.find.label');
  const show = () => {
    hasChosen.current = false;
    setOpen(true);
  };
  const choose = (node: TreeNode) => {
    hasChosen.current = true;
    setOpen(false);
    onFind(node);
  };
  const leave = () => {
    if (!hasChosen.current) button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        variant="outlined"
        aria-haspopup="dialog"
        aria-expanded={open}
        sx={{ alignSelf: 'flex-end' }}
        onClick={show}
      >
        {t('coverage.find.button')}
      </Button>
      <Popover
        open={open}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        disableRestoreFocus
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { padding: 3 }, role: 'dialog', 'aria-label': label }, transition: { onExited: leave } }}
      >
        <NodePicker label={label} types={types} onChoose={choose} />
      </Popover>
    </>
  );
}
